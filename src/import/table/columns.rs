//! The heads of a table → which column fills which key.

use super::Kind;
use super::sheet::Sheet;
use crate::import::{Fate, Import, Setting, sentences, when};
use crate::text::slug_of;

/// What a column can fill, with the words that head it in tables.
pub(super) type Key = (&'static str, &'static [&'static str]);

const TITLE: &[&str] = &[
    "title",
    "name",
    "incident",
    "event",
    "headline",
    "what",
    "incident title",
    "incident name",
    "event title",
    "event name",
    "case",
    "subject",
    "titre",
    "nom",
    "intitulé",
    "objet",
    "제목",
    "사건",
];
const ADDRESS: &[&str] =
    &["url", "link", "source url", "href", "web", "website", "lien", "adresse web"];
const BODY: &[&str] = &[
    "body",
    "description",
    "notes",
    "note",
    "text",
    "details",
    "comment",
    "comments",
    "remarques",
    "commentaire",
    "commentaires",
];
const COUNTRY: &[&str] = &["country", "country code", "nation", "pays", "국가"];
const LANGUAGE: &[&str] = &["language", "lang", "langue"];
const SUMMARY: &[&str] = &["summary", "abstract", "one-line", "résumé"];
const TAGS: &[&str] = &["tags", "tag", "keywords", "labels", "mots clés"];
const ID: &[&str] = &["id", "slug", "key", "identifiant"];

const INCIDENT: &[Key] = &[
    ("title", TITLE),
    (
        "occurred",
        &[
            "occurred",
            "date",
            "day",
            "start",
            "started",
            "start date",
            "incident date",
            "event date",
            "date of incident",
            "date received",
            "received",
            "date de l'incident",
            "jour",
            "when",
            "날짜",
            "발생일",
        ],
    ),
    (
        "ended",
        &[
            "ended",
            "end",
            "resolved",
            "end date",
            "resolved at",
            "resolvedwhen",
            "fin",
            "date de fin",
        ],
    ),
    ("aware", &["aware", "detected", "aware of", "discovered"]),
    ("place", &["place", "location", "city", "site", "where", "lieu", "ville"]),
    ("country", COUNTRY),
    (
        "operators",
        &[
            "operators",
            "operator",
            "company",
            "organisation",
            "organization",
            "provider",
            "owner",
            "exploitant",
            "opérateur",
            "entreprise",
        ],
    ),
    ("sector", &["sector", "industry", "type", "secteur"]),
    ("summary", SUMMARY),
    ("tags", TAGS),
    ("timezone", &["timezone", "time zone", "tz", "fuseau horaire"]),
    (
        "due",
        &[
            "due",
            "due date",
            "date due",
            "deadline",
            "report due",
            "reply due",
            "due by",
            "échéance",
            "date limite",
            "기한",
        ],
    ),
    ("within", &["within", "time limit", "limit", "délai"]),
    (
        "from",
        &[
            "from",
            "owed by",
            "due from",
            "sent to",
            "addressee",
            "responsible",
            "respondent",
            "addressed to",
            "dû par",
            "destinataire",
        ],
    ),
    (
        "report",
        &[
            "report",
            "kind",
            "document",
            "report kind",
            "kind of report",
            "document kind",
            "awaited",
            "type de document",
        ],
    ),
    (
        "rule",
        &["rule", "basis", "legal basis", "why", "obligation", "règle", "base légale", "fondement"],
    ),
    (
        "checked",
        &[
            "checked",
            "checked on",
            "last checked",
            "date checked",
            "vérifié",
            "vérifié le",
            "확인일",
        ],
    ),
    ("checked_where", &["checked where", "checked at", "where checked", "looked at"]),
    (
        "published",
        &[
            "published",
            "report published",
            "date published",
            "published on",
            "publication date",
            "report date",
            "date of report",
            "report issued",
            "answered",
            "answered on",
            "date answered",
            "response date",
            "date of response",
            "reply date",
            "response published",
            "replied",
            "replied on",
            "publié",
            "publié le",
            "date de publication",
            "date du rapport",
            "date de réponse",
            "공개일",
        ],
    ),
    (
        "response_url",
        &[
            "response url",
            "report url",
            "report link",
            "response link",
            "report address",
            "address of the report",
            "reply url",
            "reply link",
            "answer url",
            "lien du rapport",
            "adresse du rapport",
            "address",
        ],
    ),
    ("response_kind", &["response kind", "kind of response", "response type"]),
    (
        "response_title",
        &["response title", "report title", "title of the report", "titre du rapport"],
    ),
    ("response_by", &["response by", "published by", "report by", "answered by", "publié par"]),
    ("source", &["source", "source title", "reference", "publisher"]),
    ("url", ADDRESS),
    ("body", BODY),
    ("id", ID),
    ("language", LANGUAGE),
];

const RESPONSE: &[Key] = &[
    ("title", &["title", "name", "report", "document", "headline", "titre", "intitulé", "제목"]),
    ("kind", &["kind", "type", "kind of document", "document kind", "response kind", "nature"]),
    (
        "date",
        &[
            "date",
            "published",
            "publication date",
            "date published",
            "published on",
            "report date",
            "publié le",
            "날짜",
        ],
    ),
    ("incidents", &["incidents", "incident", "incident id", "about", "in answer to", "case"]),
    (
        "by",
        &[
            "by",
            "published by",
            "publisher",
            "author",
            "organisation",
            "organization",
            "from",
            "publié par",
        ],
    ),
    ("delivered", &["delivered", "handed over", "sent"]),
    ("url", &["url", "link", "address", "href", "web", "report url", "lien", "adresse"]),
    ("archived", &["archived", "archive", "copy", "archive url"]),
    ("language", LANGUAGE),
    ("summary", SUMMARY),
    ("tags", TAGS),
    ("body", BODY),
    ("id", ID),
];

const ORGANISATION: &[Key] = &[
    (
        "title",
        &["title", "name", "organisation", "organization", "company", "titre", "nom", "이름"],
    ),
    ("role", &["role", "type", "kind", "rôle"]),
    ("country", COUNTRY),
    ("url", &["url", "link", "address", "href", "web", "website", "site", "lien", "adresse"]),
    ("summary", SUMMARY),
    ("tags", TAGS),
    ("body", BODY),
    ("id", ID),
];

/// In place of a key: a column that is known, and not wanted.
const IGNORE: &str = "ignore";

/// Words in the heads of columns that say when something was answered, or had to be.
const OF_ANSWERS: [&str; 24] = [
    "report",
    "publi",
    "respon",
    "answer",
    "repl",
    "clos",
    "decision",
    "decided",
    "due",
    "deadline",
    "check",
    "complet",
    "resol",
    "final",
    "issued",
    "released",
    "disposition",
    "rapport",
    "répon",
    "échéance",
    "vérifi",
    "공개",
    "보고",
    "기한",
];

impl Kind {
    /// The keys that a column of its table can fill.
    pub(super) fn keys(self) -> &'static [Key] {
        match self {
            Kind::Incidents => INCIDENT,
            Kind::Responses => RESPONSE,
            Kind::Organisations => ORGANISATION,
        }
    }

    /// The keys without which there is no record.
    fn needed(self) -> &'static [&'static str] {
        match self {
            Kind::Incidents => &["title", "occurred"],
            Kind::Responses => &["title", "kind", "incidents"],
            Kind::Organisations => &["title"],
        }
    }
}

/// Which column fills which key, as KEY=COLUMN: parts between commas or lines. A line of a file may
/// use a colon.
///
/// # Errors
///
/// A sentence for whoever wrote it.
pub fn mapping(text: &str, kind: Kind) -> Result<Vec<(String, String)>, String> {
    let known: Vec<&str> = kind.keys().iter().map(|(key, _)| *key).chain([IGNORE]).collect();
    let mut map = Vec::new();
    for part in text
        .split([',', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty() && !part.starts_with('#'))
    {
        let Some((key, column)) = part.split_once('=').or_else(|| part.split_once(':')) else {
            return Err(format!("`{part}` is not KEY=COLUMN"));
        };
        let key = match key.trim() {
            "kind" if kind == Kind::Incidents => "report",
            key if known.contains(&key) => key,
            key => return Err(sentences::no_key(key, &known)),
        };
        map.push((key.to_owned(), column.trim().trim_matches(['"', '\'']).to_owned()));
    }
    Ok(map)
}

/// The number of the column of each key.
#[derive(Debug, Default)]
pub(super) struct Columns {
    found: Vec<(&'static str, usize)>,
    /// Whether a column that may say what was answered is not taken.
    pub(super) miss_answers: bool,
    /// Whether the address of a document may be that of the source.
    pub(super) one_address: bool,
}

impl Columns {
    pub(super) fn of(&self, key: &str) -> Option<usize> {
        self.found.iter().find(|(known, _)| *known == key).map(|(_, at)| *at)
    }

    /// The columns of a table; nothing if it cannot be used.
    pub(super) fn find(
        sheet: &Sheet,
        map: &[(String, String)],
        kind: Kind,
        shown: &str,
        setting: Setting<'_>,
        import: &mut Import,
    ) -> Option<Self> {
        let Sheet { head, .. } = sheet;
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        let mut ignored: Vec<usize> = Vec::new();
        let mut mapped_address = false;
        for (key, column) in map {
            let at = head
                .iter()
                .position(|name| name == column)
                .or_else(|| head.iter().position(|name| plain(name) == plain(column)));
            let known = kind.keys().iter().find(|(known, _)| known == key);
            match (at, known) {
                (Some(at), Some((key, _))) => {
                    mapped_address |= *key == "url";
                    found.push((key, at));
                }
                (Some(at), None) => ignored.push(at),
                (None, _) => import.note(shown, Fate::Refused, sentences::no_column(column)),
            }
        }
        for (key, words) in kind.keys() {
            let is_taken =
                |at: &usize| found.iter().any(|(_, other)| other == at) || ignored.contains(at);
            if found.iter().any(|(known, _)| known == key) {
                continue;
            }
            let at = words.iter().find_map(|word| {
                head.iter()
                    .enumerate()
                    .position(|(at, name)| plain(name) == plain(word) && !is_taken(&at))
            });
            if let Some(at) = at {
                if plain(&head[at]) != plain(key) {
                    import.note(shown, Fate::Kept, sentences::column_taken(&head[at], key));
                }
                found.push((key, at));
            }
        }
        let mut columns = Self { found, ..Self::default() };
        for key in kind.needed() {
            if columns.of(key).is_none() {
                import.note(shown, Fate::Refused, sentences::no_columns_for(key));
            }
        }
        for (at, name) in head.iter().enumerate() {
            if columns.found.iter().any(|(_, other)| *other == at)
                || ignored.contains(&at)
                || name.is_empty()
            {
                continue;
            }
            let lower = name.to_lowercase();
            if kind == Kind::Incidents
                && OF_ANSWERS.iter().any(|word| lower.contains(word))
                && sheet.has_dates(at, |text| when::read(text, when::ahead(setting), false).is_ok())
            {
                columns.miss_answers = true;
                import.note(shown, Fate::Guessed, sentences::column_of_answers(name));
            } else {
                import.note(shown, Fate::Dropped, sentences::column_dropped(name));
            }
        }
        columns.one_address = !mapped_address
            && columns.of("published").is_some()
            && columns.of("response_url").is_none();
        (!import.is_refused()).then_some(columns)
    }
}

/// A head without what does not tell it from others: `Due Date`, `due-date` and `dueDate` are one.
fn plain(head: &str) -> String {
    slug_of(head).replace('-', "")
}
