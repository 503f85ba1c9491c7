use std::sync::Arc;

use tera::Tera;

use super::failure::{self, Sources};
use crate::diag::{Diagnostic, SourceFile};
use crate::load::{BUILT_IN_THEME, Tree, built_in_theme};
use crate::plan::view::SiteView;

/// The templates of a theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Tera,
    pub(super) sources: Sources,
}

impl Theme {
    /// Loads the templates: the built-in ones, each replaced by the site's own of the same name.
    ///
    /// # Errors
    ///
    /// What is wrong with templates that cannot be read, each with its place; or a theme for another version of the templates.
    pub fn load(tree: &Tree, name: &str, site: &SiteView) -> Result<Self, Vec<Diagnostic>> {
        super::api::agree(tree, name).map_err(|diagnostic| vec![*diagnostic])?;
        let sources = sources(tree, name);
        let mut tera = Tera::new();
        tera.global_context().insert("site", site);
        match tera.add_raw_templates(sources.iter().map(|(name, file)| (name.as_str(), file.text.as_str()))) {
            Ok(()) => Ok(Self { tera, sources }),
            Err(error) => Err(failure::of_theme(&error, &sources)),
        }
    }
}

/// The templates of a theme by name, each with the file that it comes from.
fn sources(tree: &Tree, theme: &str) -> Sources {
    let mut sources = Sources::new();
    for (path, bytes) in built_in_theme() {
        if let Some(name) = path.strip_prefix("templates/") {
            let file = SourceFile { path: format!("themes/{BUILT_IN_THEME}/{path}"), text: String::from_utf8_lossy(bytes).into_owned() };
            sources.insert(name.to_owned(), Arc::new(file));
        }
    }
    let own = format!("themes/{theme}/templates/");
    for file in tree.texts(&own) {
        sources.insert(file.path[own.len()..].to_owned(), Arc::clone(file));
    }
    sources
}
