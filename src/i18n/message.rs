//! One Fluent pattern → pieces that are put together without looking anything up.
//!
//! Text, variables, selections by a word or a number, and references to other messages and terms of
//! the same files. Absent on purpose: functions and arguments of terms, which nothing here needs; a
//! file that uses them is told so.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use intl_pluralrules::{PluralCategory, PluralRules};
use pulldown_cmark_escape::escape_html;

/// A value for a variable of a message.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// Words as they are; in HTML, safe HTML.
    Text(&'a str),
    /// A whole number, written as the language writes it, by which a plural is chosen.
    Number(i64),
    /// Something else than text, by its place among what the caller puts into the message.
    Slot(usize),
}

/// What a message says next.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Said<'a> {
    /// Words of its own.
    Own(&'a str),
    /// An argument in words.
    Given(&'a str),
    /// An argument that is something else than text.
    Slot(usize),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A message, ready to be said.
#[derive(Debug, Clone, Default)]
pub(super) struct Message {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    Variable(Box<str>),
    Select(Box<str>, Vec<(Key, Message)>, Message),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Key {
    /// The name of a plural category, or a word of the program.
    Word(Box<str>),
    Number(i64),
}

/// How numbers are written and which plurals they take.
pub(super) struct Numerals<'a> {
    pub(super) rules: &'a PluralRules,
    pub(super) group: &'a str,
}

impl Numerals<'_> {
    /// A whole number with separators between thousands; `−` before a negative one.
    pub(super) fn write(&self, out: &mut String, value: i64) {
        let digits = value.unsigned_abs().to_string();
        if value < 0 {
            out.push('−');
        }
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(self.group);
            }
            out.push(digit);
        }
    }
}

/// The name of a plural category in a file.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a word without data that its crate has not made `Copy`"
)]
pub(super) fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How many pieces a message may have, with what it refers to; a long text counts as several.
pub(super) const MOST_PIECES: usize = 10_000;

/// How many bytes of a text are a piece.
const PIECE: usize = 64;

/// Which text a reference to another message or term stands for.
pub(super) type Patterns<'f> = BTreeMap<String, &'f Pattern<&'f str>>;

impl Message {
    /// Compiles a pattern; `depth` ends references that lead in a circle, `budget` those that lead
    /// to more and more.
    ///
    /// # Errors
    ///
    /// What cannot be used, in words.
    pub(super) fn compile(
        pattern: &Pattern<&str>,
        others: &Patterns<'_>,
        depth: usize,
        budget: &mut usize,
    ) -> Result<Self, String> {
        let mut message = Message::default();
        for element in &pattern.elements {
            let pieces = match element {
                PatternElement::TextElement { value } => 1 + value.len() / PIECE,
                PatternElement::Placeable { .. } => 1,
            };
            *budget = budget.checked_sub(pieces).ok_or_else(|| {
                format!("it has more than {MOST_PIECES} pieces with all it refers to")
            })?;
            match element {
                PatternElement::TextElement { value } => message.text(value),
                PatternElement::Placeable { expression } => {
                    message.expression(expression, others, depth, budget)?;
                }
            }
        }
        Ok(message)
    }

    fn text(&mut self, text: &str) {
        if let Some(Piece::Text(last)) = self.pieces.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.pieces.push(Piece::Text(text.into()));
        }
    }

    fn expression(
        &mut self,
        expression: &Expression<&str>,
        others: &Patterns<'_>,
        depth: usize,
        budget: &mut usize,
    ) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, others, depth, budget),
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                let (keyed, default): (Vec<_>, Vec<_>) =
                    variants.iter().partition(|variant| !variant.default);
                let mut compiled = |variant: &Variant<&str>| {
                    Message::compile(&variant.value, others, depth, budget)
                };
                let keys = variants
                    .iter()
                    .map(|variant| Ok((key(&variant.key)?, compiled(variant)?)))
                    .collect::<Result<_, String>>()?;
                let fallback = default
                    .first()
                    .or(keyed.first())
                    .ok_or_else(|| "a selection without a variant".to_owned())?;
                self.pieces.push(Piece::Select(id.name.into(), keys, compiled(fallback)?));
                Ok(())
            }
            Expression::Select { .. } => {
                Err("only a variable can be selected by, as in `{ $count -> … }`".to_owned())
            }
        }
    }

    fn inline(
        &mut self,
        inline: &InlineExpression<&str>,
        others: &Patterns<'_>,
        depth: usize,
        budget: &mut usize,
    ) -> Result<(), String> {
        let name = match inline {
            InlineExpression::StringLiteral { value } => {
                let mut text = String::new();
                // Writing to a string cannot fail.
                let _ = fluent_syntax::unicode::unescape_unicode(&mut text, value);
                self.text(&text);
                return Ok(());
            }
            InlineExpression::NumberLiteral { value } => {
                self.text(value);
                return Ok(());
            }
            InlineExpression::VariableReference { id } => {
                self.pieces.push(Piece::Variable(id.name.into()));
                return Ok(());
            }
            InlineExpression::Placeable { expression } => {
                return self.expression(expression, others, depth, budget);
            }
            InlineExpression::FunctionReference { id, .. } => {
                return Err(format!(
                    "`{}()` is not known here: a number is written as the language writes it without a function",
                    id.name
                ));
            }
            InlineExpression::MessageReference { id, attribute } => {
                named(id.name, attribute.as_ref().map(|attribute| attribute.name))
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                format!("-{}", named(id.name, attribute.as_ref().map(|attribute| attribute.name)))
            }
        };
        let pattern = others.get(&name).ok_or_else(|| format!("`{name}` is not in this file"))?;
        let depth = depth.checked_sub(1).ok_or_else(|| format!("`{name}` leads back to itself"))?;
        for piece in Message::compile(pattern, others, depth, budget)?.pieces {
            match piece {
                Piece::Text(text) => self.text(&text),
                other => self.pieces.push(other),
            }
        }
        Ok(())
    }

    /// The text of a message without variables; nothing if it has any.
    pub(super) fn plain(&self) -> Option<&str> {
        match &self.pieces[..] {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Appends the message. Where `html` is asked for, its own words are escaped, and the texts of
    /// `args` are taken as they are.
    pub(super) fn write(
        &self,
        out: &mut String,
        args: &[(&str, Arg<'_>)],
        numerals: &Numerals<'_>,
        html: bool,
    ) {
        self.say(args, numerals, &mut |said| match said {
            Said::Own(text) if html => {
                // Writing to a string cannot fail.
                let _ = escape_html(&mut *out, text);
            }
            Said::Own(text) | Said::Given(text) => out.push_str(text),
            Said::Slot(_) => {}
        });
    }

    /// Says the message to `put`, piece by piece.
    pub(super) fn say(
        &self,
        args: &[(&str, Arg<'_>)],
        numerals: &Numerals<'_>,
        put: &mut dyn FnMut(Said<'_>),
    ) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => put(Said::Own(text)),
                Piece::Variable(name) => match find(args, name) {
                    Some(Arg::Text(text)) => put(Said::Given(text)),
                    Some(Arg::Number(number)) => {
                        let mut text = String::new();
                        numerals.write(&mut text, number);
                        put(Said::Given(&text));
                    }
                    Some(Arg::Slot(slot)) => put(Said::Slot(slot)),
                    None => {}
                },
                Piece::Select(name, variants, fallback) => {
                    let chosen = match find(args, name) {
                        Some(Arg::Text(word)) => variants
                            .iter()
                            .find(|(key, _)| matches!(key, Key::Word(own) if **own == *word)),
                        Some(Arg::Number(number)) => {
                            let exact =
                                variants.iter().find(|(key, _)| *key == Key::Number(number));
                            let category = || {
                                numerals
                                    .rules
                                    .select(number.unsigned_abs())
                                    .map_or("other", category_name)
                            };
                            exact.or_else(|| {
                                let category = category();
                                variants.iter().find(
                                    |(key, _)| matches!(key, Key::Word(own) if **own == *category),
                                )
                            })
                        }
                        Some(Arg::Slot(_)) | None => None,
                    };
                    chosen.map_or(fallback, |(_, message)| message).say(args, numerals, put);
                }
            }
        }
    }

    /// The names of all variables, and for each one by which a plural is chosen, the categories
    /// that are told apart.
    pub(super) fn variables(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(_) => {}
                Piece::Variable(name) => {
                    found.entry(name).or_default();
                }
                Piece::Select(name, variants, fallback) => {
                    let categories = variants.iter().filter_map(|(key, _)| match key {
                        Key::Word(word) => CATEGORIES.contains(&&**word).then_some(&**word),
                        Key::Number(_) => None,
                    });
                    found.entry(name).or_default().extend(categories);
                    for message in variants.iter().map(|(_, message)| message).chain(Some(fallback))
                    {
                        for (name, categories) in message.variables() {
                            found.entry(name).or_default().extend(categories);
                        }
                    }
                }
            }
        }
        found
    }
}

fn find<'a>(args: &[(&str, Arg<'a>)], name: &str) -> Option<Arg<'a>> {
    args.iter().find(|(own, _)| *own == name).map(|(_, arg)| *arg)
}

fn key(key: &VariantKey<&str>) -> Result<Key, String> {
    match key {
        VariantKey::Identifier { name } => Ok(Key::Word((*name).into())),
        VariantKey::NumberLiteral { value } => {
            value.parse().map(Key::Number).map_err(|_| format!("`{value}` is not a whole number"))
        }
    }
}

/// The name of a message, or of an attribute of it: `document-final-report.of`.
pub(super) fn named(message: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| message.to_owned(), |attribute| format!("{message}.{attribute}"))
}
