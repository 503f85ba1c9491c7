//! The words and templates of a site, which are read again only when a file of its theme has changed.
//!
//! They follow from the name of the theme and the files below its folder; whatever was read of others is forgotten.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Outcome, SourceFile};
use crate::i18n::Lexicon;
use crate::load::Tree;
use crate::plan::view::SiteView;
use crate::render::Theme;

/// What was read last; nothing at first.
#[derive(Debug, Default)]
pub(super) struct ThemeCache {
    name: String,
    files: Vec<Arc<SourceFile>>,
    words: Option<(Arc<Lexicon>, Vec<Diagnostic>)>,
    theme: Option<Theme>,
}

impl ThemeCache {
    /// The words of the site with the theme `name`.
    pub(super) fn words(&mut self, tree: &Tree, name: &str) -> (Arc<Lexicon>, Vec<Diagnostic>) {
        self.forget_others(tree, name);
        let read = || {
            let Outcome { value, diagnostics } = Lexicon::load(tree, name);
            (Arc::new(value), diagnostics)
        };
        self.words.get_or_insert_with(read).clone()
    }

    /// The templates of the theme `name`, told this state of the site.
    pub(super) fn theme(&mut self, tree: &Tree, name: &str, sites: &BTreeMap<String, SiteView>) -> Result<Theme, Vec<Diagnostic>> {
        let (lexicon, _) = self.words(tree, name);
        let theme = match self.theme.take() {
            Some(mut theme) => {
                theme.tell(sites);
                theme
            }
            None => Theme::load(tree, name, &lexicon, sites)?,
        };
        Ok(self.theme.insert(theme).clone())
    }

    fn forget_others(&mut self, tree: &Tree, name: &str) {
        let folder = format!("themes/{name}/");
        let is_same = |(one, other): (&Arc<SourceFile>, &Arc<SourceFile>)| Arc::ptr_eq(one, other);
        let files: Vec<&Arc<SourceFile>> = tree.texts(&folder).collect();
        if self.name != name || files.len() != self.files.len() || !files.iter().copied().zip(&self.files).all(is_same) {
            *self = Self { name: name.to_owned(), files: files.into_iter().cloned().collect(), ..Self::default() };
        }
    }
}
