//! The words and templates of a site, which are read again only when a file of its theme has
//! changed.
//!
//! They follow from the name of the theme and the files below its folder; whatever was read of
//! others is forgotten.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Outcome, SourceFile};
use crate::i18n::Lexicon;
use crate::load::Tree;
use crate::model::{OwnDocument, Settings};
use crate::render::Theme;
use crate::view::SiteView;

/// What was read last; nothing at first.
#[derive(Debug, Default)]
pub(super) struct ThemeCache {
    name: String,
    /// What the site's own documents are called.
    documents: Vec<OwnDocument>,
    language: String,
    files: Vec<Arc<SourceFile>>,
    words: Option<(Arc<Lexicon>, Vec<Diagnostic>)>,
    theme: Option<Theme>,
}

impl ThemeCache {
    /// The words of a site with these settings.
    pub(super) fn words(
        &mut self,
        tree: &Tree,
        settings: &Settings,
    ) -> (Arc<Lexicon>, Vec<Diagnostic>) {
        self.forget_others(tree, settings);
        let read = || {
            let Outcome { value, diagnostics } = Lexicon::load(tree, &settings.theme);
            (Arc::new(value.with_documents(settings)), diagnostics)
        };
        self.words.get_or_insert_with(read).clone()
    }

    /// The templates of a site with these settings, told this state of it.
    pub(super) fn theme(
        &mut self,
        tree: &Tree,
        settings: &Settings,
        sites: &BTreeMap<String, SiteView>,
    ) -> Result<Theme, Vec<Diagnostic>> {
        let (lexicon, _) = self.words(tree, settings);
        let theme = match self.theme.take() {
            Some(mut theme) => {
                theme.tell(sites);
                theme
            }
            None => Theme::load(tree, &settings.theme, &lexicon, sites)?,
        };
        Ok(self.theme.insert(theme).clone())
    }

    fn forget_others(&mut self, tree: &Tree, settings: &Settings) {
        let Settings { theme: name, documents, language, .. } = settings;
        let folder = format!("themes/{name}/");
        let is_same = |(one, other): (&Arc<SourceFile>, &Arc<SourceFile>)| Arc::ptr_eq(one, other);
        let files: Vec<&Arc<SourceFile>> = tree.texts(&folder).collect();
        if self.name != *name
            || self.documents != *documents
            || self.language != *language
            || files.len() != self.files.len()
            || !files.iter().copied().zip(&self.files).all(is_same)
        {
            *self = Self {
                name: name.clone(),
                documents: documents.clone(),
                language: language.clone(),
                files: files.into_iter().cloned().collect(),
                ..Self::default()
            };
        }
    }
}
