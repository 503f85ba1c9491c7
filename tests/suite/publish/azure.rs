//! Publishing to a server on loopback that answers as Microsoft describes its blob storage, and
//! insists on what it wants to be told.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use flate2::read::GzDecoder;

use super::{NOW, SITE, build};
use crate::harness::{Folder, Said};

pub(super) const TOKEN: &str = "?sv=2022-11-02&sr=c&sp=rcwdl&se=2999-01-01&sig=abc%2Fdef%3D";

#[derive(Default)]
pub(super) struct Blob {
    pub(super) bytes: Vec<u8>,
    content_type: String,
    encoding: String,
    cache: String,
    disposition: String,
}

pub(super) type Blobs = Arc<Mutex<BTreeMap<String, Blob>>>;

/// One request → status, code of the error, body.
fn answer(
    blobs: &Blobs,
    method: &str,
    target: &str,
    headers: &BTreeMap<String, String>,
    body: Vec<u8>,
) -> (u16, &'static str, Vec<u8>) {
    let header = |name: &str| headers.get(name).cloned().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if !query.ends_with(TOKEN.trim_start_matches('?')) {
        return (403, "AuthenticationFailed", Vec::new());
    }
    if header("x-ms-version").is_empty() {
        return (400, "MissingRequiredHeader", Vec::new());
    }
    let Some(path) = path
        .strip_prefix("/$web/")
        .or_else(|| path.strip_prefix("/$web").filter(|rest| rest.is_empty()))
    else {
        return (404, "ContainerNotFound", Vec::new());
    };
    let mut blobs = blobs.lock().expect("blobs");
    if method == "GET"
        && query.starts_with("restype=container&comp=list&maxresults=1&prefix=site/&")
    {
        let found = blobs.keys().find(|name| name.starts_with("site/"));
        return (
            200,
            "",
            found
                .map_or_else(String::new, |name| {
                    format!("<Blobs><Blob><Name>{name}</Name></Blob></Blobs>")
                })
                .into_bytes(),
        );
    }
    match (method, blobs.contains_key(path)) {
        ("PUT", _)
            if header("x-ms-blob-type") != "BlockBlob" || header("content-length").is_empty() =>
        {
            (400, "MissingRequiredHeader", Vec::new())
        }
        ("PUT", true) if header("if-none-match") == "*" => (409, "BlobAlreadyExists", Vec::new()),
        ("PUT", _) => {
            let [content_type, encoding, cache, disposition] =
                ["content-type", "content-encoding", "cache-control", "content-disposition"]
                    .map(|name| header(&format!("x-ms-blob-{name}")));
            blobs.insert(
                path.to_owned(),
                Blob { bytes: body, content_type, encoding, cache, disposition },
            );
            (201, "", Vec::new())
        }
        ("DELETE", true) => {
            blobs.remove(path);
            (202, "", Vec::new())
        }
        ("GET", true) => (200, "", blobs[path].bytes.clone()),
        ("HEAD", true) => (200, "", Vec::new()),
        ("GET" | "HEAD" | "DELETE", false) => (404, "BlobNotFound", Vec::new()),
        _ => (405, "UnsupportedHttpVerb", Vec::new()),
    }
}

fn serve(client: TcpStream, blobs: &Blobs) {
    let Ok(mut writer) = client.try_clone() else { return };
    let mut reader = BufReader::new(client);
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if !reader.read_line(&mut line).is_ok_and(|length| length > 0) {
                return;
            }
            if line.trim_end().is_empty() {
                break;
            }
            head.push(line.trim_end().to_owned());
        }
        let Some(mut words) = head.first().map(|line| line.split(' ')) else { return };
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let headers: BTreeMap<String, String> = head[1..]
            .iter()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let mut body =
            vec![
                0;
                headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0)
            ];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let (status, code, body) = answer(blobs, method, target, &headers, body);
        let head = format!(
            "HTTP/1.1 {status} So\r\nx-ms-error-code: {code}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        if writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(&body)).is_err() {
            return;
        }
    }
}

pub(super) fn start() -> (String, Blobs) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let blobs = Blobs::default();
    let held = Arc::clone(&blobs);
    std::thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let blobs = Arc::clone(&held);
            std::thread::spawn(move || serve(client, &blobs));
        }
    });
    (endpoint, blobs)
}

fn publish(folder: &Folder, token: &str, destination: &str) -> Said {
    folder.run_in(NOW, &[("AZURE_STORAGE_SAS_TOKEN", token)], &["publish", destination])
}

/// What a visitor reads.
fn read(blobs: &Blobs) -> BTreeMap<String, Vec<u8>> {
    let expand = |blob: &Blob| {
        let mut text = Vec::new();
        match blob.encoding.as_str() {
            "gzip" => {
                GzDecoder::new(&*blob.bytes).read_to_end(&mut text).map(|_| text).expect("gzip")
            }
            _ => blob.bytes.clone(),
        }
    };
    let blobs = blobs.lock().expect("blobs");
    let names = blobs.iter().filter_map(|(name, blob)| Some((name.strip_prefix("site/")?, blob)));
    names
        .filter(|(name, _)| *name != "overdue.json")
        .map(|(name, blob)| (name.to_owned(), expand(blob)))
        .collect()
}

#[test]
fn what_could_run_is_to_be_saved_and_not_shown() {
    let (endpoint, blobs) = start();
    let folder = Folder::of(SITE);
    folder.put("static/tool.html", "<script>alert(1)</script>");
    folder.put("static/data/feed.xml", "<feed/>");
    folder.put("static/list.csv", "a,b");
    build(&folder, NOW);
    let said = publish(&folder, TOKEN, &format!("az://watch/$web/site?endpoint={endpoint}"));
    assert_eq!(said.code, 0, "{said:?}");
    let blobs = blobs.lock().expect("blobs");
    let attached: Vec<&str> = blobs
        .iter()
        .filter(|(_, blob)| blob.disposition == "attachment")
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(attached, ["site/data/feed.xml", "site/tool.html"]);
    assert!(
        blobs.values().all(|blob| blob.disposition.is_empty() || blob.disposition == "attachment")
    );
}

#[test]
fn a_container_gets_the_site_then_only_what_changed_and_compressed_texts_if_that_is_wanted() {
    let (endpoint, blobs) = start();
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let destination = format!("az://watch/$web/site?endpoint={endpoint}");
    let said = publish(&folder, TOKEN, &destination);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(read(&blobs), folder.files("site"));
    {
        let blobs = blobs.lock().expect("blobs");
        let page = &blobs["site/index.html"];
        let found = (page.content_type.as_str(), page.cache.as_str(), page.encoding.as_str());
        assert_eq!(found, ("text/html; charset=utf-8", "public, max-age=300", ""));
    }
    let again = publish(&folder, TOKEN, &destination);
    assert!(again.out.starts_with("0 of "), "{again:?}");

    let packed = publish(&folder, TOKEN, &format!("{destination}&precompress=gzip"));
    assert_eq!(packed.code, 0, "{packed:?}");
    assert_eq!(read(&blobs), folder.files("site"));
    {
        let blobs = blobs.lock().expect("blobs");
        assert_eq!(blobs["site/index.html"].encoding, "gzip");
        assert!(blobs["site/index.html"].bytes.len() < folder.files("site")["index.html"].len());
        assert!(
            blobs
                .iter()
                .filter(|(name, _)| name.ends_with(".png"))
                .all(|(_, blob)| blob.encoding.is_empty())
        );
    }
    let again = publish(&folder, TOKEN, &format!("{destination}&precompress=gzip"));
    assert!(again.out.starts_with("0 of "), "{again:?}");

    std::fs::remove_file(folder.path().join("content/incidents/outage.md")).expect("a record");
    build(&folder, NOW);
    let said = folder.run_in(
        NOW,
        &[("AZURE_STORAGE_SAS_TOKEN", TOKEN)],
        &["publish", &destination, "--force"],
    );
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(read(&blobs), folder.files("site"));
}

#[test]
fn a_wrong_signature_and_a_missing_container_end_with_a_sentence_without_secrets() {
    let (endpoint, blobs) = start();
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let destination = format!("az://watch/$web/site?endpoint={endpoint}");
    let wrong = publish(&folder, "sv=2022-11-02&sig=guessed", &destination);
    assert_eq!(wrong.code, 3, "{wrong:?}");
    assert!(
        wrong.err.contains("the signature is wrong or has expired")
            && !wrong.err.contains("guessed"),
        "{wrong:?}"
    );
    let elsewhere = publish(&folder, TOKEN, &format!("az://watch/other/site?endpoint={endpoint}"));
    assert_eq!(elsewhere.code, 3, "{elsewhere:?}");
    assert!(elsewhere.err.contains("there is no such container"), "{elsewhere:?}");
    let none = publish(&folder, "", &destination);
    assert_eq!(none.code, 2, "{none:?}");
    assert!(none.err.contains("set AZURE_STORAGE_SAS_TOKEN"), "{none:?}");
    assert!(blobs.lock().expect("blobs").is_empty());
}
