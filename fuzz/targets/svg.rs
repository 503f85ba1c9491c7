//! An SVG → whether it only shows something.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use overdue::load::{Format, InputError, SourceFolder, inspect, stripped};
use roxmltree::Document;

const NAME: &str = "tried.svg";

static FOLDER: LazyLock<SourceFolder> =
    LazyLock::new(|| SourceFolder::open(&std::env::temp_dir()).expect("a folder"));

/// Whether an address leads to a part of the picture, or holds a picture of points or a font.
fn stays(address: &str) -> bool {
    address.starts_with('#')
        || ["png", "jpeg", "gif", "webp"]
            .iter()
            .any(|kind| address.starts_with(&format!("data:image/{kind};base64,")))
        || ["data:font/", "data:application/"].iter().any(|kind| address.starts_with(kind))
}

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(std::env::temp_dir().join(NAME), bytes).expect("a temporary file");
    let judged = inspect("content/incidents/tried.svg", &FOLDER, NAME)
        .expect("its name is that of a picture");
    let is_cleaned = match judged {
        Ok(picture) => picture.strip.is_some(),
        Err(InputError::Content(found)) => return overdue_fuzz::assert_told(&[*found]),
        Err(InputError::Machine(error)) => panic!("{error:?}"),
    };
    let clean = stripped(bytes, Format::Svg).expect("what is taken can be cleaned").bytes;
    assert_eq!(is_cleaned, clean != bytes);
    // What was cleaned has nothing to be cleaned of.
    assert_eq!(stripped(&clean, Format::Svg).expect("clean").bytes, clean);
    let text = overdue_fuzz::text(&clean).expect("what is taken is UTF-8");
    let document =
        Document::parse(text.trim_start_matches('\u{FEFF}')).expect("what is taken is XML");
    assert!(
        document
            .descendants()
            .filter(|node| node.is_element())
            .all(|node| node.ancestors().count() <= 66),
        "too deep"
    );
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name().to_ascii_lowercase();
        let never = [
            "script",
            "foreignobject",
            "iframe",
            "object",
            "embed",
            "handler",
            "listener",
            "audio",
            "video",
        ];
        assert!(!never.contains(&&*name), "<{name}> was taken");
        assert_eq!(
            node.tag_name().namespace(),
            Some("http://www.w3.org/2000/svg"),
            "<{name}> was taken"
        );
        assert!(
            node.attributes().len() <= 256,
            "<{name}> has {} attributes",
            node.attributes().len()
        );
        for attribute in node.attributes() {
            let (key, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
            assert!(!key.starts_with("on"), "{key} was taken");
            assert!(
                key != "href" || stays(value.trim_start()),
                "{key}={value:?} was taken"
            );
            let value: String = value
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect::<String>()
                .to_ascii_lowercase();
            let outward = value.match_indices("url(").any(|(at, found)| {
                !stays(value[at + found.len()..].trim_start_matches(['"', '\'']))
            });
            assert!(!outward && !value.contains("javascript:"), "{key}={value:?} was taken");
        }
    }
});
