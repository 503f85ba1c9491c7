//! One file below `content/` → one record and its mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::record::{self, Heading, RawRecord};
use super::translation::{self, Entry};
use super::{article, incident, organisation, regime, response};
use crate::diag::{Code, Diagnostic, SourceFile, did_you_mean};
use crate::front_matter::reader::Reader;
use crate::front_matter::spans::Places;
use crate::front_matter::split;
use crate::front_matter::yaml::{self, Key, Node, Value};
use crate::lint::{self, FileLint};
use crate::markdown::counter;
use crate::markdown::href::folder_of;
use crate::markdown::mention::Mentions;
use crate::markdown::wiki::Names;
use crate::markdown::{self, Context, Passages};
use crate::model::{
    Article, Calendar, Id, Incident, Kind, Organisation, Page, Regime, Response, Settings,
    Translation,
};
use crate::text;

/// What one file says.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    pub(crate) places: Places,
    pub(crate) what: What,
    /// Shared between copies, as nothing in it is ever changed.
    pub(crate) mentions: Arc<Mentions>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What was read, for comparison with a translation, if there is one.
    pub(crate) front_matter: Option<Arc<Node>>,
    /// What is said of it besides what is wrong, if that is wanted.
    pub(crate) lint: Option<Box<FileLint>>,
}

/// The record in a file.
#[derive(Debug, Clone)]
pub(crate) enum What {
    Incident(Box<Incident>),
    Response(Box<Response>),
    Article(Box<Article>),
    Organisation(Box<Organisation>),
    Page(Box<Page>),
    Regime(Box<Regime>),
    Calendar(Box<Calendar>),
    Translation {
        kind: Kind,
        id: Id,
        language: String,
        words: Box<Translation>,
        said: Vec<Entry>,
    },
    /// A record that could not be made; its name is known all the same.
    Broken(Option<(Kind, Id)>),
}

/// What a path below `content/` says of its file.
enum Place<'p> {
    Record { kind: Kind, id: &'p str, language: Option<&'p str> },
    Regime(&'p str),
    Calendar(&'p str),
    Unknown,
}

fn place_of(path: &str) -> Place<'_> {
    let Some((folder, rest)) =
        path.strip_prefix("content/").and_then(|inside| inside.split_once('/'))
    else {
        return Place::Unknown;
    };
    let name = rest.rsplit('/').next().unwrap_or(rest);
    if let Some(stem) = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")) {
        return match folder {
            "regimes" => Place::Regime(stem),
            "calendars" => Place::Calendar(stem),
            _ => Place::Unknown,
        };
    }
    let (Some(kind), Some(stem)) =
        (Kind::ALL.into_iter().find(|kind| kind.folder() == folder), name.strip_suffix(".md"))
    else {
        return Place::Unknown;
    };
    match stem.rsplit_once('.') {
        Some((id, language)) if text::is_language(language) => {
            Place::Record { kind, id, language: Some(language) }
        }
        _ => Place::Record { kind, id: stem, language: None },
    }
}

/// The calendar that a file is.
pub(crate) fn calendar_of(path: &str) -> Option<&str> {
    match place_of(path) {
        Place::Calendar(id) => Some(id),
        _ => None,
    }
}

/// Whether something is read from a text file at this path.
pub(crate) fn is_known_place(path: &str) -> bool {
    !matches!(place_of(path), Place::Unknown)
}

/// Whether a path is that of words in another language.
pub(crate) fn is_translation(path: &str) -> bool {
    matches!(place_of(path), Place::Record { language: Some(_), .. })
}

/// The last part of the addresses of records, where it is not their id.
pub(crate) type Slugs = BTreeMap<(Kind, Id), String>;

/// The slugs of what was parsed.
pub(crate) fn slugs<'p>(parsed: impl IntoIterator<Item = &'p Parsed>) -> Slugs {
    let own = |found: &Parsed| {
        let (kind, record) = match &found.what {
            What::Incident(found) => (Kind::Incident, &found.record),
            What::Response(found) => (Kind::Response, &found.record),
            What::Article(found) => (Kind::Article, &found.record),
            What::Organisation(found) => (Kind::Organisation, &found.record),
            What::Page(found) => (Kind::Page, &found.record),
            What::Regime(_) | What::Calendar(_) | What::Translation { .. } | What::Broken(_) => {
                return None;
            }
        };
        (record.slug != record.id.as_str())
            .then(|| ((kind, record.id.clone()), record.slug.clone()))
    };
    parsed.into_iter().filter_map(own).collect()
}

/// Why nothing is read from a text file, with help.
pub(crate) fn misplaced(path: &str) -> (&'static str, String) {
    const FOLDERS: [&str; 7] =
        ["incidents", "responses", "articles", "organisations", "regimes", "calendars", "pages"];
    let folder = path
        .strip_prefix("content/")
        .and_then(|inside| inside.split_once('/'))
        .map_or("", |(folder, _)| folder);
    if FOLDERS.contains(&folder) {
        let help = rename_help(path).unwrap_or_else(|| {
            "records are Markdown files, regimes and calendars YAML files".to_owned()
        });
        return ("nothing is read from this file", help);
    }
    let help = match did_you_mean(folder, FOLDERS) {
        Some(meant) => format!("did you mean content/{meant}/?"),
        None => format!("records lie in content/{}", FOLDERS.join(", ")),
    };
    ("nothing is read from this folder", help)
}

/// How to rename a file that was meant as a record, and has another ending.
pub(crate) fn rename_help(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_text = ending != "md" && (is_markdown(name) || ending.eq_ignore_ascii_case("txt"));
    let stem = hidden_ending(name).unwrap_or(stem);
    is_text.then(|| format!("rename it to `{stem}.md` if it is a record"))
}

/// Whether a file is called like Markdown. With another ending than `.md` it was meant as a record,
/// perhaps a draft, and is not copied.
pub(crate) fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| {
        matches!(&*ending, "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdx")
    }) || hidden_ending(name).is_some()
}

/// What stands before `.md.txt`: Windows hides the ending that its editor adds.
fn hidden_ending(name: &str) -> Option<&str> {
    const ENDING: &str = ".md.txt";
    let (stem, ending) = name.split_at_checked(name.len().checked_sub(ENDING.len())?)?;
    ending.eq_ignore_ascii_case(ENDING).then_some(stem)
}

/// The record that a Markdown file is, or is a translation of, by the path of the file.
pub fn record_of(path: &str) -> Option<(Kind, String)> {
    match place_of(path) {
        Place::Record { kind, id, .. } => Some((kind, id.nfc().collect())),
        _ => None,
    }
}

/// The names of the records at these paths, by which prose can link to them.
pub(crate) fn names<'p>(paths: impl Iterator<Item = &'p str>) -> Names {
    Names::of(paths.filter_map(|path| match place_of(path) {
        Place::Record { kind, id, language: None } => Some((kind, id)),
        _ => None,
    }))
}

/// What is known of a site before any of its files is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'k> {
    pub(crate) settings: &'k Settings,
    /// Needed for translations alone.
    pub(crate) slugs: &'k Slugs,
    pub(crate) names: &'k Names,
    /// Records that have a translation.
    pub(crate) translated: &'k BTreeSet<(Kind, Id)>,
    /// Whether there is to be advice, too.
    pub(crate) lints: bool,
}

/// Reads one file.
pub(crate) fn parse_file(file: &Arc<SourceFile>, known: Known<'_>) -> Parsed {
    let mut reader = Reader::new(file);
    reader.documents = known.settings.documents.iter().map(|own| own.kind).collect();
    let mut mentions = Mentions::default();
    let mut passages = Passages::default();
    let place = place_of(&file.path);
    let id = match place {
        Place::Unknown => None,
        Place::Regime(id) | Place::Calendar(id) | Place::Record { id, .. } => {
            Some(checked_id(id, &mut reader))
        }
    };
    let written = id.as_ref().and_then(|_| front_matter(file, &place, &mut reader));
    let places =
        written.as_ref().map_or_else(|| Places::unread(file), |(node, _)| Places::of(file, node));
    let read = id.clone().zip(written.as_ref()).and_then(|(id, (node, body))| match place {
        Place::Unknown => None,
        Place::Regime(_) => regime::regime(node, &id, &mut mentions, &mut reader)
            .map(|regime| What::Regime(Box::new(regime))),
        Place::Calendar(_) => regime::calendar(node, &id, &mut mentions, &mut reader)
            .map(|calendar| What::Calendar(Box::new(calendar))),
        Place::Record { kind, language, .. } => {
            mentions.head = places.head_span();
            markdown_file(
                (kind, &id, language),
                (node, body.clone()),
                known,
                &mut passages,
                &mut mentions,
                &mut reader,
            )
        }
    });
    let key = match place {
        Place::Record { kind, .. } => id.map(|id| (kind, id)),
        Place::Regime(_) | Place::Calendar(_) | Place::Unknown => None,
    };
    let lint = written.as_ref().filter(|_| known.lints).map(|(node, body)| {
        let record = match place {
            Place::Record { kind, language, .. } => Some((kind, language)),
            Place::Regime(_) | Place::Calendar(_) | Place::Unknown => None,
        };
        Box::new(lint::lint(file, record, (node, body.clone()), passages, known.settings))
    });
    let is_translated = matches!(place, Place::Record { language: None, .. })
        && key.as_ref().is_some_and(|key| known.translated.contains(key));
    Parsed {
        places,
        what: read.unwrap_or(What::Broken(key)),
        mentions: Arc::new(mentions),
        diagnostics: reader.diagnostics.into(),
        front_matter: written.filter(|_| is_translated).map(|(node, _)| Arc::new(node)),
        lint,
    }
}

/// Reads a duty or calendar that is part of the program, as if it lay at this path.
pub(crate) fn parse_built_in(path: String, text: &str) -> Parsed {
    let (settings, slugs, names) = (Settings::default(), Slugs::new(), Names::default());
    let file = Arc::new(SourceFile { path, text: text.to_owned() });
    parse_file(
        &file,
        Known {
            settings: &settings,
            slugs: &slugs,
            names: &names,
            translated: &BTreeSet::new(),
            lints: false,
        },
    )
}

fn checked_id(stem: &str, reader: &mut Reader) -> Id {
    if let Some((message, help)) = text::slug_trouble(stem) {
        reader.error(Code::FileName, &(0..0), message, format!("rename the file: {help}"));
    }
    if let Some(message) = text::mixed_scripts(stem) {
        reader.error(
            Code::TextBidi,
            &(0..0),
            message,
            "rename the file with the letters of one script",
        );
    }
    Id::from(stem)
}

/// What is written in a file's front matter, or in the whole of a YAML file, and where its body is.
fn front_matter(
    file: &Arc<SourceFile>,
    place: &Place<'_>,
    reader: &mut Reader,
) -> Option<(Node, Range<usize>)> {
    let parts = match place {
        Place::Record { .. } => split::split(file),
        Place::Regime(_) | Place::Calendar(_) | Place::Unknown => Ok(split::whole(file)),
    };
    let read = parts.and_then(|parts| Ok((yaml::parse(file, parts.yaml)?, parts.body)));
    read.map_err(|diagnostic| reader.report(*diagnostic)).ok()
}

fn markdown_file(
    (kind, id, language): (Kind, &Id, Option<&str>),
    (node, body_span): (&Node, Range<usize>),
    Known { settings, slugs, names, .. }: Known<'_>,
    passages: &mut Passages,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<What> {
    let file = Arc::clone(reader.file());
    let nothing = Vec::new();
    let map = match &node.value {
        // Keys without values are told one by one.
        Value::Map(entries) => entries,
        _ if node.is_empty() => &nothing,
        _ => reader.map(node, "front matter")?,
    };
    let what = format!(
        "{} {}",
        if matches!(kind, Kind::Incident | Kind::Article | Kind::Organisation) {
            "an"
        } else {
            "a"
        },
        kind.name()
    );
    if let Some(other) = kind_meant(kind, map) {
        let folder = other.folder();
        let (article, name) = (
            if matches!(other, Kind::Incident | Kind::Article | Kind::Organisation) {
                "an"
            } else {
                "a"
            },
            other.name(),
        );
        let message =
            format!("this looks like {article} {name}, and lies among the {}", kind.folder());
        reader.error(
            Code::KeyUnknown,
            &mentions.head,
            message,
            format!("move it to content/{folder}/"),
        );
        return None;
    }
    reader.refuse_unknown(map, &what, &[RawRecord::KEYS, own_keys(kind)]);
    let mut raw = RawRecord::read(map, reader);
    record::require_title(&mut raw, map, reader);
    for words in [&raw.title, &raw.summary].into_iter().flatten() {
        counter::warn_of_literal(words, reader);
    }
    let folder = folder_of(&file.path);
    let body = (&file.text[body_span.clone()], body_span.start);

    if let Some(language) = language {
        if !settings.languages.iter().any(|known| known == language) {
            reader.error(
                Code::LanguageUnknown,
                &mentions.head,
                format!("the site is not made in `{language}`"),
                format!("add `{language}` to `languages` in overdue.yaml, or rename the file"),
            );
        }
        let heading = Heading {
            title: raw.title.clone()?.value,
            summary: raw.summary.clone().map(|found| found.value),
        };
        let page = format!(
            "{}/{}",
            kind.folder(),
            slugs.get(&(kind, id.clone())).map_or(id.as_str(), String::as_str)
        );
        let context = Context {
            folder,
            page: &page,
            language,
            raw_html: settings.raw_html,
            names: Some(names),
        };
        let prose = markdown::body(body, context, passages, mentions, reader).into();
        check_own_keys(kind, map, reader);
        reader.page.clone_from(&page);
        let said = translation::read(kind, map, mentions, reader);
        let words = Box::new(Translation { title: heading.title, summary: heading.summary, prose });
        return Some(What::Translation {
            kind,
            id: id.clone(),
            language: language.to_owned(),
            words,
            said,
        });
    }

    // What a response calls its language is that of the document; what is written about it here is
    // in the site's.
    let document_language = if kind == Kind::Response { raw.language.take() } else { None };
    let mut record = record::record(raw, id, settings, mentions, reader);
    let page = format!("{}/{}", kind.folder(), record.slug);
    reader.page.clone_from(&page);
    let context = Context {
        folder,
        page: &page,
        language: &record.language,
        raw_html: settings.raw_html,
        names: Some(names),
    };
    record.prose = markdown::body(body, context, passages, mentions, reader).into();
    Some(match kind {
        Kind::Incident => {
            What::Incident(Box::new(incident::incident(map, record, settings, mentions, reader)?))
        }
        Kind::Response => What::Response(Box::new(response::response(
            map,
            record,
            &document_language,
            mentions,
            reader,
        )?)),
        Kind::Article => What::Article(Box::new(article::article(map, record, mentions, reader)?)),
        Kind::Organisation => {
            What::Organisation(Box::new(organisation::organisation(map, record, reader)))
        }
        Kind::Page => What::Page(Box::new(Page { record })),
    })
}

/// The kind that front matter was written for, if three of its keys or more are unknown here and
/// known to that kind alone.
fn kind_meant(kind: Kind, map: &[(Key, Node)]) -> Option<Kind> {
    let is_unknown =
        |name: &str| !RawRecord::KEYS.contains(&name) && !own_keys(kind).contains(&name);
    let unknown: Vec<&str> =
        map.iter().map(|(key, _)| &*key.name).filter(|name| is_unknown(name)).collect();
    let known_to =
        |other: Kind| unknown.iter().filter(|name| own_keys(other).contains(name)).count();
    let most = Kind::ALL.into_iter().map(known_to).max().filter(|most| *most >= 3)?;
    let mut others = Kind::ALL.into_iter().filter(|other| known_to(*other) == most);
    others.next().filter(|_| others.next().is_none())
}

/// The keys of a kind besides those of every record.
pub(crate) fn own_keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Incident => incident::RawIncident::KEYS,
        Kind::Response => response::RawResponse::KEYS,
        Kind::Article => article::RawArticle::KEYS,
        Kind::Organisation => organisation::RawOrganisation::KEYS,
        Kind::Page => &[],
    }
}

/// Reports what cannot be read of the keys that are a kind's own.
fn check_own_keys(kind: Kind, map: &[(Key, Node)], reader: &mut Reader) {
    match kind {
        Kind::Incident => drop(incident::RawIncident::read(map, reader)),
        Kind::Response => drop(response::RawResponse::read(map, reader)),
        Kind::Article => drop(article::RawArticle::read(map, reader)),
        Kind::Organisation => drop(organisation::RawOrganisation::read(map, reader)),
        Kind::Page => {}
    }
}
