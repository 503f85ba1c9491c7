//! `overdue new`: a commented record in the right folder. Nothing is opened, and nothing
//! overwritten.
//!
//! What a flag does not say is asked at a terminal, at most five questions; without one it has a
//! default or stays a comment.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use clap::Args;

use super::ask::Somebody;
use super::scaffold::records::Beginning;
use super::scaffold::sound::{introduced, keeps_from_writing};
use super::scaffold::{fill, quoted};
use super::{Exit, Reading, Session, say, sentences};
use crate::diag::did_you_mean;
use crate::front_matter::read_moment;
use crate::load::load;
use crate::model::{DocumentKind, Register, Role, country_name};
use crate::site::SiteModel;
use crate::text::{short_slug_of, slug_trouble};
use crate::workspace::Workspace;
use crate::write::{self, Obstacle};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What to begin
    #[arg(value_enum, value_name = "KIND")]
    what: Beginning,
    /// Its title, from which the file gets its name
    #[arg(required = true, num_args = 1.., value_name = "TITLE")]
    title: Vec<String>,
    /// When it happened or was published [default: today]
    #[arg(long, value_name = "WHEN")]
    date: Option<String>,
    /// The name of the file, in place of one made from the title
    #[arg(long)]
    id: Option<String>,
    /// The incident that a response or an article is about, by id
    #[arg(long, value_name = "ID")]
    incident: Option<String>,
    /// What kind of document or act a response is [default: statement]
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
}

impl Arguments {
    /// The title as one text, also where nobody put it between quotation marks.
    fn title(&self) -> String {
        self.title.join(" ").trim().to_owned()
    }
}

/// What fills the gaps of a template.
type Values = Vec<(&'static str, String)>;

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let options = match session.options(&Reading { as_of: None, drafts: true, strict: false }) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    // What is wrong elsewhere does not keep anybody from beginning a record.
    let read = session.read(load(&session.root)).and_then(|outcome| {
        let model = Workspace::in_memory(outcome.value.clone()).model(options);
        Ok((outcome.value, session.read(model)?.value))
    });
    let (tree, site) = match read {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let zone = site.settings.timezone;
    let today = session.surroundings.now.with_timezone(&zone).date_naive();
    let title = arguments.title();
    let title = title.as_str();
    let begun = name_of(arguments).and_then(|id| {
        let mut values: Values = vec![
            ("title", quoted(title)),
            ("plain", quoted(title)),
            ("id", id.clone()),
            ("today", today.to_string()),
            ("year", today.year().to_string()),
        ];
        let mut somebody = Somebody::at(session.surroundings, session.err);
        values.extend(details(arguments, &site, (zone, today), somebody.as_mut())?);
        Ok((arguments.what.path(&id), fill(arguments.what.template(), &values)))
    });
    let (path, text) = match begun {
        Ok(begun) => begun,
        Err(sentence) => {
            say(session.err, &format!("error: {sentence}"));
            return Exit::Usage;
        }
    };
    let files = [(path, text)];
    if write::taken(&session.root, [files[0].0.as_str()]).is_empty() {
        let found = introduced(&tree, &files, options);
        session.tell(&found);
        if found.iter().any(keeps_from_writing) {
            say(session.err, sentences::NOTHING_WRITTEN);
            return Exit::Usage;
        }
    }
    let [(path, text)] = files;
    match write::create(&session.root, &path, text.as_bytes()) {
        Ok(()) => {
            say(session.out, &sentences::wrote(&path));
            say(session.out, sentences::next_of_record(text.contains("\ndraft: true\n")));
            Exit::Done
        }
        Err(obstacle) => {
            say(session.err, &format!("error: {obstacle}"));
            if matches!(obstacle, Obstacle::Disk(..)) { Exit::Machine } else { Exit::Usage }
        }
    }
}

/// The name of the file: the one that was given, or one made from the title.
fn name_of(arguments: &Arguments) -> Result<String, String> {
    let name = match &arguments.id {
        Some(given) => given.clone(),
        None => short_slug_of(&arguments.title()),
    };
    if name.is_empty() {
        return Err(sentences::no_name_in(&arguments.title()));
    }
    match slug_trouble(&name) {
        Some((message, help)) => Err(format!("{message}; {help}")),
        None => Ok(name),
    }
}

fn details(
    arguments: &Arguments,
    site: &SiteModel,
    (zone, today): (Tz, NaiveDate),
    somebody: Option<&mut Somebody<'_>>,
) -> Result<Values, String> {
    let is_dated =
        matches!(arguments.what, Beginning::Incident | Beginning::Response | Beginning::Article);
    if !is_dated && arguments.date.is_some() {
        return Err(sentences::DATE_UNUSED.to_owned());
    }
    match arguments.what {
        Beginning::Incident => incident(arguments, &site.register, (zone, today), somebody),
        Beginning::Response => response(arguments, site, (zone, today), somebody),
        Beginning::Article => {
            let named = arguments.incident.as_deref();
            let named = named.map(|named| known_incident(named, &site.register)).transpose()?;
            let list = named.as_ref().map_or_else(String::new, |incident| format!("[{incident}]"));
            let incident = named.unwrap_or_else(|| "an-incident".to_owned());
            let date = dated(arguments.date.as_deref(), zone, today)?;
            let mut values = vec![("date", date)];
            values.push(("incident", incident));
            values.push(("incidents", line("incidents", &list, "[an-incident]")));
            Ok(values)
        }
        Beginning::Organisation => {
            let words = Role::NAMES.map(|(_, word)| word);
            let role = match somebody {
                Some(somebody) => {
                    somebody.ask_until(sentences::ROLE, "other", |word| one_of(word, &words))?
                }
                None => "other".to_owned(),
            };
            Ok(vec![("role", role)])
        }
        Beginning::Page | Beginning::Regime | Beginning::Calendar => Ok(Vec::new()),
    }
}

fn incident(
    arguments: &Arguments,
    register: &Register,
    (zone, today): (Tz, NaiveDate),
    mut somebody: Option<&mut Somebody<'_>>,
) -> Result<Values, String> {
    let past = |text: &str, zone: Tz| {
        let moment = read_moment(text, zone)?;
        if moment.first_day(zone) > today {
            Err(sentences::in_the_future(text))
        } else {
            Ok(text.to_owned())
        }
    };
    let own_zone = match somebody.as_mut() {
        Some(somebody) => somebody.ask_until(sentences::ZONE_OF_PLACE, zone.name(), |name| {
            name.parse().map_err(|_| sentences::not_a_zone(name))
        })?,
        None => zone,
    };
    let date = match (&arguments.date, somebody.as_mut()) {
        (Some(given), _) => past(given, own_zone)?,
        (None, Some(somebody)) => {
            somebody.ask_until(sentences::WHEN, &today.to_string(), |text| past(text, own_zone))?
        }
        (None, None) => today.to_string(),
    };
    let mut ask =
        |question: &str, read: &dyn Fn(&str) -> Result<String, String>| match somebody.as_mut() {
            Some(somebody) => somebody.ask_until(question, "", |text| {
                if text.is_empty() { Ok(String::new()) } else { read(text) }
            }),
            None => Ok(String::new()),
        };
    let place = ask(sentences::PLACE, &|text| Ok(quoted(text)))?;
    let country = ask(sentences::COUNTRY, &|code| match country_name(code, "en") {
        Some(_) => Ok(code.to_owned()),
        None => Err(sentences::not_a_country(code)),
    })?;
    let operator = ask(sentences::OPERATOR, &|id| {
        let known = || register.organisations.keys().map(crate::model::Id::as_str);
        if known().any(|other| other == id) {
            return Ok(format!("[{id}]"));
        }
        Err(sentences::not_known("organisation", id, did_you_mean(id, known())))
    })?;
    let zone_line = if own_zone == zone { String::new() } else { own_zone.name().to_owned() };
    Ok(vec![
        ("date", date),
        ("timezone", line("timezone", &zone_line, "Europe/Paris")),
        ("place", line("place", &place, "Strasbourg")),
        ("country", line("country", &country, "FR")),
        ("operators", line("operators", &operator, "[acme]")),
    ])
}

fn response(
    arguments: &Arguments,
    site: &SiteModel,
    (zone, today): (Tz, NaiveDate),
    mut somebody: Option<&mut Somebody<'_>>,
) -> Result<Values, String> {
    let register = &site.register;
    let some: Vec<&str> = register.incidents.keys().take(3).map(crate::model::Id::as_str).collect();
    if some.is_empty() {
        return Err(sentences::NO_INCIDENTS.to_owned());
    }
    let incident = match (&arguments.incident, somebody.as_mut()) {
        (Some(named), _) => known_incident(named, register)?,
        (None, Some(somebody)) => somebody.ask_until(
            sentences::INCIDENT,
            some.first().copied().unwrap_or_default(),
            |id| known_incident(id, register),
        )?,
        (None, None) => return Err(sentences::which_incident(&some)),
    };
    let own = site.settings.documents.iter().map(|own| own.kind.name());
    let words: Vec<&str> =
        DocumentKind::NAMES.map(|(_, word)| word).into_iter().chain(own).collect();
    let kind = match (&arguments.kind, somebody.as_mut()) {
        (Some(given), _) => one_of(given, &words)?,
        (None, Some(somebody)) => {
            somebody.ask_until(sentences::KIND, "statement", |word| one_of(word, &words))?
        }
        (None, None) => "statement".to_owned(),
    };
    let date = match (&arguments.date, somebody.as_mut()) {
        (None, Some(somebody)) => {
            somebody.ask_until(sentences::PUBLISHED, &today.to_string(), |text| {
                dated(Some(text), zone, today)
            })?
        }
        (given, _) => dated(given.as_deref(), zone, today)?,
    };
    Ok(vec![
        ("date", date),
        ("kind", kind),
        ("incident", incident),
        ("by", line("by", "", "[msit]")),
        ("url", line("url", "", "https://example.org/report.pdf")),
    ])
}

fn dated(given: Option<&str>, zone: Tz, today: NaiveDate) -> Result<String, String> {
    given.map_or_else(
        || Ok(today.to_string()),
        |text| read_moment(text, zone).map(|_| text.to_owned()),
    )
}

fn known_incident(id: &str, register: &Register) -> Result<String, String> {
    if register.incidents.contains_key(id) {
        return Ok(id.to_owned());
    }
    let known = register.incidents.keys().map(crate::model::Id::as_str);
    Err(sentences::not_known("incident", id, did_you_mean(id, known)))
}

fn one_of(word: &str, words: &[&str]) -> Result<String, String> {
    if words.contains(&word) {
        Ok(word.to_owned())
    } else {
        Err(sentences::not_one_of(word, words))
    }
}

/// A key with its value, or as a comment with an example.
pub(super) fn line(key: &str, value: &str, example: &str) -> String {
    if value.is_empty() { format!("# {key}: {example}") } else { format!("{key}: {value}") }
}
