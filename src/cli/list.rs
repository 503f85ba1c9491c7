//! `overdue list`: what there is, by the names under which it can be written: the site's own and
//! what is built in.

use clap::{Args, ValueEnum};

use super::{Exit, Reading, Session, say_text};
use crate::diag::Form as Shown;
use crate::i18n::Form;
use crate::load::{built_in_calendars, built_in_regimes};
use crate::model::{DocumentKind, Kind};
use crate::site::SiteModel;
use crate::wording::sentence_case;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of what
    #[arg(value_enum, default_value = "clocks")]
    of: Of,
    /// Names alone, one on each line, for scripts
    #[arg(long)]
    names: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// What happened
    Incidents,
    /// What is awaited, drafts left out
    Clocks,
    /// Who operates, investigates, rules or pays
    Organisations,
    /// Reporting duties
    Regimes,
    /// Calendars of working days
    Calendars,
    /// Kinds of documents and acts
    Documents,
}

/// A name, and what it stands for.
struct Row {
    name: String,
    says: String,
}

impl Row {
    fn new(name: &str, says: impl Into<String>) -> Self {
        Self { name: name.to_owned(), says: says.into() }
    }
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let site = match session.model(&Reading::published(None)) {
        Ok(site) => site,
        Err(exit) => return exit,
    };
    let mut rows = rows(&site, arguments.of);
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    let lines = rows.iter().map(|Row { name, says }| match arguments.names {
        true => format!("{name}\n"),
        false => format!("{}\n", format!("{name:width$}  {says}").trim_end()),
    });
    say_text(session.out, Shown::Plain, &lines.collect::<String>());
    Exit::Done
}

fn rows(site: &SiteModel, of: Of) -> Vec<Row> {
    let register = &site.register;
    let records = |kind: Kind| {
        let own = register.records().filter(|(found, _)| *found == kind);
        own.map(|(_, record)| Row::new(record.id.as_str(), one_line(&record.title))).collect()
    };
    // What the site has of the same name stands in the place of what is built in.
    let built_in = |files: &[(&str, &str)], own: &mut Vec<Row>| {
        for (name, text) in files {
            if !own.iter().any(|row| row.name == *name) {
                let title = text.lines().find_map(|line| line.strip_prefix("title: "));
                own.push(Row::new(name, title.unwrap_or_default().trim_matches('"')));
            }
        }
    };
    match of {
        Of::Incidents => records(Kind::Incident),
        Of::Organisations => records(Kind::Organisation),
        Of::Clocks => site
            .docket
            .clocks()
            .map(|clock| {
                let name = format!("{}/{}", clock.incident, clock.id);
                Row::new(&name, clock.statement.standing().name())
            })
            .collect(),
        Of::Regimes => {
            let named = register.regimes.values();
            let mut rows: Vec<Row> =
                named.map(|regime| Row::new(regime.id.as_str(), one_line(&regime.title))).collect();
            built_in(built_in_regimes(), &mut rows);
            rows
        }
        Of::Calendars => {
            let named = register.calendars.values();
            let mut rows: Vec<Row> = named
                .map(|calendar| Row::new(calendar.id.as_str(), one_line(&calendar.title)))
                .collect();
            built_in(built_in_calendars(), &mut rows);
            rows
        }
        Of::Documents => {
            let own = site.settings.documents.iter().map(|own| own.kind);
            let kinds = DocumentKind::NAMES.into_iter().map(|(kind, _)| kind).chain(own);
            let words = site.words("en");
            kinds
                .map(|kind| {
                    let stops = if kind.is_document() { "stops a clock" } else { "stops none" };
                    let name = sentence_case(words.document(kind, Form::Name));
                    Row::new(kind.name(), format!("{name}: {stops}"))
                })
                .collect()
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
