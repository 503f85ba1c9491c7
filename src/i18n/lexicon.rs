//! Files of words → the words of every language of a site, and what is missing in them.
//!
//! A site's own file in `themes/NAME/words/` is laid over the program's of the same language, message by message; a language that
//! the program has not needs every message. What is missing is said in English, and is an error.

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

/// The forms of a document's name in the sentence of a counter.
const FORMS: [&str; 4] = ["document", "its", "of", "the"];

/// How many references a message may lead through.
const DEPTH: usize = 8;

/// The largest file of words that is read, in bytes; the program's own have about 40,000.
const MAX_BYTES: usize = 1 << 20;

/// How many pieces all messages of a file may have, with what they refer to.
const MAX_PIECES: usize = 500_000;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let built_in = built_in();
    let english = built_in.get("en").map(|file| compile(file).value).unwrap_or_default();
    Words::new("en", english.into_iter().map(|(key, (message, _))| (key, message)).collect(), rules("en"))
});

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
        let own: BTreeMap<&str, &Arc<SourceFile>> =
            tree.texts(&folder).filter_map(|file| Some((file.path[folder.len()..].strip_suffix(".ftl")?, file))).collect();
        let languages: BTreeSet<&str> = built_in.keys().copied().chain(own.keys().copied()).collect();
        let mut read: BTreeMap<&str, Messages> = BTreeMap::new();
        for language in &languages {
            let mut messages = Messages::new();
            for file in built_in.get(language).into_iter().chain(own.get(language).copied()) {
                let mut compiled = compile(file);
                diagnostics.append(&mut compiled.diagnostics);
                messages.extend(compiled.value);
            }
            read.insert(language, messages);
        }
        let english = read.get("en").cloned().unwrap_or_default();
        // What a site says in English in place of the program's words is measured by these as well.
        let original = built_in.get("en").map(|file| compile(file).value).unwrap_or_default();
        let mut lexicon = Self::default();
        for (language, messages) in read {
            let rules = rules(language);
            if language != "en" || own.contains_key("en") {
                let file = own.get(language).copied().or(built_in.get(language));
                diagnostics.extend(file.into_iter().flat_map(|file| faults(language, &messages, &original, &rules, file)));
            }
            // English words stand where a language has none of its own.
            let messages = english.clone().into_iter().chain(messages).map(|(key, (message, _))| (key, message)).collect();
            lexicon.languages.insert(language.to_owned(), Words::new(language, messages, rules));
        }
        Outcome { value: lexicon, diagnostics }
    }

    /// The words for a language: its own, or those of the language without its region. Nothing if there are none.
    pub fn get(&self, language: &str) -> Option<&Words> {
        self.languages.get(language).or_else(|| self.languages.get(language.split('-').next()?))
    }

    /// The words for what is in `language`: its own, or those of the language `own`, or English ones.
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

/// The program's own files, by language.
fn built_in() -> BTreeMap<&'static str, Arc<SourceFile>> {
    let file = |(path, bytes): &(&'static str, &'static [u8])| {
        let language = path.strip_prefix("words/")?.strip_suffix(".ftl")?;
        let text = String::from_utf8_lossy(bytes).into_owned();
        Some((language, Arc::new(SourceFile { path: format!("themes/{BUILT_IN_THEME}/{path}"), text })))
    };
    built_in_theme().iter().filter_map(file).collect()
}

/// The plural rules of a language; English ones where it has none of its own.
fn rules(language: &str) -> PluralRules {
    let of = |language: &str| PluralRules::create(language.parse::<LanguageIdentifier>().ok()?, PluralRuleType::CARDINAL).ok();
    let primary = language.split('-').next().unwrap_or(language);
    of(language).or_else(|| of(primary)).or_else(|| of("en")).unwrap_or_else(|| english().rules.clone())
}

fn compile(file: &Arc<SourceFile>) -> Outcome<Messages> {
    let mut diagnostics = Vec::new();
    let report = |diagnostics: &mut Vec<Diagnostic>, span: std::ops::Range<usize>, message: String| {
        let place = Place { file: Arc::clone(file), span };
        let help = "write it as in the program's own file of words; the form is Fluent's, `name = text with { $variable }`";
        diagnostics.push(Diagnostic::new(Code::WordsForm, place, message).help(help));
    };
    if file.text.len() > MAX_BYTES {
        report(&mut diagnostics, 0..0, format!("this file of words is larger than {} MiB", MAX_BYTES >> 20));
        return Outcome { value: Messages::new(), diagnostics };
    }
    if let Some(at) = nesting::too_deep(&file.text) {
        report(&mut diagnostics, at..at + 1, "these braces or brackets stand too deep in each other".to_owned());
        return Outcome { value: Messages::new(), diagnostics };
    }
    let resource = match parser::parse(file.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                report(&mut diagnostics, error.pos, format!("this message cannot be read: {}", error.kind));
            }
            resource
        }
    };
    let mut patterns = Patterns::new();
    let mut keys = Vec::new();
    for entry in &resource.body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        patterns.extend(value.map(|pattern| (name.clone(), pattern)));
        patterns.extend(attributes.iter().map(|attribute| (named(&name, Some(attribute.id.name)), &attribute.value)));
        if let Entry::Message(message) = entry {
            // The syntax tree holds slices of the text, which tell where they are.
            let start = (message.id.name.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
            let span = start..start + message.id.name.len();
            keys.extend(value.map(|_| (name.clone(), span.clone())));
            keys.extend(attributes.iter().map(|attribute| (named(&name, Some(attribute.id.name)), span.clone())));
        }
    }
    let mut messages = Messages::new();
    let mut left = MAX_PIECES;
    for (key, span) in keys {
        let Some(pattern) = patterns.get(&key) else { continue };
        let mut budget = left.min(MOST_PIECES);
        let given = budget;
        let compiled = Message::compile(pattern, &patterns, DEPTH, &mut budget);
        left -= given - budget;
        match compiled {
            Ok(message) => {
                messages.insert(key, (message, Place { file: Arc::clone(file), span }));
            }
            Err(why) => report(&mut diagnostics, span, format!("`{key}` cannot be used: {why}")),
        }
    }
    Outcome { value: messages, diagnostics }
}

/// What a language lacks beside English: messages, variables, and forms of the plural.
fn faults(language: &str, messages: &Messages, english: &Messages, rules: &PluralRules, file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let needed: BTreeSet<&str> = (0_u64..=1000).filter_map(|n| rules.select(n).ok()).map(category_name).collect();
    let in_order: BTreeMap<_, _> = english.iter().collect();
    for (key, (original, _)) in in_order {
        let Some((message, place)) = messages.get(key) else {
            let text = format!("the message `{key}` is missing in the words of {language}");
            let help = format!("add `{key} = …`; until then the English words are shown");
            found.push(Diagnostic::new(Code::WordsMissing, Place::start_of(file), text).help(help));
            continue;
        };
        let (mut wanted, has) = (original.variables(), message.variables());
        // Of a document's forms a sentence takes the one that its language needs; all of them are given.
        if key.starts_with("sum-") && FORMS.iter().any(|form| has.contains_key(form)) {
            wanted.retain(|name, _| !FORMS.contains(name));
            wanted.extend(FORMS.iter().filter_map(|form| Some((*form, has.get(form).cloned()?))));
        }
        for (name, categories) in &wanted {
            let Some(own) = has.get(name) else {
                let text = format!("`{key}` leaves out `{{ ${name} }}`");
                found.push(Diagnostic::new(Code::WordsMissing, place.clone(), text).help("say it somewhere in the message"));
                continue;
            };
            let is_plural = !categories.is_empty() && needed.len() > 1;
            let missing: Vec<&str> = needed.iter().copied().filter(|category| is_plural && !own.contains(category)).collect();
            if !missing.is_empty() {
                let text = format!("`{key}` has no form for the plural {} of `${name}`", missing.join(" and "));
                let help = format!("{language} tells these apart: {}", needed.iter().copied().collect::<Vec<_>>().join(", "));
                found.push(Diagnostic::new(Code::WordsMissing, place.clone(), text).help(help));
            }
        }
        for name in has.keys().filter(|name| !wanted.contains_key(*name)) {
            let text = format!("`{key}` asks for `{{ ${name} }}`, which is not known there");
            let help = match wanted.keys().collect::<Vec<_>>()[..] {
                [] => "it has no variables".to_owned(),
                ref known => format!("it can say: {}", known.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")),
            };
            found.push(Diagnostic::new(Code::WordsForm, place.clone(), text).help(help));
        }
    }
    found
}
