//! Diagnostics → SARIF 2.1.0 (OASIS standard of 27 March 2020), which code hosts and editors read.
//!
//! Each code that was met is a rule with its explanation as help. Addresses are relative to the
//! site's root, named `SITEROOT`; columns count characters (`unicodeCodePoints`), and `endColumn`
//! is the one after the last. Absent on purpose: fingerprints, which hosts compute.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::{Code, Diagnostic, Place, Severity};

/// The name under which the site's root is known.
const ROOT: &str = "SITEROOT";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Root>,
    results: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Root {
    description: Text<'static>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text<'static>,
    full_description: Text<'static>,
    help: Text<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text<'a> {
    text: std::borrow::Cow<'a, str>,
}

impl<'a> Text<'a> {
    fn of(text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self { text: text.into() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text<'a>,
    /// How often it was found in the same file, where not all are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence_count: Option<usize>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// Renders diagnostics as a SARIF log of one run.
pub fn sarif(diagnostics: &[Diagnostic]) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "Overdue",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: codes.iter().copied().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BTreeMap::from([(
                ROOT,
                Root { description: Text::of("The folder that holds overdue.yaml.") },
            )]),
            results: diagnostics.iter().map(|found| result(found, &codes)).collect(),
        }],
    };
    // Strings and numbers cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(code: Code) -> Rule {
    Rule {
        id: code.name(),
        short_description: Text::of(code.meaning()),
        full_description: Text::of(code.meaning()),
        help: Text::of(code.explanation()),
        default_configuration: Configuration { level: level(code.severity()) },
    }
}

fn result<'a>(found: &'a Diagnostic, codes: &[Code]) -> Found<'a> {
    let mut message = found.message.clone();
    if !found.help.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(message, "\n{}", found.help);
    }
    let related = |(id, (place, label)): (usize, &'a (Place, String))| {
        location(place, Some(id), Some(Text::of(label.as_str())))
    };
    Found {
        rule_id: found.code.name(),
        rule_index: codes.binary_search(&found.code).unwrap_or_default(),
        level: level(found.severity()),
        message: Text::of(message),
        occurrence_count: (found.more > 0).then(|| found.count()),
        locations: [location(
            &found.place,
            None,
            (!found.label.is_empty()).then(|| Text::of(found.label.as_str())),
        )],
        related_locations: (1..).zip(&found.related).map(related).collect(),
    }
}

fn location<'a>(place: &Place, id: Option<usize>, message: Option<Text<'a>>) -> Location<'a> {
    let (line, column, end_column) = place.line_and_columns();
    Location {
        id,
        physical_location: Physical {
            artifact_location: Artifact { uri: relative(&place.file.path), uri_base_id: ROOT },
            region: Region { start_line: line, start_column: column, end_line: line, end_column },
        },
        message,
    }
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// A path as a relative reference (RFC 3986): whatever is not plain is escaped, a colon too, which
/// would begin a scheme.
fn relative(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
