//! `overdue schema`: what may be written in front matter, or what templates see, as JSON Schema; or
//! a form made from it.

use clap::{Args, ValueEnum};

use super::forms::{Editor, configuration};
use super::{Exit, Stream, say_text};
use crate::diag::Form;
use crate::model::{DocumentKind, Settings};
use crate::parse::front_matter_schema;
use crate::view;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of what
    #[arg(value_enum, default_value = "front-matter")]
    of: Of,
    /// Print the configuration of an editor instead, made from the same schema where it has forms
    #[arg(long = "for", value_enum, value_name = "EDITOR", conflicts_with = "of")]
    editor: Option<Editor>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Front matter, overdue.yaml, duties and calendars
    FrontMatter,
    /// What templates are given
    Views,
}

/// `settings` are those of the site, if there is one here.
pub(super) fn run(arguments: &Arguments, settings: &Settings, out: &mut Stream<'_>) -> Exit {
    let own: Vec<DocumentKind> = settings.documents.iter().map(|own| own.kind).collect();
    if let Some(editor) = arguments.editor {
        say_text(out, Form::Plain, &configuration(editor, &settings.language, &own));
        return Exit::Done;
    }
    let schema = match arguments.of {
        Of::FrontMatter => front_matter_schema(&own),
        Of::Views => view::schema(),
    };
    say_text(out, Form::Json, &format!("{schema:#}\n"));
    Exit::Done
}
