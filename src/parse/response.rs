//! `content/responses/NAME.md` → [`Response`].

use std::ops::Range;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::record::{self, Name, RawStatus, need, text_of};
use crate::diag::{Code, did_you_mean};
use crate::front_matter::moment::Written;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::{Field, Located, Reader};
use crate::front_matter::values::List;
use crate::front_matter::yaml::{Key, Node};
use crate::markdown::mention::Mentions;
use crate::model::{
    AnswerDue, DocumentKind, Finding, Id, Overruled, Period, Recommendation, Record, Response, Unit,
};

raw! {
    /// The keys of a response besides those of every record.
    RawResponse ("a response") {
        /// What kind of document or act it is.
        kind [required]: DocumentKind,
        /// When it was published; without it, it is not public yet.
        date: Written,
        /// When it was handed over, before it was published.
        delivered: Written,
        /// When it was taken back.
        withdrawn: Written,
        /// Who published it: organisations by id.
        by [organisation]: List<Name>,
        /// The incidents that it answers, by id.
        incidents [required, incident]: List<Name>,
        /// The clocks that it stops, as INCIDENT/CLOCK, to overrule the usual matching; an empty
        /// list stops none. INCIDENT/CLOCK@DUE settles that due date of a series.
        stops [clock]: List<Name>,
        /// Where it can be read.
        url [web]: String,
        /// Where a copy is kept.
        archived [web]: String,
        /// What it found.
        findings: List<Located<RawFinding>>,
        /// What it recommends.
        recommendations: List<Located<RawRecommendation>>,
        /// An earlier response that it overturns, by id.
        overturns [response]: String,
    }
}
raw! {
    RawFinding ("a finding") {
        /// What was found, in your own words.
        text [required]: String,
        /// A source of this record, by id.
        source: String,
    }
}
raw! {
    RawRecommendation ("a recommendation") {
        /// Its number or name in the document.
        id: String,
        /// Whom it addresses: organisations by id.
        to [organisation]: List<Name>,
        /// What is recommended, in your own words.
        text [required]: String,
        /// Within which time an answer is due, such as 90 days, from the document's date on.
        within: Period,
        /// By when an answer is due.
        due [day]: Written,
        /// The last day on which somebody looked for an answer and found none.
        checked [day]: Written,
        /// What became of it, entry by entry.
        status_of: List<Located<RawStatus>, 100>,
    }
}

/// Reads the response's own keys; `record` has been read from the same map.
pub(super) fn response(
    map: &[(Key, Node)],
    record: Record,
    language: &Field<String>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Response> {
    let RawResponse {
        kind,
        date,
        delivered,
        withdrawn,
        by,
        incidents,
        stops,
        url,
        archived,
        findings,
        recommendations,
        overturns,
    } = RawResponse::read(map, reader);
    let zone = record.timezone;
    let head = mentions.head.clone();
    let kind =
        reader.require(kind, map, &head, "kind", "say what it is, such as `kind: final-report`");
    let incidents =
        reader.require(incidents, map, &head, "incidents", "name the incident that it answers");
    let date = reader.moment_of(&date, zone);
    let withdrawn = withdrawn
        .and_then(|found| Some(Located { value: reader.moment(&found, zone)?, span: found.span }));
    if let (Some(date), Some(withdrawn)) = (&date, &withdrawn) {
        let last = withdrawn.value.last_day(zone);
        record::refuse_order(
            ("its publication on", date.first_day(zone)),
            ("withdrawn on", Some(last), &withdrawn.span),
            reader,
        );
    }
    // `stops: []` means that it stops nothing, where an empty key elsewhere means that nothing was
    // written.
    let stops_nothing = map.iter().any(|(key, node)| {
        key.name == "stops"
            && matches!(&node.value, crate::front_matter::yaml::Value::List(list) if list.is_empty())
    });
    let incidents = record::names(incidents, |name| mentions.incident(name));
    let stops = match stops {
        Some(list) => Some(
            list.value.0.iter().map(|clock| stopped(clock, &incidents, mentions, reader)).collect(),
        ),
        None => stops_nothing.then(Vec::new),
    };
    Some(Response {
        date,
        delivered: reader.moment_of(&delivered, zone),
        withdrawn: withdrawn.map(|found| found.value),
        by: record::organisations(by, mentions),
        incidents,
        stops,
        language: record::language(language, reader),
        url: record::web_address(url, reader),
        archived: record::web_address(archived, reader),
        findings: findings.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| finding(raw.value, &raw.span, mentions, reader))
                .collect()
        }),
        recommendations: recommendations.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| recommendation(raw.value, &raw.span, zone, mentions, reader))
                .collect()
        }),
        overturns: overturns.map(|found| mentions.response(&found)),
        kind: kind?.value,
        record,
    })
}

/// A clock that a document stops: one clock, of an incident that it answers.
fn stopped(
    written: &Located<String>,
    incidents: &[Id],
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Overruled {
    let (clock, due) = match written.value.rsplit_once('@') {
        Some((clock, due)) => (clock, due_date(due, &written.span, reader)),
        None => (&*written.value, None),
    };
    let named = mentions.clock(&Located { value: clock.to_owned(), span: written.span.clone() });
    let incident = &named.incident;
    if named.clock.is_none() {
        let message = format!(
            "`{}` names no clock: it would stop every clock of the incident",
            written.value
        );
        let help = format!(
            "name the clock after a slash, such as `{incident}/final-report`, and each clock on its own"
        );
        reader.error(Code::ClockUnknown, &written.span, message, help);
    }
    if !incidents.contains(incident) {
        reader.find(Code::ClockUnknown, &written.span, || {
            let help = match did_you_mean(incident.as_str(), incidents.iter().map(Id::as_str)) {
                Some(meant) => {
                    format!("did you mean `{meant}`? Otherwise add `{incident}` to `incidents`")
                }
                None => format!("add `{incident}` to `incidents`"),
            };
            (
                format!("this stops a clock of `{incident}`, which is not among its `incidents`"),
                help,
            )
        });
    }
    Overruled { clock: named, due }
}

/// The due date behind `INCIDENT/CLOCK@`.
fn due_date(written: &str, span: &Range<usize>, reader: &mut Reader) -> Option<NaiveDate> {
    match Written::read(written) {
        Ok(value) => reader.date(&Located { value, span: span.clone() }, Tz::UTC),
        Err(trouble) => {
            reader.trouble(span, trouble);
            None
        }
    }
}

fn finding(
    raw: RawFinding,
    span: &Range<usize>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Finding> {
    let RawFinding { text, source } = raw;
    if text.is_none() {
        reader.missing(
            span,
            "text",
            "a finding has no `text`",
            "say what was found, in your own words",
        );
    }
    Some(Finding { source: source.map(|found| mentions.source(&found)), text: text_of(text)? })
}

fn recommendation(
    raw: RawRecommendation,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Recommendation> {
    let RawRecommendation { id, to, text, within, due, checked, status_of } = raw;
    let text = need(text, span, "text", "say what is recommended, in your own words", reader)?;
    if let (Some(_), Some(due)) = (&within, &due) {
        reader.error(
            Code::KeysExclusive,
            &due.span,
            "a recommendation has both `within` and `due`",
            "delete one of them",
        );
    }
    let within = within.filter(|found| {
        let is_civil =
            matches!(found.value.unit, Unit::Days | Unit::Weeks | Unit::Months | Unit::Years);
        if !is_civil {
            reader.error(
                Code::PeriodForm,
                &found.span,
                "the time for an answer is in days, weeks, months or years",
                "reckon the date, and write it as `due`",
            );
        }
        is_civil
    });
    let due = reader.date_of(&due, zone).map(AnswerDue::On);
    Some(Recommendation {
        due: due.or(within.map(|found| AnswerDue::Within(found.value))),
        checked: reader.date_of(&checked, zone),
        id: text_of(id),
        to: record::organisations(to, mentions),
        history: record::history(status_of, zone, mentions, reader),
        text: text.into(),
    })
}
