//! What the targets share: a small site around what is tried, and what must hold whatever that is.

use overdue::clock::{AsOf, Docket};
use overdue::diag::{
    Diagnostic, Form, Severity, github, human, is_deceptive, json, sarif, visible,
};
use overdue::load::Tree;
use overdue::model::Register;
use overdue::parse::ParseCache;
use overdue::resolve::{Ahead, Options, Site, read_site};
use overdue::workspace::{Changes, Update, Workspace};

/// How every site is read: as of a day, with drafts, so that nothing is left out.
pub fn options() -> Options {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    Options { as_of: AsOf::Day(day), ahead: Ahead::Mistake, drafts: true }
}

/// A site of an incident, a response, an organisation and a page, which what is tried can name.
pub fn site(settings: &str) -> Tree {
    let mut tree = Tree::default();
    tree.insert_text(
        "overdue.yaml",
        &format!("title: A watch\nurl: https://watch.example/\nlanguages: [en, fr]\n{settings}"),
    );
    tree.insert_text("content/organisations/acme.md", "---\ntitle: Acme\nrole: operator\n---\n");
    tree.insert_text(
        "content/incidents/fire.md",
        "---\ntitle: A fire\noccurred: 2021-03-10 00:47\ntimezone: Europe/Paris\noperators: acme\nregimes: eu-nis2\n---\n",
    );
    tree.insert_text(
        "content/responses/report.md",
        "---\ntitle: A report\nkind: final-report\ndate: 2021-06-24\nby: acme\nincidents: fire\nurl: https://acme.example/r\n---\n",
    );
    tree.insert_text("content/pages/method.md", "---\ntitle: Method\n---\n## How we count\n");
    tree
}

/// What a tree says, with what is told of it; every clock is counted, whatever is wrong.
pub fn read(tree: &Tree) -> (Site, Vec<Diagnostic>) {
    let read = read_site(tree, options(), &mut ParseCache::default());
    assert_told(&read.diagnostics);
    count(&read.value.register);
    (read.value, read.diagnostics)
}

fn count(register: &Register) {
    Docket::new(register, options().as_of);
}

/// Takes a tree through every stage, and every output that it leads to.
pub fn compile(tree: Tree) {
    let mut workspace = Workspace::in_memory(tree);
    let Update::Read { diagnostics, .. } = workspace.update(Changes::Any, |_| options()) else {
        return;
    };
    assert_told(&diagnostics);
    let Some(snapshot) = workspace.snapshot().filter(|_| is_sound(&diagnostics)) else { return };
    for output in &snapshot.plan.outputs {
        snapshot.render(output).expect("no template of ours fails on sound content");
    }
}

/// The text that bytes mean; nothing if they are no text.
pub fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// A first byte that chooses, and the text behind it.
pub fn choice(bytes: &[u8]) -> Option<(u8, &str)> {
    let (first, rest) = bytes.split_first()?;
    Some((*first, text(rest)?))
}

/// What is told of a text has a place in it, a sentence, and can be shown in every form without a
/// character that a terminal obeys.
pub fn assert_told(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        for (place, _) in
            std::iter::once(&(found.place.clone(), String::new())).chain(&found.related)
        {
            let (line, column, end) = place.line_and_columns();
            let length =
                place.file.text.lines().nth(line - 1).map_or(0, |line| line.chars().count());
            assert!(
                1 <= column && column <= end && end <= length + 1,
                "{found:?} is at {line}:{column}-{end} of {length}"
            );
        }
        assert!(!found.message.is_empty(), "{found:?}");
    }
    assert_visible(&visible(&human(diagnostics, false), Form::Plain));
    let commands = github(diagnostics);
    let commands = visible(&commands, Form::Commands);
    assert_visible(&commands);
    let is_ours = |line: &str| {
        ["::error ", "::warning ", "::notice "].iter().any(|begin| line.starts_with(begin))
    };
    assert!(commands.lines().all(is_ours), "a command that is none of ours: {commands}");
    for shown in [json(diagnostics), sarif(diagnostics)] {
        let shown = visible(&shown, Form::Json);
        assert_visible(&shown);
        serde_json::from_str::<serde_json::Value>(&shown).expect("a form for programs is JSON");
    }
}

/// No character that a terminal or a log obeys, besides line ends and tabs.
pub fn assert_visible(text: &str) {
    let text = text.replace("\r\n", "\n");
    if let Some(found) =
        text.chars().find(|c| (c.is_control() || is_deceptive(*c)) && !matches!(c, '\n' | '\t'))
    {
        panic!("U+{:04X} is shown in {text:?}", u32::from(found));
    }
}

/// Whether nothing that was told stops a build.
pub fn is_sound(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|found| found.severity() != Severity::Error)
}

/// A path that stays in its folder, on every system.
pub fn assert_plain(path: &str) {
    let is_name = |name: &str| {
        !matches!(name, "" | "." | "..")
            && !name.contains(['\\', ':'])
            && !name.chars().any(char::is_control)
    };
    assert!(path.split('/').all(is_name), "{path:?} is no plain path");
}

/// Elements that no prose needs, and that do more than show it.
const NEVER: [&str; 22] = [
    "script",
    "style",
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "form",
    "button",
    "select",
    "textarea",
    "base",
    "meta",
    "link",
    "svg",
    "math",
    "template",
    "noscript",
    "plaintext",
    "xmp",
    "title",
    "body",
];

const VOID: [&str; 7] = ["br", "hr", "img", "input", "wbr", "col", "source"];

/// HTML as our own writer writes it: each element ended in its place, every attribute quoted, and
/// nothing in it that acts.
pub fn assert_harmless(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let is_end = rest.starts_with('/');
        let name_at = usize::from(is_end);
        let length = rest[name_at..]
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len() - name_at);
        let name = &rest[name_at..name_at + length];
        assert!(
            !name.is_empty() && name.chars().all(|c| !c.is_ascii_uppercase()),
            "`<` begins no element in {html:?}"
        );
        assert!(!NEVER.contains(&name), "<{name}> in {html:?}");
        rest = &rest[name_at + length..];
        if is_end {
            rest = rest
                .strip_prefix('>')
                .unwrap_or_else(|| panic!("</{name} is not closed in {html:?}"));
            assert_eq!(open.pop(), Some(name), "</{name}> ends another element in {html:?}");
            continue;
        }
        loop {
            rest = rest.trim_start_matches([' ', '\n']);
            if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
                rest = after;
                break;
            }
            let end = rest
                .find(['=', ' ', '>', '/'])
                .unwrap_or_else(|| panic!("<{name} is not closed in {html:?}"));
            let attribute = &rest[..end];
            assert!(
                !attribute.is_empty()
                    && attribute
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{html:?}"
            );
            rest = &rest[end..];
            let Some(value) = rest.strip_prefix("=\"") else {
                assert!(!rest.starts_with('='), "{attribute} is not quoted in {html:?}");
                continue;
            };
            let end =
                value.find('"').unwrap_or_else(|| panic!("{attribute} is not closed in {html:?}"));
            assert_attribute(name, attribute, &value[..end]);
            rest = &value[end + 1..];
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} are never ended in {html:?}");
}

fn assert_attribute(element: &str, name: &str, value: &str) {
    assert!(!name.starts_with("on"), "<{element} {name}>");
    assert!(
        !matches!(name, "srcdoc" | "formaction" | "action" | "background" | "ping" | "srcset"),
        "<{element} {name}>"
    );
    assert!(name != "style" || value.starts_with("text-align: "), "<{element} style={value:?}>");
    assert!(!value.contains('<'), "<{element} {name}={value:?}>");
    if matches!(name, "href" | "src" | "cite") {
        // As a browser reads it: references are characters, and tabs and line ends inside are
        // nothing.
        let read = value.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"");
        let read: String = read.chars().filter(|c| !c.is_control()).collect();
        let before = read
            .trim_start()
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if let Some((scheme, _)) = before.split_once(':') {
            assert!(
                matches!(scheme, "http" | "https" | "mailto" | "tel"),
                "<{element} {name}={value:?}>"
            );
        }
    }
}
