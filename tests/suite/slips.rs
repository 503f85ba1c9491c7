//! What editors do who come from elsewhere: on a Mac, in Obsidian, on Windows, out of a word
//! processor. Each either just works, which its page shows, or has a diagnostic.

use crate::harness::site;

/// What comes of a slip.
enum Comes<'s> {
    /// Nothing is told, and the page says this.
    Shown(&'s str),
    /// This is told, with these words in the help or message.
    Told(&'s str, &'s str),
}
use Comes::{Shown, Told};

/// A name, the front matter besides a title and a day, the body, and what comes of it.
const SLIPS: &[(&str, &str, &str, Comes<'_>)] = &[
    // Obsidian
    ("a comment", "", "Before %%mine%% after.", Shown("<p>Before after.</p>")),
    ("a link to a note", "", "See [[fire|the fire]].", Shown("incidents/fire/\">the fire</a>")),
    (
        "a link to a heading",
        "",
        "See [[fire#What burnt]].",
        Shown("incidents/fire/#s-what-burnt\""),
    ),
    (
        "a link that was encoded",
        "",
        "[x](../incidents/fire.md#What%20burnt)",
        Shown("#s-what-burnt\""),
    ),
    (
        "a callout",
        "",
        "> [!question]- Who knew?\n> Words.",
        Shown("<p class=\"label\">Who knew?</p>"),
    ),
    ("a highlight", "", "It was ==late==.", Told("markup-literal", "write `**words**`")),
    ("a tag in the text", "", "#fire was late.", Told("markup-literal", "put a space after `#`")),
    (
        "an inline footnote that is nowhere",
        "",
        "Late.[^1]",
        Told("markup-literal", "[^name]: text"),
    ),
    ("a list in properties", "tags:\n  - fires\n  - \"\"\n", "x", Shown("<bdi>fires</bdi>")),
    ("a property that is empty", "summary:\nplace: \"\"\ntags:\n", "x", Shown("<p>x</p>")),
    (
        "a width of a picture",
        "",
        "![x](/a.png =100x20)",
        Told("markup-literal", "a size is not written"),
    ),
    // Windows
    (
        "line ends of Windows",
        "place: Quay\r\n",
        "One\r\ntwo.\r\n\r\n> three\r\n",
        Shown("<p>three</p>"),
    ),
    ("a backslash", "", "[x](..\\incidents\\fire.md)", Told("link-unsafe", "a backslash")),
    // A word processor
    ("curly quotes around a value", "place: “Quay”\n", "x", Told("quotes-shown", "straight")),
    ("curly quotes around a date", "updated: “2022-01-01”\n", "x", Told("date-form", "2022-01-01")),
    ("curly quotes in a counter", "", "{{ days(“fire”) }}", Shown("637")),
    ("a space that does not break", "place:\u{a0}Quay\n", "x", Told("yaml-syntax", "type a space")),
    ("a dash for a hyphen", "updated: 2022–01–01\n", "x", Told("date-form", "2022-01-01")),
    ("a number sign in a title", "place: Quay #3\n", "x", Told("value-cut", "in quotes")),
    ("a colon in a value", "place: Quay: the north\n", "x", Told("yaml-syntax", "in quotes")),
    ("a tab", "events:\n\t- x\n", "x", Told("yaml-syntax", "two spaces")),
    // Dates
    ("a date of Excel", "updated: 28-Jul-21\n", "x", Told("date-form", "2021-07-28")),
    ("a date in words", "updated: 4 May 2022\n", "x", Told("date-form", "2022-05-04")),
    ("a date the American way", "updated: 5/4/2022\n", "x", Told("date-form", "2022-")),
    ("a day that does not exist", "updated: 2022-02-30\n", "x", Told("date-impossible", "")),
    (
        "a period in words of the law",
        "awaiting: [{report: final-report, within: 20 business days}]\n",
        "x",
        Told("period-form", "working days"),
    ),
    (
        "a period of one word",
        "awaiting: [{report: final-report, within: 3m}]\n",
        "x",
        Told("period-form", "months"),
    ),
    // Lists and texts
    ("tags in one text", "tags: fires, ports\n", "x", Told("list-as-text", "[fires, ports]")),
    ("a key in another case", "Place: Quay\n", "x", Told("key-unknown", "place")),
    ("a key of another tool", "description: Words\n", "x", Told("key-unknown", "")),
    ("a draft that is a word", "draft: yes\n", "x", Told("value-type", "true")),
    (
        "a kind that is misspelt",
        "awaiting: [{report: final-reprot}]\n",
        "x",
        Told("value-unknown", "final-report"),
    ),
    (
        "an organisation by its title",
        "operators: [The Operator]\n",
        "x",
        Told("reference-unknown", "the-operator"),
    ),
    // The text
    (
        "a space before a bracket",
        "",
        "[x] (https://example.org/)",
        Told("markup-literal", "no space"),
    ),
    ("an address with a space", "", "[x](https://example.org/a b)", Told("markup-literal", "%20")),
    (
        "a bare address",
        "",
        "See https://example.org/a.",
        Shown("<a href=\"https://example.org/a\">"),
    ),
    ("a bare www", "", "See www.example.org.", Shown("<a href=\"https://www.example.org\">")),
    ("bold beside Hangul", "", "**“공식”**은", Told("emphasis-literal", "put a space")),
    ("one brace", "", "{ days(\"fire\") }", Told("counter-literal", "{{ days")),
    ("a bar in a cell", "", "| a | b |\n|---|---|\n| 1|2 | 3 |", Told("cells-lost", "`\\|`")),
    (
        "a line of a shortcode",
        "",
        "{{< figure src=\"a\" >}}",
        Told("markup-literal", "another program"),
    ),
    ("HTML", "", "<div>x</div>", Told("html-shown", "Markdown")),
    (
        "a merge that was left",
        "",
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x",
        Told("merge-conflict", "keep the version"),
    ),
    (
        "a counter of a fire that is not there",
        "",
        "{{ days(\"fier\") }}",
        Told("reference-unknown", "`fire`"),
    ),
];

#[test]
fn each_of_forty_slips_just_works_or_is_told_with_what_to_write() {
    let mut wrong = Vec::new();
    for (name, front, body, comes) in SLIPS {
        let text = format!(
            "-- content/organisations/the-operator.md --\n---\ntitle: The Operator\n---\n\
             -- content/incidents/fire.md --\n---\ntitle: The fire\noccurred: 2021-03-10\nawaiting: [{{report: final-report, checked: 2022-12-07}}]\n---\n## What burnt\n\
             -- content/incidents/x.md --\n---\ntitle: A slip\noccurred: 2021-03-10\n{front}---\n{body}\n"
        );
        let compiled = site(&text).as_of("2022-12-07");
        match comes {
            Shown(expected) => {
                let (told, page) =
                    (compiled.complaints(), compiled.files.get("incidents/x/index.html"));
                let page = page.map(|page| String::from_utf8_lossy(page)).unwrap_or_default();
                if !told.is_empty() || !page.contains(expected) {
                    wrong.push(format!("{name}: {expected} is not shown\n{told}"));
                }
            }
            Told(code, help) => {
                let told = compiled.complaints();
                if !told.contains(&format!("[{code}]")) || !told.contains(help) {
                    wrong.push(format!("{name}: {code} with {help} is not told\n{told}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(SLIPS.len() >= 40);
}
