//! `overdue theme`: copies files of the built-in theme for change, checks the site's own theme, and
//! shows what it changes.

use clap::Subcommand;
use similar::TextDiff;

use super::{Exit, Reading, Session, say, say_text, sentences};
use crate::diag::{Code, Form, Severity, did_you_mean};
use crate::load::{Input, Tree, built_in_theme, load};
use crate::parse::theme_of;
use crate::render::declaration;
use crate::workspace;
use crate::write::{self, Obstacle};

#[derive(Debug, Subcommand)]
pub(super) enum Arguments {
    /// Copy the built-in theme, or some of its files, into the site's theme; nothing is overwritten
    Eject {
        /// Files as they are called within the theme, such as templates/incident.html, or folders,
        /// such as words/en [default: all]
        #[arg(value_name = "FILE")]
        files: Vec<String>,
        /// The folder, from the site's own, in place of that of its theme
        #[arg(long, value_name = "DIR")]
        output: Option<String>,
    },
    /// Make every page of the site with its theme, in memory, and tell what fails
    Check,
    /// Show what the site's theme changes in the built-in one
    Diff,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    match arguments {
        Arguments::Eject { files, output } => eject(files, output.as_deref(), session),
        Arguments::Check => check(session),
        Arguments::Diff => diff(session),
    }
}

fn eject(named: &[String], output: Option<&str>, session: &mut Session<'_>) -> Exit {
    let theme = match session.configuration() {
        Ok(configuration) => theme_of(&configuration),
        Err(exit) => return exit,
    };
    let mut chosen: Vec<(&str, &[u8])> = Vec::new();
    for name in named {
        let name = name.trim_start_matches("./");
        let before = chosen.len();
        let folder = format!("{}/", name.trim_end_matches('/'));
        chosen.extend(built_in_theme().iter().filter(|(path, _)| {
            *path == name
                || path.strip_prefix("templates/") == Some(name)
                || path.starts_with(&folder)
        }));
        if chosen.len() == before {
            let paths = built_in_theme().iter().map(|(path, _)| *path);
            let sentence = sentences::no_theme_file(name, did_you_mean(name, paths));
            say(session.err, &format!("error: {sentence}"));
            return Exit::Usage;
        }
    }
    if named.is_empty() {
        chosen.extend(built_in_theme());
    }
    chosen.sort_unstable();
    chosen.dedup();
    let own = format!("themes/{theme}");
    let folder =
        output.map_or(own.as_str(), |output| output.trim_start_matches("./").trim_end_matches('/'));
    let within = |path: &str| format!("{folder}/{path}");
    let mut files: Vec<(String, Vec<u8>)> =
        chosen.into_iter().map(|(path, bytes)| (within(path), bytes.to_vec())).collect();
    let taken = write::taken(&session.root, files.iter().map(|(path, _)| path.as_str()));
    if !taken.is_empty() {
        say(session.err, &format!("error: {}", sentences::taken(&taken)));
        return Exit::Usage;
    }
    // A theme that was begun before keeps what it declares.
    let declared = within("theme.yaml");
    if write::taken(&session.root, [declared.as_str()]).is_empty() {
        files.push((declared, declaration().into_bytes()));
    }
    for (path, bytes) in &files {
        if let Err(obstacle) = write::create(&session.root, path, bytes) {
            say(session.err, &format!("error: {obstacle}"));
            return if matches!(obstacle, Obstacle::Disk(..)) {
                Exit::Machine
            } else {
                Exit::Usage
            };
        }
        say(session.out, &sentences::wrote(path));
    }
    say(session.out, &sentences::next_of_theme(folder));
    Exit::Done
}

fn check(session: &mut Session<'_>) -> Exit {
    let read = session.options(&Reading { as_of: None, drafts: true, strict: false }).and_then(
        |options| {
            let checked = session.read(workspace::check(&session.root, options))?;
            Ok((checked.diagnostics, session.read(load(&session.root))?.value))
        },
    );
    let (mut diagnostics, tree) = match read {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let theme = theme_of(&tree);
    let own = own_files(&tree, &theme);
    // Words are laid over those of their language, whatever their file is called.
    for (path, _) in own.iter().filter(|(path, _)| !is_words(path)) {
        let known = || built_in_theme().iter().map(|(path, _)| *path);
        if !known().any(|other| other == *path)
            && let Some(meant) = did_you_mean(path, known())
            && !is_used(&own, path)
        {
            say(
                session.err,
                &sentences::overrides_nothing(&format!("themes/{theme}/{path}"), meant),
            );
        }
    }
    diagnostics.retain(|found| found.severity() == Severity::Error);
    if !diagnostics.is_empty() {
        session.tell(&diagnostics);
        if diagnostics
            .iter()
            .any(|found| !matches!(found.code, Code::TemplateFailed | Code::ThemeApi))
        {
            say(session.err, sentences::CONTENT_FIRST);
        }
        return Exit::Content;
    }
    say(session.out, &sentences::theme_works(&theme, own.len()));
    Exit::Done
}

fn diff(session: &mut Session<'_>) -> Exit {
    let tree = match session.read(load(&session.root)) {
        Ok(outcome) => outcome.value,
        Err(exit) => return exit,
    };
    let theme = theme_of(&tree);
    let own = own_files(&tree, &theme);
    if own.is_empty() {
        say(session.out, sentences::THEME_SAME);
        return Exit::Done;
    }
    for (path, input) in own {
        let shown = format!("themes/{theme}/{path}");
        let built_in =
            built_in_theme().iter().find(|(other, _)| *other == path).map(|(_, bytes)| *bytes);
        match (built_in, input) {
            (None, _) if is_words(path) => say(session.out, &sentences::laid_over(&shown)),
            (None, _) => say(session.out, &sentences::own_file(&shown)),
            (Some(bytes), input) if input.is(bytes) => {
                say(session.out, &sentences::same_file(&shown));
            }
            (Some(bytes), Input::Text(file)) => {
                let before = String::from_utf8_lossy(bytes);
                let changes = TextDiff::from_lines(&*before, &*file.text);
                let changes =
                    changes.unified_diff().header(&format!("built-in/{path}"), &shown).to_string();
                say_text(session.out, Form::Plain, &format!("{}\n", changes.trim_end()));
            }
            (Some(_), Input::Bytes(_) | Input::Disk(_) | Input::Picture(_)) => {
                say(session.out, &sentences::binary_differs(&shown));
            }
        }
    }
    Exit::Done
}

/// Whether a file of a theme holds words.
fn is_words(path: &str) -> bool {
    path.starts_with("words/") && path.ends_with(".ftl")
}

/// The files of the site's theme, by their paths within it, but for what it declares.
fn own_files<'t>(tree: &'t Tree, theme: &str) -> Vec<(&'t str, &'t Input)> {
    let folder = format!("themes/{theme}/");
    let inside =
        tree.files.iter().filter_map(|(path, input)| Some((path.strip_prefix(&*folder)?, input)));
    inside.filter(|(path, _)| *path != "theme.yaml").collect()
}

/// Whether another file of a theme names this one: then it is meant as it is, and not as a
/// replacement.
fn is_used(own: &[(&str, &Input)], path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    own.iter().any(|(other, input)| match input {
        Input::Text(file) => *other != path && file.text.contains(name),
        Input::Bytes(_) | Input::Disk(_) | Input::Picture(_) => false,
    })
}
