//! The messages of a language in templates: `words["skip-link"]` for one without variables,
//! `say(key="days", n=3)` for others.
//!
//! A message without variables is looked up in a map that is made once for each language. `say`
//! puts its arguments into a message: numbers are written as the language writes them and choose
//! its plurals, markup of the template stays markup, and other texts are escaped. Absent on
//! purpose: which message is right, which views and templates decide.

use std::borrow::Cow;
use std::sync::Arc;

use tera::value::Key;
use tera::{Function, Kwargs, Map, State, TeraResult, Value};

use crate::i18n::{Arg, Lexicon, Words};

/// Where the map of messages names its language.
const LANGUAGE: &str = "language";

/// The messages of `words` that have no variables, and the language.
pub(super) fn messages(words: &Words) -> Value {
    let mut map = Map::new();
    map.insert(LANGUAGE.into(), Value::normal_string(words.language()));
    for (key, text) in words.plain() {
        map.insert(key.to_owned().into(), Value::normal_string(text));
    }
    Value::from(map)
}

/// The words of the page that is rendered.
pub(super) fn words_of<'l>(lexicon: &'l Lexicon, state: &State<'_>) -> TeraResult<&'l Words> {
    let words: Option<Value> = state.get("words")?;
    let language = words
        .as_ref()
        .and_then(Value::as_map)
        .and_then(|words| words.get(&Key::Str(LANGUAGE)))
        .and_then(Value::as_str);
    Ok(lexicon.get(language.unwrap_or("en")).unwrap_or_else(|| Words::english()))
}

/// The function `say`.
pub(super) struct Say(pub(super) Arc<Lexicon>);

impl Function<TeraResult<Value>> for Say {
    fn call(&self, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let words = words_of(&self.0, state)?;
        let key: &str = kwargs.must_get("key")?;
        let mut args: Vec<(&str, Said<'_>)> = Vec::new();
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
            args.push((
                name,
                match value.as_i64() {
                    Some(number) => Said::Number(number),
                    None if value.is_safe() => {
                        Said::Text(Cow::Borrowed(value.as_str().unwrap_or_default()))
                    }
                    None => Said::Text(Cow::Owned(state.escape(&value.to_string())?)),
                },
            ));
        }
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, said)| {
                (
                    *name,
                    match said {
                        Said::Text(text) => Arg::Text(text),
                        Said::Number(number) => Arg::Number(*number),
                    },
                )
            })
            .collect();
        let html = words
            .say_html(key, &args)
            .ok_or_else(|| tera::Error::message(format!("there is no message `{key}`")))?;
        Ok(Value::safe_string(&html))
    }
}

enum Said<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}
