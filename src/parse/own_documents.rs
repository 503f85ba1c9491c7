//! `documents` in `overdue.yaml` → kinds of documents of a site's own, with what they are called.

use std::collections::BTreeMap;

use super::record;
use crate::diag::Code;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::{Field, FromNode, Located, Reader};
use crate::front_matter::shape::{Definitions, Shape};
use crate::front_matter::values::Named;
use crate::front_matter::yaml::{Node, Value};
use crate::model::{DocumentKind, DocumentName, OwnDocument, Translated};
use crate::text;

raw! {
    RawDocument ("a kind of document") {
        /// What it is called, such as `reply to a request`; or that by language.
        title [required]: Texts,
        /// Several of them; or that by language.
        plural: Texts,
        /// Whether a clock can await it, as a document; acts stop none. Without it, yes.
        stops: bool,
        /// What sentences say where it does not follow from the title, by language.
        forms: Named<RawForms>,
    }
}
raw! {
    RawForms ("the forms of a document") {
        /// `feminine` or `masculine`, in a language that asks for it.
        gender [gender]: String,
        /// What somebody has published: `a final report`.
        a: String,
        /// `the final report`.
        the: String,
        /// Behind a noun: `of the final report`.
        of: String,
        /// Of those who published it: `its final report`.
        its: String,
        /// Behind `without`: `a final report`.
        without: String,
        /// Behind `without`: `a public final report`.
        without_public: String,
        /// `no final report`.
        no: String,
        /// `no public final report`.
        no_public: String,
        /// Behind a period: `from the final report`.
        from: String,
        /// `final reports`.
        many: String,
    }
}

/// A text, or one by language.
#[derive(Debug, Clone)]
pub(super) enum Texts {
    Alone(String),
    ByLanguage(Named<String>),
}

impl FromNode for Texts {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Named::from_node(node, reader).map(Texts::ByLanguage),
            _ => String::from_node(node, reader).map(Texts::Alone),
        }
    }
}

impl Shape for Texts {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [String::shape(all), Named::<String>::shape(all)] })
    }
}

impl Texts {
    /// The text that is written first, with those in other languages.
    pub(super) fn translated(self, reader: &mut Reader) -> Option<Translated> {
        let alone = match self {
            Texts::Alone(text) => return Some(text.into()),
            by_language @ Texts::ByLanguage(_) => by_language.by_language("", reader),
        };
        let mut all = Translated::from(alone.first()?.1.clone());
        alone.into_iter().for_each(|(language, text)| all.add(&language, text));
        Some(all)
    }

    /// By language; one that stands alone is in that of the site.
    fn by_language(self, own: &str, reader: &mut Reader) -> Vec<(String, String)> {
        match self {
            Texts::Alone(text) => vec![(own.to_owned(), text)],
            Texts::ByLanguage(texts) => {
                let known = |(language, text): (Located<String>, Located<String>)| {
                    Some((record::language(&Some(language), reader)?, text.value))
                };
                texts.0.into_iter().filter_map(known).collect()
            }
        }
    }
}

/// Reads one kind. `own` is the language of the site.
pub(super) fn own_document(
    name: &Located<String>,
    raw: Located<RawDocument>,
    own: &str,
    reader: &mut Reader,
) -> Option<OwnDocument> {
    let Located { value: RawDocument { title, plural, stops, forms }, .. } = raw;
    if let Some((message, help)) = text::slug_trouble(&name.value) {
        reader.error(Code::SlugForm, &name.span, message, help);
        return None;
    }
    if DocumentKind::NAMES.iter().any(|(_, known)| *known == name.value) {
        reader.error(
            Code::IdDuplicate,
            &name.span,
            format!("`{}` is a kind that every site has", name.value),
            "give yours another name; what a clock's document is called in sentences is said by its `title`",
        );
        return None;
    }
    let Some(title) = title else {
        reader.missing(
            &name.span,
            "title",
            "this kind of document has no `title`",
            "write what one of them is called",
        );
        return None;
    };
    let mut names: BTreeMap<String, DocumentName> = BTreeMap::new();
    for (language, title) in title.value.by_language(own, reader) {
        names.insert(language, DocumentName { title, ..DocumentName::default() });
    }
    for (language, plural) in
        plural.map_or_else(Vec::new, |found| found.value.by_language(own, reader))
    {
        if let Some(name) = names.get_mut(&language) {
            name.plural = Some(plural);
        }
    }
    for (language, forms) in forms.map_or_else(Vec::new, |found| found.value.0) {
        let Some(language) = record::language(&Some(language), reader) else { continue };
        // Sentences of a language in which the document has no title need them as well.
        let title = names.values().next().map(|name| name.title.clone()).unwrap_or_default();
        let name = names
            .entry(language)
            .or_insert_with(|| DocumentName { title, ..DocumentName::default() });
        add_forms(name, forms.value, reader);
    }
    let stops = stops.is_none_or(|found| found.value);
    Some(OwnDocument { kind: DocumentKind::own(&name.value, stops), names })
}

fn add_forms(name: &mut DocumentName, raw: RawForms, reader: &mut Reader) {
    let RawForms { gender, a, the, of, its, without, without_public, no, no_public, from, many } =
        raw;
    name.feminine = gender.and_then(|found| match found.value.as_str() {
        "feminine" => Some(true),
        "masculine" => Some(false),
        other => {
            let message = format!("`{other}` is not known here");
            reader.error(
                Code::ValueUnknown,
                &found.span,
                message,
                "write `feminine` or `masculine`",
            );
            None
        }
    });
    let forms: [(&str, Field<String>); 10] = [
        ("a", a),
        ("the", the),
        ("of", of),
        ("its", its),
        ("without", without),
        ("without-public", without_public),
        ("no", no),
        ("no-public", no_public),
        ("from", from),
        ("many", many),
    ];
    let said = forms.into_iter().filter_map(|(form, text)| Some((form.to_owned(), text?.value)));
    name.forms.extend(said);
}
