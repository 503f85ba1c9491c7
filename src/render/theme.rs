use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Tera, Value};

use super::failure::{self, Sources};
use super::frame::Frames;
use crate::diag::{Diagnostic, SourceFile};
use crate::i18n::{Lexicon, Words};
use crate::load::{BUILT_IN_THEME, Tree, built_in_theme};
use crate::view::{Link, SiteView};

/// The templates of a theme, ready to render; shared between copies.
#[derive(Debug, Clone)]
pub struct Theme {
    pub(super) tera: Arc<Tera>,
    pub(super) sources: Arc<Sources>,
    /// What templates see of the site, by language of the page.
    sites: BTreeMap<String, Seen>,
    /// The messages without variables, by language of the words.
    words: Arc<BTreeMap<String, Value>>,
    /// What pages share.
    pub(super) frames: Arc<Frames>,
}

/// The site as templates see it.
#[derive(Debug, Clone)]
struct Seen {
    menu: Vec<Link>,
    value: Value,
}

impl Theme {
    /// Loads the templates: the built-in ones, each replaced by the site's own of the same name.
    ///
    /// # Errors
    ///
    /// What is wrong with templates that cannot be read, each with its place; or a theme for
    /// another version of the templates.
    pub fn load(
        tree: &Tree,
        name: &str,
        lexicon: &Arc<Lexicon>,
        sites: &BTreeMap<String, SiteView>,
    ) -> Result<Self, Vec<Diagnostic>> {
        super::api::agree(tree, name).map_err(|diagnostic| vec![*diagnostic])?;
        let sources = sources(tree, name);
        let mut tera = Tera::new();
        super::pieces::register(&mut tera, lexicon);
        tera.register_function("say", super::say::Say(Arc::clone(lexicon)));
        match tera.add_raw_templates(
            sources.iter().map(|(name, file)| (name.as_str(), file.text.as_str())),
        ) {
            Ok(()) => {
                let sites = values(sites);
                let words = lexicon
                    .all()
                    .map(|words| (words.language().to_owned(), super::say::messages(words)))
                    .collect();
                Ok(Self {
                    tera: Arc::new(tera),
                    sources: Arc::new(sources),
                    sites,
                    words: Arc::new(words),
                    frames: Arc::default(),
                })
            }
            Err(error) => Err(failure::of_theme(&error, &sources)),
        }
    }

    /// What templates see of the site on a page in `language`.
    pub(super) fn site(&self, language: &str) -> Value {
        self.sites.get(language).map_or_else(Value::none, |site| site.value.clone())
    }

    /// The menu of a page in `language`.
    pub(super) fn menu(&self, language: &str) -> &[Link] {
        self.sites.get(language).map_or(&[], |site| &site.menu)
    }

    /// The messages without variables in `words`.
    pub(super) fn words(&self, words: &Words) -> Value {
        self.words.get(words.language()).cloned().unwrap_or_else(|| super::say::messages(words))
    }
}

impl Theme {
    /// Tells the templates another state of the site.
    pub fn tell(&mut self, sites: &BTreeMap<String, SiteView>) {
        self.sites = values(sites);
        self.frames = Arc::default();
    }
}

fn values(sites: &BTreeMap<String, SiteView>) -> BTreeMap<String, Seen> {
    let seen = |site: &SiteView| Seen {
        menu: site.navigation.clone(),
        value: Value::from_serializable(site),
    };
    sites.iter().map(|(language, site)| (language.clone(), seen(site))).collect()
}

/// The templates of a theme by name, each with the file that it comes from.
fn sources(tree: &Tree, theme: &str) -> Sources {
    let mut sources = Sources::new();
    for (path, bytes) in built_in_theme() {
        if let Some(name) = path.strip_prefix("templates/") {
            let file = SourceFile {
                path: format!("themes/{BUILT_IN_THEME}/{path}"),
                text: String::from_utf8_lossy(bytes).into_owned(),
            };
            sources.insert(name.to_owned(), Arc::new(file));
        }
    }
    let own = format!("themes/{theme}/templates/");
    for file in tree.texts(&own) {
        sources.insert(file.path[own.len()..].to_owned(), Arc::clone(file));
    }
    sources
}
