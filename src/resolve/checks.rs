//! A look that found no document → the text of the incident's file that says so.
//!
//! What a clock of the editor's own says stands in its entry of `awaiting`. A duty has one entry
//! for all that is awaited under it: the look is noted there if it was for all of that, and beside
//! the single limit under `limits` otherwise, since nobody may claim an absence that was not
//! looked for.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::SourceFile;
use crate::front_matter::{Edit, EditError, Literal, Places, Step, set};
use crate::model::{ClockTerms, Id, Incident};

/// A look for documents that found none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedCheck {
    /// The day.
    pub on: NaiveDate,
    /// Where; empty if what the file says of that stays.
    pub places: Vec<String>,
    /// How far what was looked at reaches, if that is said: a day, a month or a year.
    pub until: Option<String>,
}

/// The text of an incident's file with a check of these clocks. `is_awaited` says which of its
/// clocks still ask for checks.
///
/// # Errors
///
/// See [`set`].
pub fn record_check(
    file: &Arc<SourceFile>,
    places: &Places,
    incident: &Incident,
    clocks: &[Id],
    is_awaited: impl Fn(&Id) -> bool,
    check: &NotedCheck,
) -> Result<String, EditError> {
    let named: Vec<&ClockTerms> =
        incident.awaiting.iter().filter(|terms| clocks.contains(&terms.id)).collect();
    let mut ways: Vec<Vec<Step<'_>>> = Vec::new();
    for terms in &named {
        let Some(law) = &terms.law else {
            // A record that says nothing of what it awaits has a clock all the same.
            let entry = places.clock(&terms.id).map(Step::Item);
            ways.push([Step::Key("awaiting")].into_iter().chain(entry).collect());
            continue;
        };
        let Some(position) = places.regime(&law.regime) else { continue };
        let duty = vec![Step::Key("regimes"), Step::Item(position)];
        let limit = terms.id.as_str().strip_prefix(law.regime.as_str()).unwrap_or_default();
        let of_limit = [Step::Key("limits"), Step::Key(limit.trim_start_matches('/'))];
        let of_limit = [duty.clone(), of_limit.to_vec()].concat();
        let of_duty =
            |other: &&ClockTerms| other.law.as_ref().is_some_and(|of| of.regime == law.regime);
        let is_all = incident
            .awaiting
            .iter()
            .filter(of_duty)
            .all(|other| clocks.contains(&other.id) || !is_awaited(&other.id));
        let has_own = places.value([&of_limit[..], &[Step::Key("checked")]].concat()).is_some();
        if !is_all || has_own {
            ways.push(of_limit);
        }
        if is_all {
            ways.push(duty);
        }
    }
    let mut seen: Vec<String> = Vec::new();
    ways.retain(|way| {
        let way = format!("{way:?}");
        let is_new = !seen.contains(&way);
        seen.push(way);
        is_new
    });
    let mut file = Arc::clone(file);
    for way in ways {
        for edit in edits(way, check) {
            let text = set(&file, &edit)?;
            file = Arc::new(SourceFile { path: file.path.clone(), text });
        }
    }
    Ok(file.text.clone())
}

/// The edits that note a check in the entry at the end of `way`.
fn edits<'w>(way: Vec<Step<'w>>, check: &NotedCheck) -> Vec<Edit<'w>> {
    let places = check.places.iter().cloned().map(Literal::Text).collect();
    let said = [
        ("checked", Some(Literal::Text(check.on.to_string()))),
        ("evidence_until", check.until.clone().map(Literal::Text)),
        ("checked_where", Some(Literal::List(places)).filter(|_| !check.places.is_empty())),
    ];
    let said = said.into_iter().filter_map(|(key, value)| Some((key, value?)));
    if way.len() == 1 {
        let report = ("report".to_owned(), Literal::Text("final-report".to_owned()));
        let entry = [report].into_iter().chain(said.map(|(key, value)| (key.to_owned(), value)));
        let value = Literal::List(vec![Literal::Map(entry.collect())]);
        return vec![Edit { way, value, after: "occurred", alone: "" }];
    }
    let edit = |(key, value): (&'static str, Literal)| Edit {
        way: way.iter().copied().chain([Step::Key(key)]).collect(),
        value,
        after: if key == "checked" { "" } else { "checked" },
        alone: "regime",
    };
    said.map(edit).collect()
}
