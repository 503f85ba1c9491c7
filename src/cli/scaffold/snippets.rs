//! Snippets for Visual Studio Code, made from the same texts as new records.

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::fill;
use super::records::Beginning;

/// The file `.vscode/overdue.code-snippets`.
pub(in crate::cli) fn snippets() -> String {
    let mut all = Map::new();
    for beginning in Beginning::value_variants() {
        let (name, is_record) = (beginning.name(), beginning.kind().is_some());
        let snippet = json!({
            "scope": if is_record { "markdown" } else { "yaml" },
            "prefix": format!("overdue-{name}"),
            "description": format!("Overdue: the beginning of a file of this kind ({name})"),
            "body": fill(beginning.template(), &stops()).lines().collect::<Vec<_>>(),
        });
        all.insert(format!("Overdue {name}"), snippet);
    }
    format!("{:#}\n", Value::Object(all))
}

/// Where the cursor goes, one stop after the other, and what the editor knows by itself.
fn stops() -> [(&'static str, String); 17] {
    let today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";
    [
        ("title", "${1:title}".to_owned()),
        ("plain", "${1:title}".to_owned()),
        ("date", format!("${{2:{today}}}")),
        ("kind", "${3:final-report}".to_owned()),
        ("incident", "${4:incident}".to_owned()),
        ("role", "${2:operator}".to_owned()),
        ("timezone", "# timezone: Europe/Paris".to_owned()),
        ("place", "# place: Strasbourg".to_owned()),
        ("country", "# country: FR".to_owned()),
        ("operators", "# operators: [acme]".to_owned()),
        ("incidents", "# incidents: [${4:incident}]".to_owned()),
        ("by", "# by: [msit]".to_owned()),
        ("url", "# url: https://example.org/report.pdf".to_owned()),
        ("today", today.to_owned()),
        ("year", "$CURRENT_YEAR".to_owned()),
        ("id", "$TM_FILENAME_BASE".to_owned()),
        ("clock", "final-report".to_owned()),
    ]
}
