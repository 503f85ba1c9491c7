//! Addresses, wherever one is read: nobody who logs in, and nothing that acts, stands in them.

use crate::harness::{Folder, body, site};

const NOW: &str = "2026-11-22";
const HOME: &str = "https://watch.example/";

/// Addresses that are refused, as they stand in a quoted text of YAML.
const REFUSED: [&str; 8] = [
    "https://me:hush@host.example/a",
    "https://me@host.example/",
    "HTTP://me:hush@host.example/",
    "https://host.example/%0d%0aSet-Cookie:x",
    "https://host.example/%00",
    "https://host.example/?q=%1B]0;x%07",
    "https://host.example/%C2%9B2J",
    "https://host.example/a%7f",
];
/// Addresses that look like those, and are sound.
const SOUND: [&str; 5] = [
    "https://host.example/@me/a@b?mail=c@d.example",
    "https://host.example/a%20b%250a%C3%A9",
    "https://host.example:8443/100%/%zz",
    "https://host.example/?at=12:00&x=%E2%9C%93",
    "https://host.example/%EB%B3%B4%EA%B3%A0",
];

/// Every key of a file that takes an address of the web. ADDRESS stands in its place.
const KEYS: [(&str, &str); 11] = [
    (
        "overdue.yaml",
        "title: A watch\nurl: https://watch.example/\npublisher: {name: P, url: ADDRESS}\n",
    ),
    (
        "overdue.yaml",
        "title: A watch\nurl: https://watch.example/\nnavigation: [{title: T, to: ADDRESS}]\n",
    ),
    (
        "content/incidents/b.md",
        "---\ntitle: B\noccurred: 2021-03-10\nsources: [{title: S, url: ADDRESS}]\n---\n",
    ),
    (
        "content/incidents/b.md",
        "---\ntitle: B\noccurred: 2021-03-10\nsources: [{title: S, archived: ADDRESS}]\n---\n",
    ),
    (
        "content/incidents/b.md",
        "---\ntitle: B\noccurred: 2021-03-10\nawaiting: [{report: final-report, checked: 2026-11-20, checked_where: [ADDRESS]}]\n---\n",
    ),
    (
        "content/responses/r.md",
        "---\ntitle: R\nkind: statement\ndate: 2021-05-01\nincidents: a\nurl: ADDRESS\n---\n",
    ),
    (
        "content/responses/r.md",
        "---\ntitle: R\nkind: statement\ndate: 2021-05-01\nincidents: a\narchived: ADDRESS\n---\n",
    ),
    (
        "content/responses/r.md",
        "---\ntitle: R\nkind: statement\ndate: 2021-05-01\nincidents: a\nsources: [{title: S, url: ADDRESS}]\n---\n",
    ),
    ("content/organisations/o.md", "---\ntitle: O\nurl: ADDRESS\n---\n"),
    (
        "content/articles/x.md",
        "---\ntitle: X\ndate: 2021-05-01\nsources: [{title: S, url: ADDRESS}]\n---\n",
    ),
    (
        "content/regimes/own.yaml",
        "title: A duty of our own\nurl: ADDRESS\nclocks: [{report: final-report, within: 30 days}]\n",
    ),
];

fn complaints(path: &str, text: &str, address: &str) -> Vec<String> {
    let text = text.replace("ADDRESS", &format!("\"{address}\""));
    let made = site("-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\n---\n");
    let codes = made.with(path, &text).as_of(NOW).codes();
    codes.into_iter().filter(|code| code.starts_with("url-form")).collect()
}

#[test]
fn no_key_takes_an_address_with_a_name_a_password_or_a_control_character() {
    for (path, text) in KEYS {
        for address in REFUSED {
            assert_eq!(complaints(path, text, address).len(), 1, "{address} in {text}");
        }
        for address in SOUND {
            assert_eq!(complaints(path, text, address), [""; 0], "{address} in {text}");
        }
    }
    for address in REFUSED {
        let found = complaints("overdue.yaml", "title: A watch\nurl: ADDRESS\n", address);
        assert_eq!(found, ["url-form:2"], "{address}");
        let text = format!(
            "title: A watch\nurl: {HOME}\ndestinations: {{there: \"git:{address}#site\"}}\n"
        );
        let folder = Folder::of(&format!("-- overdue.yaml --\n{text}"));
        let said = folder.run(&["check"]);
        assert!(said.code == 1 && said.err.contains("cannot be published to"), "{said:?}");
        assert!(!said.err.contains("hush"), "{said:?}");
    }
}

#[test]
fn no_link_in_prose_leads_to_such_an_address() {
    for address in REFUSED {
        for text in [format!("[the text]({address})"), format!("[the text][r]\n\n[r]: <{address}>")]
        {
            let compiled = body(&text).as_of(NOW);
            let page = compiled.text("incidents/a/index.html");
            assert!(page.contains("the text") && !page.contains(">the text</a>"), "{text}");
            assert_eq!(compiled.codes().len(), 1, "{text}: {:?}", compiled.codes());
        }
    }
    for address in SOUND.into_iter().chain(["mailto:a@b.example?body=a%0D%0Ab"]) {
        let compiled = body(&format!("[the text]({address})")).as_of(NOW);
        assert_eq!(compiled.complaints(), "", "{address}");
    }
}

#[test]
fn no_command_takes_such_an_address() {
    let folder = Folder::of(&format!("-- overdue.yaml --\ntitle: A watch\nurl: {HOME}\n"));
    assert_eq!(folder.run(&["build"]).code, 0);
    for address in REFUSED.into_iter().chain(["https://host.example/\u{1b}[2J"]) {
        let git = format!("git:{address}");
        let endpoint = format!("s3://watch/site?endpoint={address}");
        for arguments in [
            &["build", "--base-url", address][..],
            &["check", "--published", address],
            &["init", "new", "--title", "T", "--url", address, "--host", "none"],
            &["publish", &git],
            &["publish", &endpoint],
        ] {
            let keys = [("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")];
            let said = folder.run_in("2026-11-22T12:00:00Z", &keys, arguments);
            assert_eq!(said.code, 2, "{arguments:?}: {said:?}");
            assert!(!said.err.contains("hush") && !said.err.contains('\u{1b}'), "{said:?}");
        }
    }
    assert!(!folder.path().join("new").exists());
}

#[test]
fn no_destination_takes_a_control_character() {
    let folder = Folder::new();
    for address in
        ["sftp://h/a%0ab", "rsync://h/a%00", "h:a%1b", "s3://b/%0D", "./a%7f", "a\u{9b}/b"]
    {
        let said = folder.run(&["publish", address]);
        assert_ne!(said.code, 0, "{address}");
        let failure = overdue::publish::Address::parse(address, folder.path()).expect_err(address);
        assert!(failure.sentence.contains("has no control character"), "{address}: {failure}");
    }
}
