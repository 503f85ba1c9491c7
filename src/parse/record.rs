//! The keys that every record may have, and the raw record → [`Record`].

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use unicode_normalization::UnicodeNormalization;

use crate::diag::{Code, Diagnostic, Place, did_you_mean};
use crate::front_matter::moment::Written;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::{Field, Located, Reader};
use crate::front_matter::values::List;
use crate::front_matter::yaml::Node;
use crate::markdown::href::decoded;
use crate::markdown::mention::{Mention, Mentions};
use crate::model::{
    Correction, Id, Image, Kind, Record, Reply, Settings, Source, Status, StatusEntry,
};
use crate::text::{self, slug_trouble};

/// An id of another record, as written.
pub(super) type Name = Located<String>;

raw! {
    /// The keys that every record may have.
    RawRecord ("a record") {
        /// The name of the page.
        title [required]: String,
        /// One sentence for lists, feeds and search engines.
        summary: String,
        /// The last part of the address, in place of the file's name.
        slug: String,
        /// Old addresses, as paths of this site, which lead here.
        aliases: List<Located<String>, 100>,
        /// Words by which pages are grouped.
        tags: List<Located<String>, 100>,
        /// Whether it is kept back: a draft is not published and changes no number.
        draft: bool,
        /// The zone in which its dates and times are meant, and its days are counted.
        timezone [zone]: String,
        /// The language in which it is written; for a response, that of the document.
        language [language]: String,
        /// The day of the last change that readers should know of.
        updated [day]: Written,
        /// Who wrote it.
        authors: List<String, 100>,
        /// A picture that lies beside the record.
        image: RawImage,
        /// What the claims rest on; `[@id]` in the text cites one.
        sources: List<Located<RawSource>>,
        /// What the page once said wrongly.
        corrections: List<Located<RawCorrection>>,
        /// Who was asked for a reply, when, and what they answered.
        replies: List<Located<RawReply>>,
    }
}
raw! {
    RawImage ("an image") {
        /// The name of a file in the same folder.
        file [required]: String,
        /// What the picture shows, for those who do not see it.
        alt [required]: String,
        /// Whose picture it is.
        credit: String,
    }
}
raw! {
    RawSource ("a source") {
        /// The word by which `[@id]` and `source: id` name it.
        id: String,
        /// What the source is called.
        title [required]: String,
        /// Where it can be read.
        url [web]: String,
        /// Who published it.
        publisher: String,
        /// When it was published.
        published: Written,
        /// The day on which it was read.
        accessed [day]: Written,
        /// Where a copy is kept.
        archived [web]: String,
        /// The language in which it is written; that of the record if this is left out.
        language [language]: String,
        /// The words that matter, in its own language.
        quote: String,
    }
}
raw! {
    RawCorrection ("a correction") {
        /// The day of the correction.
        date [required, day]: Written,
        /// What the page said before.
        was [required]: String,
        /// What it says now.
        now: String,
        /// Why it was wrong.
        why: String,
    }
}
raw! {
    RawReply ("a reply") {
        /// The day on which somebody was asked.
        asked [required, day]: Written,
        /// The organisation that was asked, by id.
        of [required, organisation]: String,
        /// How it was asked, such as by e-mail.
        channel: String,
        /// The day by which an answer was asked for.
        deadline [day]: Written,
        /// The day of the answer.
        answered [day]: Written,
        /// What was answered.
        text: String,
    }
}
raw! {
    RawStatus ("a status entry") {
        /// The day since which it holds.
        date [required, day]: Written,
        /// How things stood from that day.
        status [required, state]: String,
        /// A source of this record, by id.
        source: String,
        /// Who says so, by id.
        by [organisation]: String,
    }
}

/// The record's words in the language of its file, for translations and originals alike.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) title: String,
    pub(super) summary: Option<String>,
}

/// Turns the common keys into a [`Record`] without prose, assets or translations, which are added
/// by its reader.
pub(super) fn record(
    raw: RawRecord,
    id: &Id,
    settings: &Settings,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Record {
    let RawRecord {
        title,
        summary,
        slug,
        aliases,
        tags,
        draft,
        timezone,
        language,
        updated,
        authors,
        image,
        sources,
        corrections,
        replies,
    } = raw;
    let zone = zone_of(&timezone, reader).unwrap_or(settings.timezone);
    let language = self::language(&language, reader).unwrap_or_else(|| settings.language.clone());
    let slug = match slug {
        Some(written) => checked_slug(&written, reader),
        None => id.to_string(),
    };
    let sources = sources.map_or_else(Vec::new, |list| source_list(list.value.0, zone, reader));
    Record {
        id: id.clone(),
        slug,
        title: text_of(title).unwrap_or_default(),
        summary: text_of(summary),
        timezone: zone,
        language,
        aliases: aliases.map_or_else(Vec::new, |list| {
            list.value
                .0
                .iter()
                .filter_map(|alias| checked_alias(alias, &settings.url, reader))
                .collect()
        }),
        tags: tag_list(tags, reader),
        draft: draft.is_some_and(|found| found.value),
        updated: reader.date_of(&updated, zone),
        authors: authors.map_or_else(Vec::new, |list| {
            if let [only] = &list.value.0[..] {
                warn_of_several(only, &list.span, "author", reader);
            }
            list.value.0
        }),
        image: image.and_then(|found| image_of(found, mentions, reader)),
        corrections: corrections.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| correction(raw.value, &raw.span, zone, reader))
                .collect()
        }),
        replies: replies.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| reply(raw.value, &raw.span, zone, mentions, reader))
                .collect()
        }),
        sources,
        prose: Arc::default(),
        translations: BTreeMap::new(),
        assets: Vec::new(),
    }
}

/// Requires a title, so that no page is without a name.
pub(super) fn require_title(
    raw: &mut RawRecord,
    map: &[(crate::front_matter::yaml::Key, Node)],
    reader: &mut Reader,
) {
    let at = map.first().map_or(0..0, |(key, _)| key.span.clone());
    let title = raw.title.take();
    raw.title = reader.require(
        title,
        map,
        &at,
        "title",
        "write `title:` with the name of the page, in quotes if it has a colon",
    );
}

/// Plain text of a field; reading it has cleaned it.
pub(super) fn text_of<T: From<String>>(field: Field<String>) -> Option<T> {
    field.map(|found| found.value.into())
}

/// The zone that a key names, or a report.
pub(super) fn zone_of(field: &Field<String>, reader: &mut Reader) -> Option<Tz> {
    let Located { value, span } = field.as_ref()?;
    if let Ok(zone) = value.parse() {
        return Some(zone);
    }
    let names = || chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let city = value.replace(' ', "_");
    let of_city = names().find(|name| {
        name.rsplit_once('/').is_some_and(|(_, last)| last.eq_ignore_ascii_case(&city))
    });
    let is_offset = value.contains(|c: char| c.is_ascii_digit()) && !value.contains('/');
    // What an abbreviation is like is another zone.
    let of_name = || did_you_mean(value, names()).filter(|_| value.contains('/'));
    let help = match of_city.or_else(of_name) {
        _ if is_offset => "write the place whose clocks it means, such as Europe/Paris: clocks change, and an offset does not".to_owned(),
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write a name of the IANA list, such as Europe/Paris or Asia/Seoul".to_owned(),
    };
    reader.error(Code::ZoneUnknown, span, format!("`{value}` is not a time zone"), help);
    None
}

/// A language code, or a report.
pub(super) fn language(field: &Field<String>, reader: &mut Reader) -> Option<String> {
    let Located { value, span } = field.as_ref()?;
    if text::is_language(value) {
        return Some(value.clone());
    }
    reader.error(
        Code::LanguageUnknown,
        span,
        format!("`{value}` is not a language code"),
        "write a code such as en, fr or ko",
    );
    None
}

fn checked_slug(written: &Located<String>, reader: &mut Reader) -> String {
    if let Some((message, help)) = slug_trouble(&written.value) {
        reader.error(Code::SlugForm, &written.span, message, help);
    }
    written.value.clone()
}

/// An old address, as a path without slashes at its ends: as it is written, as a browser shows it,
/// or whole, with the site's own address before it.
fn checked_alias(written: &Located<String>, site: &str, reader: &mut Reader) -> Option<String> {
    let whole = written.value.trim();
    let bare =
        |url: &str| url.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let host_and_base = bare(site);
    let base =
        host_and_base.find('/').map_or("", |slash| &host_and_base[slash..]).trim_end_matches('/');
    let path = if whole.contains("://") || whole.starts_with("//") {
        bare(whole).strip_prefix(host_and_base.trim_end_matches('/')).map(str::to_owned)
    } else {
        Some(
            whole
                .strip_prefix(base)
                .filter(|rest| rest.starts_with('/'))
                .unwrap_or(whole)
                .to_owned(),
        )
    };
    let path =
        path.filter(|path| path.is_empty() || path.starts_with('/') || !whole.contains("://"));
    let decoded = path.as_deref().map(|path| decoded(path.trim_matches('/')));
    let trouble = match &decoded {
        None => "an old address must be a path of this site".to_owned(),
        Some(None) => "a name in it cannot be read: `%` begins the number of a letter".to_owned(),
        Some(Some(path)) if path.is_empty() => "the home page cannot be an old address".to_owned(),
        Some(Some(path)) => {
            let file = path.strip_suffix(".html").unwrap_or(path);
            // Old addresses had spaces where ours have hyphens.
            let spaced = |segment: &str| match segment.trim() == segment {
                true => slug_trouble(&segment.replace(' ', "-")),
                false => slug_trouble(segment),
            };
            match file.split('/').find_map(spaced) {
                None => return decoded.flatten(),
                Some((message, _)) => message,
            }
        }
    };
    let help = "write the path alone, such as `/2021/ovh-fire/`";
    reader.error(Code::AliasForm, &written.span, trouble, help);
    None
}

/// Warns of one text with commas where a list is expected.
fn warn_of_several(only: &str, written: &Range<usize>, what: &str, reader: &mut Reader) {
    let raw = reader.file().text.get(written.clone()).unwrap_or_default();
    if only.contains(", ") && !raw.starts_with(['[', '-']) {
        reader.error(
            Code::ListAsText,
            written,
            format!("this is one {what} named `{only}`"),
            format!("write `[{only}]` for several, and `[\"{only}\"]` for the one"),
        );
    }
}

fn tag_list(field: Field<List<Located<String>, 100>>, reader: &mut Reader) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    if let Some(Located { value: List(list), span }) = &field
        && let [only] = &list[..]
    {
        warn_of_several(&only.value, span, "tag", reader);
    }
    for tag in field.map_or_else(Vec::new, |list| list.value.0) {
        let name = tag.value;
        if text::slug_of(&name).is_empty() {
            reader.error(
                Code::SlugForm,
                &tag.span,
                format!("the tag `{name}` has no letter or digit"),
                "write a word",
            );
        } else if !tags.contains(&name) {
            tags.push(name);
        }
    }
    tags
}

fn image_of(
    found: Located<RawImage>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Image> {
    let Located { value: RawImage { file, alt, credit }, span } = found;
    let file = need(file, &span, "file", "name a picture that lies beside this record", reader)?;
    let alt =
        need(alt, &span, "alt", "say what the picture shows, for those who do not see it", reader)?;
    let file: String = file.nfc().collect();
    mentions.push(Mention::File(Located { value: file.clone(), span }));
    Some(Image { file, alt: alt.into(), credit: text_of(credit) })
}

/// The value of a key that its map must have.
pub(super) fn need<T>(
    field: Field<T>,
    span: &Range<usize>,
    name: &str,
    help: &str,
    reader: &mut Reader,
) -> Option<T> {
    if field.is_none() {
        reader.missing(span, name, format!("`{name}` is missing here"), help);
    }
    field.map(|found| found.value)
}

fn source_list(raws: Vec<Located<RawSource>>, zone: Tz, reader: &mut Reader) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for raw in raws {
        let Located {
            value:
                RawSource { id, title, url, publisher, published, accessed, archived, language, quote },
            span,
        } = raw;
        // Without a title it is a source all the same, which may be cited.
        let title =
            need(title, &span, "title", "give the source a title", reader).unwrap_or_default();
        if let Some(id) = &id
            && sources
                .iter()
                .any(|other| other.id.as_ref().is_some_and(|seen| seen.as_str() == id.value))
        {
            reader.error(
                Code::IdDuplicate,
                &id.span,
                format!("two sources have the id `{}`", id.value),
                "give each its own id",
            );
        }
        sources.push(Source {
            id: id.map(|found| Id::from(&*found.value)),
            title,
            url: web_address(url, reader),
            publisher: text_of(publisher),
            published: reader.moment_of(&published, zone),
            accessed: reader.date_of(&accessed, zone),
            archived: web_address(archived, reader),
            language: self::language(&language, reader),
            quote: text_of(quote),
        });
    }
    sources
}

/// A web address, or a report.
pub(super) fn web_address(field: Field<String>, reader: &mut Reader) -> Option<String> {
    let Located { value, span } = field?;
    if text::is_web_address(&value) {
        return Some(value);
    }
    let whole = format!("https://{value}");
    let help = if let Some(trouble) = text::address_trouble(&value) {
        trouble.to_owned()
    } else if value.contains('.') && !value.contains(':') && text::is_web_address(&whole) {
        format!("write `{whole}`")
    } else {
        "write the whole address, beginning with https://".to_owned()
    };
    reader.error(Code::UrlForm, &span, format!("`{value}` is not a web address"), help);
    None
}

/// A country code in capitals, or a report.
pub(super) fn country_code(field: Field<String>, reader: &mut Reader) -> Option<String> {
    let Located { value, span } = field?;
    let code = value.to_ascii_uppercase();
    if crate::model::country_name(&code, "en").is_some() {
        return Some(code);
    }
    reader.error(
        Code::CountryUnknown,
        &span,
        format!("`{value}` is not a country code"),
        if code == "UK" {
            "write `GB`"
        } else {
            "write the two letters of ISO 3166-1, such as FR, KR or GB"
        },
    );
    None
}

fn correction(
    raw: RawCorrection,
    span: &Range<usize>,
    zone: Tz,
    reader: &mut Reader,
) -> Option<Correction> {
    let RawCorrection { date, was, now, why } = raw;
    if date.is_none() {
        reader.missing(
            span,
            "date",
            "a correction has no `date`",
            "write the day of the correction",
        );
    }
    let was = need(was, span, "was", "say what the page said before", reader)?;
    Some(Correction {
        date: reader.date_of(&date, zone)?,
        was: was.into(),
        now: text_of(now),
        why: text_of(why),
    })
}

fn reply(
    raw: RawReply,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Reply> {
    let RawReply { asked, of, channel, deadline, answered, text } = raw;
    if asked.is_none() {
        reader.missing(span, "asked", "a reply has no `asked`", "write the day on which you asked");
    }
    if of.is_none() {
        reader.missing(span, "of", "a reply has no `of`", "name the organisation that was asked");
    }
    let of = of?;
    let asked = reader.date_of(&asked, zone)?;
    let answered_on = reader.date_of(&answered, zone);
    if let Some(Located { span, .. }) = &answered {
        refuse_order(("the question of", asked), ("an answer of", answered_on, span), reader);
    }
    Some(Reply {
        asked,
        of: mentions.organisation(&of),
        channel: text_of(channel),
        deadline: reader.date_of(&deadline, zone),
        answered: answered_on,
        text: text_of(text),
    })
}

/// The history of a commitment or recommendation.
pub(super) fn history(
    field: Field<List<Located<RawStatus>, 100>>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Vec<StatusEntry> {
    let known = Status::NAMES.map(|(_, name)| name);
    let mut entries = Vec::new();
    for Located { value: RawStatus { date, status, source, by }, span } in
        field.map_or_else(Vec::new, |list| list.value.0)
    {
        let Some(status) = status else {
            reader.missing(
                &span,
                "status",
                "a state has no `status`",
                format!("write one of: {}", known.join(", ")),
            );
            continue;
        };
        let found = Status::NAMES
            .into_iter()
            .find(|(_, name)| *name == status.value)
            .map(|(found, _)| found);
        if found.is_none() {
            let help = match did_you_mean(&status.value, known) {
                Some(meant) => {
                    format!("did you mean `{meant}`? It is one of: {}", known.join(", "))
                }
                None => format!("write one of: {}", known.join(", ")),
            };
            reader.error(
                Code::ValueUnknown,
                &status.span,
                format!("`{}` is not a state", status.value),
                help,
            );
        }
        if date.is_none() {
            reader.missing(
                &span,
                "date",
                "this state has no `date`",
                "write the day since which it holds",
            );
        }
        let (Some(date), Some(status)) = (reader.date_of(&date, zone), found) else { continue };
        entries.push(StatusEntry {
            date,
            status,
            by: by.map(|found| mentions.organisation(&found)),
            source: source.map(|found| mentions.source(&found)),
        });
    }
    entries
}

/// The organisations that a list names.
pub(super) fn organisations(field: Field<List<Name>>, mentions: &mut Mentions) -> Vec<Id> {
    names(field, |name| mentions.organisation(name))
}

/// The ids that a list names, each noted.
pub(super) fn names<const MOST: usize>(
    field: Field<List<Name, MOST>>,
    mut note: impl FnMut(&Name) -> Id,
) -> Vec<Id> {
    let mut ids: Vec<Id> = Vec::new();
    for name in field.map_or_else(Vec::new, |list| list.value.0) {
        let id = note(&name);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Reports two dates of one record that cannot be in this order.
pub(super) fn refuse_order(
    earlier: (&str, NaiveDate),
    later: (&str, Option<NaiveDate>, &Range<usize>),
    reader: &mut Reader,
) {
    let (later_name, Some(date), span) = later else { return };
    if date < earlier.1 {
        let place = reader.place(span);
        reader.report(
            Diagnostic::new(
                Code::DateOrder,
                place,
                format!("{later_name} {date} lies before {} {}", earlier.0, earlier.1),
            )
            .help("check the year, month and day of both; one of the dates is mistyped"),
        );
    }
}

/// A record of this kind that is named at `place` and does not exist; `known` are those that do.
pub(crate) fn unknown_reference(
    kind: Kind,
    name: &str,
    known: &Arc<[String]>,
    place: Place,
) -> Diagnostic {
    let found = Diagnostic::new(
        Code::ReferenceUnknown,
        place,
        format!("there is no {} `{name}`", kind.name()),
    );
    if kind == Kind::Organisation && slug_trouble(name).is_none() {
        let create = format!("create content/organisations/{name}.md with `title` and `role`");
        return found
            .help(create)
            .meant(name, known, |meant, create| format!("did you mean `{meant}`? Or {create}"));
    }
    let help =
        format!("write the name of a file in content/{}/, without its ending", kind.folder());
    found.help(help).meant(name, known, |meant, _| format!("did you mean `{meant}`?"))
}
