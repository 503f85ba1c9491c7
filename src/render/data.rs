//! The data files: what the site counts, for machines.
//!
//! Rows hold values as the contract names them; what is absent is null, and numbers are numbers.

use serde::Serialize;

use super::json_lines::lines;
use super::tables::TABLES;
use crate::clock::{Clock, DueDate, Instance};
use crate::i18n::Form;
use crate::model::{Id, Impact, Incident, Kind, Moment, Response};
use crate::plan::DataFile;
use crate::site::{SiteModel, href};
use crate::view::{Locale, anchor};

/// Renders one data file. JSON is a list of rows or groups, one on each line, so that a change of
/// one row is a change of one line.
pub(super) fn render(site: &SiteModel, file: DataFile) -> Vec<u8> {
    let locale = Locale { site, language: &site.settings.language };
    let clocks = || site.docket.clocks().map(|clock| clock_row(&locale, clock));
    let incidents =
        || site.register.incidents.values().map(|incident| incident_row(site, incident));
    let responses =
        || site.register.responses.values().map(|response| response_row(site, response));
    match file {
        DataFile::Clocks => lines(clocks()),
        DataFile::Incidents => lines(incidents()),
        DataFile::Statistics => super::statistics::render(site),
        DataFile::Responses => lines(responses()),
        DataFile::ClocksTable => table(file, clocks()),
        DataFile::IncidentsTable => table(file, incidents()),
        DataFile::ResponsesTable => table(file, responses()),
        DataFile::Package => super::datapackage::render(site),
    }
}

/// The same rows as a table.
fn table(file: DataFile, rows: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let table = TABLES.iter().find(|table| table.csv == file);
    table.map(|table| table.write(rows)).unwrap_or_default()
}

#[derive(Serialize)]
struct ClockRow<'a> {
    incident: &'a str,
    clock: &'a str,
    report: &'a str,
    from: Option<&'a str>,
    since: Option<&'a str>,
    timezone: &'a str,
    as_of: String,
    elapsed_days: Option<i64>,
    at_least: bool,
    standing: &'a str,
    freshness: &'a str,
    checked: Option<String>,
    evidenced_days: Option<i64>,
    due: Option<String>,
    due_ends: Option<&'a str>,
    due_original: Option<String>,
    provisional: bool,
    overdue_days: Option<i64>,
    days_late: Option<i64>,
    stopped_by: Option<&'a str>,
    stopped_on: Option<String>,
    missing: Option<String>,
    headline: bool,
    force: Option<&'a str>,
    url: String,
    document: Option<String>,
    due_doubtful: bool,
    evidence_until: Option<&'a str>,
    statement: Option<String>,
    instances: Option<Vec<InstanceRow<'a>>>,
}

/// A due date of a document that is owed again and again.
#[derive(Serialize)]
struct InstanceRow<'a> {
    due: String,
    settled_by: Option<&'a str>,
    settled_on: Option<String>,
    days_late: Option<i64>,
}

fn clock_row<'a>(locale: &Locale<'a>, clock: &'a Clock) -> ClockRow<'a> {
    let terms = locale.terms(clock).map(|(_, terms)| terms);
    let site = locale.site;
    let statement = &clock.statement;
    let path = site.path_of(Kind::Incident, &clock.incident).unwrap_or_default();
    ClockRow {
        incident: clock.incident.as_str(),
        clock: clock.id.as_str(),
        report: terms.map_or("", |terms| terms.report.name()),
        from: terms.and_then(|terms| terms.from.as_ref()).map(Id::as_str),
        since: clock.start.as_ref().map(Moment::written),
        timezone: clock.zone.name(),
        as_of: statement.today.to_string(),
        elapsed_days: statement.elapsed().map(|counted| counted.days),
        at_least: statement.elapsed().is_some_and(|counted| counted.at_least),
        standing: statement.standing().name(),
        freshness: statement.freshness.name(),
        checked: clock.check.map(|check| check.on.to_string()),
        evidenced_days: clock.evidenced,
        due: clock.due.as_ref().map(|due| due.current.written()),
        due_ends: clock.due.as_ref().map(|due| due.current.ends()),
        due_original: clock.due.as_ref().map(|due| due.original.written()),
        provisional: statement.is_provisional(),
        overdue_days: statement.overdue_days(),
        days_late: statement.late().map(|counted| counted.days),
        stopped_by: statement.stop().map(|stop| stop.response.as_str()),
        stopped_on: statement.stop().map(|stop| stop.on.to_string()),
        missing: statement.missing.as_ref().map(ToString::to_string),
        headline: site
            .docket
            .headline(clock.incident.as_str())
            .is_some_and(|headline| headline.id == clock.id),
        force: terms.map(|terms| terms.force.name()),
        url: format!("{}{}#{}", site.settings.url, href(&path), anchor(clock)),
        document: terms.map(|terms| locale.words().awaited_as(terms, Form::Name)),
        due_doubtful: clock.due.as_ref().is_some_and(DueDate::is_doubtful),
        evidence_until: terms.and_then(|terms| terms.evidence_until.as_ref()).map(Moment::written),
        statement: locale.subject(clock).map(|subject| subject.quotation()),
        instances: statement
            .series
            .as_ref()
            .map(|series| series.instances.iter().map(instance_row).collect()),
    }
}

fn instance_row(instance: &Instance) -> InstanceRow<'_> {
    let settled = instance.settled.as_ref();
    InstanceRow {
        due: instance.due.written(),
        settled_by: settled.map(|settled| settled.by.response.as_str()),
        settled_on: settled.map(|settled| settled.by.on.to_string()),
        days_late: settled.and_then(|settled| settled.late).map(|late| late.days),
    }
}

#[derive(Serialize)]
struct ImpactRow<'a> {
    what: &'a str,
    value: &'a str,
    source: Option<&'a str>,
    as_of: Option<&'a str>,
}

#[derive(Serialize)]
struct IncidentRow<'a> {
    id: &'a str,
    title: &'a str,
    summary: Option<&'a str>,
    occurred: &'a str,
    ended: Option<&'a str>,
    timezone: &'a str,
    place: Option<&'a str>,
    country: Option<&'a str>,
    operators: Vec<&'a str>,
    sector: Option<&'a str>,
    tags: &'a [String],
    impact: Vec<ImpactRow<'a>>,
    clocks: Vec<&'a str>,
    headline: Option<&'a str>,
    url: String,
}

fn incident_row<'a>(site: &'a SiteModel, incident: &'a Incident) -> IncidentRow<'a> {
    let record = &incident.record;
    let clocks = site.docket.of(record.id.as_str());
    let impact = |figure: &'a Impact| ImpactRow {
        what: &figure.what,
        value: &figure.value,
        source: figure.source.as_ref().map(Id::as_str),
        as_of: figure.as_of.as_ref().map(Moment::written),
    };
    IncidentRow {
        id: record.id.as_str(),
        title: &record.title,
        summary: record.summary.as_deref(),
        occurred: incident.occurred.written(),
        ended: incident.triggers.get("ended").map(Moment::written),
        timezone: record.timezone.name(),
        place: incident.place.as_deref().map(String::as_str),
        country: incident.country.as_deref(),
        operators: incident.operators.iter().map(Id::as_str).collect(),
        sector: incident.sector.as_deref(),
        tags: &record.tags,
        impact: incident.impact.iter().map(impact).collect(),
        clocks: clocks.iter().map(|clock| clock.id.as_str()).collect(),
        headline: site.docket.headline(record.id.as_str()).map(|clock| clock.id.as_str()),
        url: format!("{}{}", site.settings.url, href(&site.path(Kind::Incident, record))),
    }
}

#[derive(Serialize)]
struct ResponseRow<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'a str,
    date: Option<&'a str>,
    delivered: Option<&'a str>,
    withdrawn: Option<&'a str>,
    timezone: &'a str,
    by: Vec<&'a str>,
    incidents: Vec<&'a str>,
    document: Option<&'a str>,
    archived: Option<&'a str>,
    overturns: Option<&'a str>,
    url: String,
}

fn response_row<'a>(site: &SiteModel, response: &'a Response) -> ResponseRow<'a> {
    let record = &response.record;
    ResponseRow {
        id: record.id.as_str(),
        title: &record.title,
        kind: response.kind.name(),
        date: response.date.as_ref().map(Moment::written),
        delivered: response.delivered.as_ref().map(Moment::written),
        withdrawn: response.withdrawn.as_ref().map(Moment::written),
        timezone: record.timezone.name(),
        by: response.by.iter().map(Id::as_str).collect(),
        incidents: response.incidents.iter().map(Id::as_str).collect(),
        document: response.url.as_deref(),
        archived: response.archived.as_deref(),
        overturns: response.overturns.as_ref().map(Id::as_str),
        url: format!("{}{}", site.settings.url, href(&site.path(Kind::Response, record))),
    }
}
