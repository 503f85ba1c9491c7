//! Which version of the views a theme was written for, as its `theme.yaml` says.

use crate::diag::{Code, Diagnostic, Place};
use crate::load::{Input, Tree};

/// The version of what templates are given. It rises when a template that was right can fail.
pub const TEMPLATE_API: u32 = 1;

/// What `theme.yaml` says.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    api: u32,
}

/// What a theme's `theme.yaml` holds when it is written.
pub fn declaration() -> String {
    format!(
        "# The version of Overdue's templates for which these were written. `overdue theme check` compares it.\napi: {TEMPLATE_API}\n"
    )
}

/// Refuses a theme that was written for another version. One that says nothing is taken as it is.
pub(super) fn agree(tree: &Tree, theme: &str) -> Result<(), Box<Diagnostic>> {
    let Some(Input::Text(file)) = tree.files.get(&format!("themes/{theme}/theme.yaml")) else {
        return Ok(());
    };
    let (message, help) = match serde_yaml::from_str::<Declared>(&file.text) {
        Ok(Declared { api: TEMPLATE_API }) => return Ok(()),
        Ok(Declared { api }) if api > TEMPLATE_API => (
            format!(
                "this theme is written for version {api} of the templates, and this program has version {TEMPLATE_API}"
            ),
            "use a newer Overdue, or a theme for this one".to_owned(),
        ),
        Ok(Declared { api }) => (
            format!(
                "this theme is written for version {api} of the templates, and this program has version {TEMPLATE_API}"
            ),
            format!(
                "compare it with the built-in theme (`overdue theme diff`), mend it, then write `api: {TEMPLATE_API}`"
            ),
        ),
        Err(_) => (
            "this does not say for which version of the templates the theme is written".to_owned(),
            format!("write one line: `api: {TEMPLATE_API}`"),
        ),
    };
    let start = file.text.find("api").unwrap_or(0);
    let end = file.text[start..].find('\n').map_or(file.text.len(), |line| start + line);
    let place = Place { file: std::sync::Arc::clone(file), span: start..end };
    Err(Box::new(Diagnostic::new(Code::ThemeApi, place, message).help(help)))
}
