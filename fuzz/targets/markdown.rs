//! Markdown → HTML with holes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use overdue::model::{Hole, Kind, Piece};
use overdue_fuzz::{assert_harmless, choice, read, site};

fuzz_target!(|bytes: &[u8]| {
    let Some((chosen, body)) = choice(bytes) else { return };
    let mut tree = site(if chosen.is_multiple_of(2) { "" } else { "raw_html: sanitise\n" });
    let sources = "sources: [{id: paper, title: A paper, url: https://paper.example/}]";
    tree.insert_text(
        "content/incidents/tried.md",
        &format!("---\ntitle: T\noccurred: 2021-03-10\n{sources}\n---\n{body}"),
    );
    let (site, _) = read(&tree);
    let Some(record) = site.register.record(Kind::Incident, "tried") else { return };
    let pieces = record.prose.pieces.iter().map(|piece| match piece {
        Piece::Html(html) => html.as_str(),
        // As on every page: no address of the site's own begins with a name in it.
        Piece::Hole { hole: Hole::Root, .. } => "./",
        Piece::Hole { .. } => "",
    });
    assert_harmless(&pieces.collect::<String>());
});
