//! What the forms call things, in a language: labels, hints and the words that can be chosen.

use serde_json::Value;

/// Languages that the forms speak, with their words.
const LANGUAGES: [(&str, &str); 3] = [
    ("en", include_str!("words/en.yaml")),
    ("fr", include_str!("words/fr.yaml")),
    ("ko", include_str!("words/ko.yaml")),
];

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words(Value);

impl Words {
    /// The words of a language; English ones where the forms do not speak it.
    pub(super) fn of(language: &str) -> Self {
        let spoken = |code: &str| LANGUAGES.iter().find(|(name, _)| *name == code);
        let (_, text) = spoken(language).or(spoken("en")).unwrap_or(&LANGUAGES[0]);
        Self(serde_yaml::from_str(text).unwrap_or_default())
    }

    /// What stands for a name in a part of the file, before all what it is called within `part`.
    fn find(&self, section: &str, part: &str, name: &str) -> Option<&Value> {
        let section = &self.0[section];
        section.get(format!("{part}.{name}")).or_else(|| section.get(name))
    }

    /// The label of a key.
    pub(super) fn label(&self, part: &str, key: &str) -> String {
        let found = self.find("keys", part, key).and_then(|words| words[0].as_str());
        found.unwrap_or(key).to_owned()
    }

    /// What is said of a key; `english` is what its schema says.
    pub(super) fn hint(&self, part: &str, key: &str, english: &str) -> String {
        let found = self.find("keys", part, key).and_then(|words| words[1].as_str());
        found.unwrap_or(english).to_owned()
    }

    /// What is shown for a word that can be chosen: itself, if it is a site's own.
    pub(super) fn choice(&self, key: &str, word: &str) -> String {
        let found = self.find("values", key, word).and_then(Value::as_str);
        found.unwrap_or(word).to_owned()
    }

    /// What many and one of the records in a folder are called.
    pub(super) fn records(&self, folder: &str) -> (String, String) {
        let names = &self.0["collections"][folder];
        let name = |at: usize| names[at].as_str().unwrap_or(folder).to_owned();
        (name(0), name(1))
    }

    /// That a text is not of the form that a key takes.
    pub(super) fn misshapen(&self) -> &str {
        self.0["sentences"]["pattern"].as_str().unwrap_or_default()
    }

    /// That keys have no form; nothing if none are left out.
    pub(super) fn formless(&self, keys: &[String]) -> String {
        let sentence = self.0["sentences"]["formless"].as_str().unwrap_or_default();
        if keys.is_empty() { String::new() } else { sentence.replace("{keys}", &keys.join(", ")) }
    }
}
