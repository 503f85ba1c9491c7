use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use crate::diag::{Code, Diagnostic, Place, SourceFile};
use crate::load::{BUILT_IN_THEME, Tree, built_in_theme};
use crate::plan::view::SiteView;

/// The templates of a theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Tera,
}

impl Theme {
    /// Loads the templates: the built-in ones, each replaced by the site's own of the same name.
    ///
    /// # Errors
    ///
    /// A template that cannot be read, with its place.
    pub fn load(tree: &Tree, name: &str, site: &SiteView) -> Result<Self, Box<Diagnostic>> {
        let templates = templates(tree, name);
        let mut tera = Tera::new();
        tera.global_context().insert("site", site);
        let sources = templates.iter().map(|(name, file)| (name.as_str(), file.text.as_str()));
        match tera.add_raw_templates(sources) {
            Ok(()) => Ok(Self { tera }),
            Err(error) => Err(Box::new(diagnostic(&error, &templates))),
        }
    }
}

impl Theme {
    /// Tells the templates another state of the site.
    pub fn tell(&mut self, site: &SiteView) {
        self.tera.global_context().insert("site", site);
    }
}

/// The templates of a theme by name, each with the file that it comes from.
fn templates(tree: &Tree, theme: &str) -> BTreeMap<String, Arc<SourceFile>> {
    let mut templates = BTreeMap::new();
    for (path, bytes) in built_in_theme() {
        if let Some(name) = path.strip_prefix("templates/") {
            let file = SourceFile { path: format!("themes/{BUILT_IN_THEME}/{path}"), text: String::from_utf8_lossy(bytes).into_owned() };
            templates.insert(name.to_owned(), Arc::new(file));
        }
    }
    let own = format!("themes/{theme}/templates/");
    for file in tree.texts(&own) {
        templates.insert(file.path[own.len()..].to_owned(), Arc::clone(file));
    }
    templates
}

/// The template engine's error with the place in the template's own file.
fn diagnostic(error: &tera::Error, templates: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let place =
        report.and_then(|report| Some(Place { file: Arc::clone(templates.get(report.filename())?), span: report.span().range.clone() }));
    let message = report.map_or_else(|| error.to_string(), |report| report.message().to_owned());
    Diagnostic::new(Code::TemplateFailed, place.unwrap_or_else(|| Place::unread("themes")), message)
        .help("mend the template, or delete it to get the built-in one")
}

/// An error and what caused it, in one text.
pub(super) fn report(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(found) = cause {
        text.push_str("; ");
        text.push_str(&found.to_string());
        cause = found.source();
    }
    text
}
