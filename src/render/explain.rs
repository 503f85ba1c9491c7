//! How a number was computed → plain text, as a careful clerk would explain it.
//!
//! The lines are those of the account on the incident's page; here they stand alone, so that what
//! is owed, to whom it is put down, the rule with its sources and the other clocks of the incident
//! are told around them.
//!
//! Absent on purpose: the sums themselves (see `clock::due_date` and the account in `view`),
//! colours.

use std::fmt::Write as _;

use super::text::{plain, wrapped};
use crate::clock::{Clock, Truth};
use crate::model::{ComparedWith, Comparison, Hole, Law, Piece, Prose, Record};
use crate::site::SiteModel;
use crate::view::{AccountLine, Link, Locale, moment};
use crate::wording::{Place, date as date_in_words};

/// The most characters on a line, where words allow it.
const WIDTH: usize = 96;

/// The explanation of a clock; nothing if its incident does not exist.
pub fn explain(site: &SiteModel, clock: &Clock) -> Option<String> {
    let locale = Locale { site, language: &site.settings.language };
    let (incident, terms) = locale.terms(clock)?;
    let subject = locale.subject(clock)?;
    let url = &site.settings.url;
    let record = &incident.record;
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{}\n{}/{}: {}\n",
        plain(&subject.incident.title),
        clock.incident,
        clock.id,
        subject.badge()
    );
    let _ = writeln!(out, "{}\n", wrapped(&subject.sentence(Place::OwnPage).text(), WIDTH, 0));
    let place = incident.place.as_ref().map_or_else(String::new, |place| format!(", {}", **place));
    let mut rows: Vec<(String, String)> = vec![
        (
            "Incident".to_owned(),
            format!("{}{place}", moment(locale.words(), &incident.occurred, record.timezone).text),
        ),
        ("Awaited".to_owned(), subject.awaited()),
    ];
    let (rule, cited) = rule(&terms.rule, record);
    if !rule.is_empty() {
        rows.push(("Rule".to_owned(), rule));
    }
    rows.extend(
        cited.iter().filter_map(|at| Some((format!("Source {}", at + 1), source(record, *at)?))),
    );
    if let Some(law) = &terms.law {
        rows.extend(duty(site, law));
    }
    rows.push(("Limit".to_owned(), format!("{}.", subject.limit().text())));
    rows.extend(locale.account(clock).iter().map(|line| (line.term.clone(), said(line, url))));
    if let Some(document) = &subject.document {
        let of = format!(
            "{}, {}: {}",
            names(&document.by),
            document.date.text,
            linked(&document.response, url)
        );
        rows.push(match clock.is_open() {
            false => ("Stopped by".to_owned(), of),
            true => ("Delivered by".to_owned(), format!("{of}; it is not public")),
        });
    }
    if let (Truth::Closed { on, .. }, Some(closing)) = (&clock.statement.truth, &terms.closed) {
        rows.push(("Closed".to_owned(), format!("{}: {}", date_in_words(*on), *closing.why)));
    }
    let proof = subject.proof();
    if !proof.is_empty() {
        rows.push(("Found".to_owned(), proof));
    }
    rows.push(("Page".to_owned(), format!("{url}{}", subject.incident.path)));
    let others: Vec<String> = site
        .docket
        .of(clock.incident.as_str())
        .iter()
        .filter(|other| other.id != clock.id)
        .map(|other| format!("{}/{}", other.incident, other.id))
        .collect();
    if !others.is_empty() {
        rows.push(("Other clocks".to_owned(), others.join(", ")));
    }
    let width = rows.iter().map(|(term, _)| term.chars().count()).max().unwrap_or(0);
    for (term, text) in rows {
        let text = wrapped(&plain(&text), WIDTH.saturating_sub(width + 2), width + 2);
        let _ = writeln!(out, "{term:width$}  {text}");
    }
    Some(out)
}

/// A line of the account in words.
fn said(line: &AccountLine, url: &str) -> String {
    let number = line.number.as_ref().map(|number| {
        format!("{}{} {}", if number.at_least { "at least " } else { "" }, number.text, number.unit)
    });
    let date = line.date.as_ref().map(|date| date.text.clone());
    let parts: Vec<String> = number
        .into_iter()
        .chain(date)
        .chain(Some(line.text.clone()).filter(|text| !text.is_empty()))
        .collect();
    let links: Vec<String> = line.links.iter().map(|link| linked(link, url)).collect();
    let gap = if links.is_empty() { "" } else { " " };
    format!("{}{gap}{}", parts.join(", "), links.join(", "))
}

/// A name with its whole address in brackets; a page of others by its address alone.
fn linked(link: &Link, url: &str) -> String {
    match (link.path.as_str(), link.external) {
        ("", _) => link.title.clone(),
        (path, true) => format!("<{path}>"),
        (path, false) => format!("{} <{url}{path}>", link.title),
    }
}

fn names(links: &[Link]) -> String {
    if links.is_empty() {
        return "somebody who is not named".to_owned();
    }
    links.iter().map(|link| link.title.as_str()).collect::<Vec<_>>().join(", ")
}

/// The reporting duty that declares a clock: what it is, how sure its text is, and to whom the
/// document is owed.
fn duty(site: &SiteModel, law: &Law) -> Vec<(String, String)> {
    let Some(regime) = site.register.regimes.get(&law.regime) else { return Vec::new() };
    let citation =
        regime.citation.as_ref().map_or_else(String::new, |citation| format!(": {citation}"));
    let url = regime.url.as_ref().map_or_else(String::new, |url| format!(" <{url}>"));
    let mut rows = vec![("Duty".to_owned(), format!("{}{citation}{url}", regime.title))];
    let compared = match &regime.compared {
        Some(Comparison { with: ComparedWith::Nothing, .. }) | None => {
            "not compared with the official one".to_owned()
        }
        Some(Comparison { with, url, on }) => {
            let what = match with {
                ComparedWith::OfficialJournal => "compared with the official journal",
                ComparedWith::OfficialSiteCopy => "compared with a copy of an official page",
                ComparedWith::Mirror => "compared with a copy that others keep",
                ComparedWith::Secondary | ComparedWith::Nothing => "as others write of it",
            };
            let on = on.map_or_else(String::new, |day| format!(", on {}", date_in_words(day)));
            let url = url.as_ref().map_or_else(String::new, |url| format!(" <{url}>"));
            format!("{what}{on}{url}")
        }
    };
    rows.push(("Text".to_owned(), compared));
    rows.extend(law.owed_to.as_ref().map(|to| ("Owed to".to_owned(), to.clone())));
    if law.confidential {
        rows.push((
            "Filing".to_owned(),
            "confidential: nobody outside can see whether the document was filed, so it is never missed".to_owned(),
        ));
    }
    rows
}

/// The rule as text, with the places of the sources that it cites.
fn rule(prose: &Prose, record: &Record) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut cited = Vec::new();
    for piece in &prose.pieces {
        match piece {
            Piece::Html(html) => text.extend(html.texts()),
            Piece::Hole { hole: Hole::Citation(id), .. } => {
                if let Some(at) =
                    record.sources.iter().position(|source| source.id.as_ref() == Some(id))
                {
                    let gap = if text.ends_with(char::is_whitespace) { "" } else { " " };
                    let _ = write!(text, "{gap}[{}]", at + 1);
                    cited.push(at);
                }
            }
            // The rest stands inside a tag, as the address of a link.
            Piece::Hole { .. } => {}
        }
    }
    cited.sort_unstable();
    cited.dedup();
    (text.trim().to_owned(), cited)
}

fn source(record: &Record, at: usize) -> Option<String> {
    let source = record.sources.get(at)?;
    let publisher = source.publisher.as_ref().map_or_else(String::new, |name| format!(", {name}"));
    let url = source.url.as_ref().map_or_else(String::new, |url| format!(" <{url}>"));
    Some(format!("{}{publisher}{url}", source.title))
}
