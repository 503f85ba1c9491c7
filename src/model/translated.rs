use std::ops::Deref;

/// Words of an editor, with their translations; used as what the editor wrote first where no
/// language is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Translated<T = String> {
    own: T,
    /// By language (BCP 47), in the order in which they were added.
    others: Vec<(String, T)>,
}

impl<T> Translated<T> {
    /// Adds the words in another language.
    pub fn add(&mut self, language: &str, words: T) {
        self.others.push((language.to_owned(), words));
    }

    /// The words in a language into which they were translated.
    pub fn translation(&self, language: &str) -> Option<&T> {
        self.others.iter().find(|(known, _)| known == language).map(|(_, words)| words)
    }

    /// The words in a language; where they were not translated, as they were written.
    pub fn or_own(&self, language: &str) -> &T {
        self.translation(language).unwrap_or(&self.own)
    }
}

impl<T> From<T> for Translated<T> {
    fn from(own: T) -> Self {
        Self { own, others: Vec::new() }
    }
}

impl<T> Deref for Translated<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.own
    }
}
