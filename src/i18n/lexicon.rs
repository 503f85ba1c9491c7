//! Files of words → the words of every language of a site, and what is missing in them.
//!
//! The words of a language are a file in `words/`, such as `words/en.ftl`, or the files of a folder
//! there, such as `words/en/`, or both; a message may refer to one of another file. A site's own in
//! `themes/NAME/words/` are laid over the program's of the same language, message by message,
//! whatever their files are called; a language that the program has not needs every message. What
//! is missing is said in English, and is an error.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::Words;
use super::message::{MOST_PIECES, Message, Patterns, category_name, named};
use super::nesting;
use crate::diag::{Code, Diagnostic, Outcome, Place, SourceFile};
use crate::load::{BUILT_IN_THEME, Tree, built_in_theme};
use crate::model::Settings;

/// The forms of a document's name in the sentence of a counter.
const FORMS: [&str; 4] = ["document", "its", "of", "the"];

/// How many references a message may lead through.
const DEPTH: usize = 8;

/// The largest file of words that is read, in bytes; the program's own have about 40,000.
const MAX_BYTES: usize = 1 << 20;

/// How many pieces all messages of a language's files may have, with what they refer to.
const MAX_PIECES: usize = 500_000;

static ENGLISH: LazyLock<Words> = LazyLock::new(read_english);

fn read_english() -> Words {
    let built_in = built_in();
    let english = built_in.get("en").map(|files| compile(files).value).unwrap_or_default();
    Words::new(
        "en",
        english.into_iter().map(|(key, (message, _))| (key, message)).collect(),
        rules("en"),
    )
}

pub(super) fn english() -> &'static Words {
    &ENGLISH
}

/// The words of every language that a site can be shown in.
#[derive(Debug, Default)]
pub struct Lexicon {
    languages: BTreeMap<String, Words>,
}

impl Lexicon {
    /// Reads the program's files of words and those of the site's theme.
    pub fn load(tree: &Tree, theme: &str) -> Outcome<Self> {
        let mut diagnostics = Vec::new();
        let built_in = built_in();
        let folder = format!("themes/{theme}/words/");
        let mut own = Files::new();
        for file in tree.texts(&folder) {
            if let Some(language) = language_of(&file.path[folder.len()..]) {
                own.entry(language).or_default().push(Arc::clone(file));
            }
        }
        let languages: BTreeSet<&str> =
            built_in.keys().copied().chain(own.keys().copied()).collect();
        let mut read: BTreeMap<&str, Messages> = BTreeMap::new();
        for language in &languages {
            let mut messages = Messages::new();
            for files in built_in.get(language).into_iter().chain(own.get(language)) {
                let mut compiled = compile(files);
                diagnostics.append(&mut compiled.diagnostics);
                messages.extend(compiled.value);
            }
            read.insert(language, messages);
        }
        let english = read.get("en").cloned().unwrap_or_default();
        // What a site says in English in place of the program's words is measured by these as well.
        let original = built_in.get("en").map(|files| compile(files).value).unwrap_or_default();
        let mut lexicon = Self::default();
        for (language, messages) in read {
            let rules = rules(language);
            if language != "en" || own.contains_key("en") {
                let files = own.get(language).or(built_in.get(language));
                diagnostics.extend(
                    files
                        .and_then(|files| files.first())
                        .into_iter()
                        .flat_map(|file| faults(language, &messages, &original, &rules, file)),
                );
            }
            // English words stand where a language has none of its own.
            let messages = english
                .clone()
                .into_iter()
                .chain(messages)
                .map(|(key, (message, _))| (key, message))
                .collect();
            lexicon.languages.insert(language.to_owned(), Words::new(language, messages, rules));
        }
        Outcome { value: lexicon, diagnostics }
    }

    /// The words of the program in English, with those for a site's own documents: what the command
    /// line says of a site.
    pub fn english(settings: &Settings) -> Self {
        let languages = BTreeMap::from([("en".to_owned(), read_english())]);
        Self { languages }.with_documents(settings)
    }

    /// The same with the names of a site's own documents.
    #[must_use]
    pub fn with_documents(mut self, settings: &Settings) -> Self {
        for words in self.languages.values_mut() {
            words.name_documents(&settings.documents, &settings.language);
        }
        self
    }

    /// The words for a language: its own, or those of the language without its region. Nothing if
    /// there are none.
    pub fn get(&self, language: &str) -> Option<&Words> {
        self.languages.get(language).or_else(|| self.languages.get(language.split('-').next()?))
    }

    /// The words for what is in `language`: its own, or those of the language `own`, or English
    /// ones.
    pub fn get_or<'l>(&'l self, language: &str, own: &str) -> &'l Words {
        self.get(language).or_else(|| self.get(own)).unwrap_or_else(|| english())
    }

    /// The words of every language.
    pub fn all(&self) -> impl Iterator<Item = &Words> {
        self.languages.values()
    }
}

/// Messages by key, each with its place.
type Messages = HashMap<String, (Message, Place)>;

/// Files of words by language, in order of path.
type Files<'p> = BTreeMap<&'p str, Vec<Arc<SourceFile>>>;

/// The language of a file of words, from its path within their folder: `en.ftl`, `en/agenda.ftl`.
fn language_of(path: &str) -> Option<&str> {
    let name = path.strip_suffix(".ftl")?;
    Some(name.split_once('/').map_or(name, |(language, _)| language))
}

/// The program's own files.
fn built_in() -> Files<'static> {
    let mut files = Files::new();
    for (path, bytes) in built_in_theme() {
        if let Some(language) = path.strip_prefix("words/").and_then(language_of) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let file = SourceFile { path: format!("themes/{BUILT_IN_THEME}/{path}"), text };
            files.entry(language).or_default().push(Arc::new(file));
        }
    }
    files
}

/// The plural rules of a language; English ones where it has none of its own.
fn rules(language: &str) -> PluralRules {
    let of = |language: &str| {
        PluralRules::create(language.parse::<LanguageIdentifier>().ok()?, PluralRuleType::CARDINAL)
            .ok()
    };
    let primary = language.split('-').next().unwrap_or(language);
    of(language)
        .or_else(|| of(primary))
        .or_else(|| of("en"))
        .unwrap_or_else(|| english().rules.clone())
}

/// The messages of files that may refer to each other; a message that stands twice is the later.
fn compile(files: &[Arc<SourceFile>]) -> Outcome<Messages> {
    let mut diagnostics = Vec::new();
    let mut patterns = Patterns::new();
    let mut keys = Vec::new();
    let resources: Vec<_> =
        files.iter().map(|file| (file, entries(file, &mut diagnostics))).collect();
    for (file, entry) in
        resources.iter().flat_map(|(file, entries)| entries.iter().map(move |entry| (file, entry)))
    {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), Some(&term.value), &term.attributes)
            }
            _ => continue,
        };
        let own = value.map(|pattern| (name.clone(), pattern));
        let of_attributes = attributes
            .iter()
            .map(|attribute| (named(&name, Some(attribute.id.name)), &attribute.value));
        let said: Vec<_> = own.into_iter().chain(of_attributes).collect();
        if let Entry::Message(message) = entry {
            // The syntax tree holds slices of the text, which tell where they are.
            let start =
                (message.id.name.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
            let span = start..start + message.id.name.len();
            keys.extend(said.iter().map(|(key, _)| {
                (key.clone(), Place { file: Arc::clone(file), span: span.clone() })
            }));
        }
        patterns.extend(said);
    }
    let mut messages = Messages::new();
    let mut left = MAX_PIECES;
    for (key, place) in keys {
        let Some(pattern) = patterns.get(&key) else { continue };
        let mut budget = left.min(MOST_PIECES);
        let given = budget;
        let compiled = Message::compile(pattern, &patterns, DEPTH, &mut budget);
        left -= given - budget;
        match compiled {
            Ok(message) => _ = messages.insert(key, (message, place)),
            Err(why) => diagnostics.push(fault(place, format!("`{key}` cannot be used: {why}"))),
        }
    }
    Outcome { value: messages, diagnostics }
}

/// What stands in a file; nothing of one that is too large or too deep.
fn entries<'f>(
    file: &'f Arc<SourceFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry<&'f str>> {
    let place = |span| Place { file: Arc::clone(file), span };
    if file.text.len() > MAX_BYTES {
        let message = format!("this file of words is larger than {} MiB", MAX_BYTES >> 20);
        diagnostics.push(fault(place(0..0), message));
        return Vec::new();
    }
    if let Some(at) = nesting::too_deep(&file.text) {
        let message = "these braces or brackets stand too deep in each other".to_owned();
        diagnostics.push(fault(place(at..at + 1), message));
        return Vec::new();
    }
    match parser::parse(file.text.as_str()) {
        Ok(resource) => resource.body,
        Err((resource, errors)) => {
            diagnostics.extend(errors.into_iter().map(|error| {
                let message = format!("this message cannot be read: {}", error.kind);
                fault(place(error.pos), message)
            }));
            resource.body
        }
    }
}

fn fault(place: Place, message: String) -> Diagnostic {
    let help = "write it as in the program's own files of words; the form is Fluent's, `name = text with { $variable }`";
    Diagnostic::new(Code::WordsForm, place, message).help(help)
}

/// What a language lacks beside English: messages, variables, and forms of the plural.
fn faults(
    language: &str,
    messages: &Messages,
    english: &Messages,
    rules: &PluralRules,
    file: &Arc<SourceFile>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let needed: BTreeSet<&str> =
        (0_u64..=1000).filter_map(|n| rules.select(n).ok()).map(category_name).collect();
    let in_order: BTreeMap<_, _> = english.iter().collect();
    for (key, (original, _)) in in_order {
        let Some((message, place)) = messages.get(key) else {
            let text = format!("the message `{key}` is missing in the words of {language}");
            let help = format!("add `{key} = …`; until then the English words are shown");
            found.push(Diagnostic::new(Code::WordsMissing, Place::start_of(file), text).help(help));
            continue;
        };
        let (mut wanted, has) = (original.variables(), message.variables());
        // Of a document's forms a sentence takes the one that its language needs; all of them are
        // given.
        if key.starts_with("sum-") && FORMS.iter().any(|form| has.contains_key(form)) {
            wanted.retain(|name, _| !FORMS.contains(name));
            wanted.extend(FORMS.iter().filter_map(|form| Some((*form, has.get(form).cloned()?))));
        }
        for (name, categories) in &wanted {
            let Some(own) = has.get(name) else {
                let text = format!("`{key}` leaves out `{{ ${name} }}`");
                found.push(
                    Diagnostic::new(Code::WordsMissing, place.clone(), text)
                        .help("say it somewhere in the message"),
                );
                continue;
            };
            let is_plural = !categories.is_empty() && needed.len() > 1;
            let missing: Vec<&str> = needed
                .iter()
                .copied()
                .filter(|category| is_plural && !own.contains(category))
                .collect();
            if !missing.is_empty() {
                let text = format!(
                    "`{key}` has no form for the plural {} of `${name}`",
                    missing.join(" and ")
                );
                let help = format!(
                    "{language} tells these apart: {}",
                    needed.iter().copied().collect::<Vec<_>>().join(", ")
                );
                found.push(Diagnostic::new(Code::WordsMissing, place.clone(), text).help(help));
            }
        }
        for name in has.keys().filter(|name| !wanted.contains_key(*name)) {
            let text = format!("`{key}` asks for `{{ ${name} }}`, which is not known there");
            let help = match wanted.keys().collect::<Vec<_>>()[..] {
                [] => "it has no variables".to_owned(),
                ref known => format!(
                    "it can say: {}",
                    known.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
                ),
            };
            found.push(Diagnostic::new(Code::WordsForm, place.clone(), text).help(help));
        }
    }
    found
}
