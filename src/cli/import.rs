//! `overdue import`: records made of what other programs wrote. Nothing is overwritten, and what
//! would not be sound is left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Exit, Reading, Session, Surroundings, say, sentences};
use crate::diag::{Code, Diagnostic, Severity};
use crate::import::posts::{self, Program};
use crate::import::table::{self, Kind};
use crate::import::{Fate, Import, Note, Order, Setting, Unreadable};
use crate::load::{Input, Tree, load};
use crate::model::Settings;
use crate::parse::settings_of;
use crate::resolve::Options;
use crate::workspace::look_over;
use crate::write::{self, Obstacle};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What wrote it
    #[arg(value_enum)]
    from: Origin,
    /// A table; or a file, a folder or the whole site of the other program
    path: PathBuf,
    /// Which column of a table fills which key, as KEY=COLUMN,…, or a file with such lines
    #[arg(long, value_name = "FILE|KEY=COLUMN,…")]
    map: Option<String>,
    /// What the rows of a table are
    #[arg(long, value_enum, default_value = "incidents")]
    kind: Kind,
    /// In which order day and month stand in dates such as 03/04/2021
    #[arg(long, value_enum)]
    dates: Option<Order>,
    /// The folder for the new records [default: that of their kind, such as content/incidents]
    #[arg(long, value_name = "DIR")]
    into: Option<String>,
    /// Publish what is not doubtful; otherwise all records are drafts
    #[arg(long)]
    publish: bool,
    /// Tell what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Origin {
    /// A table, as CSV or a workbook (.xlsx)
    Csv,
    /// Posts of Hugo, as articles
    Hugo,
    /// Posts of Jekyll, as articles
    Jekyll,
    /// Issues of a cState status page, as incidents
    Cstate,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let prepared = session.options(&Reading { as_of: None, drafts: true, strict: false }).and_then(
        |options| {
            let tree = session.read(load(&session.root))?.value;
            Ok((options, tree))
        },
    );
    let (options, tree) = match prepared {
        Ok(prepared) => prepared,
        Err(exit) => return exit,
    };
    let mut import = match read(arguments, &settings_of(&tree), session.surroundings) {
        Ok(Import { failed: Some(error), .. }) => {
            say(session.err, &format!("error: {error}"));
            return Exit::Machine;
        }
        Ok(import) => import,
        Err(sentence) => {
            say(session.err, &format!("error: {sentence}"));
            return Exit::Usage;
        }
    };
    let refused = import.is_refused();
    if !refused {
        leave_out_what_stands(&session.root, &mut import);
        leave_out_what_is_unsound(tree, options, &mut import);
    }
    for note in &import.notes {
        say(session.err, &note.to_string());
    }
    if refused {
        say(session.err, sentences::NOTHING_IMPORTED);
        return Exit::Content;
    }
    if !arguments.dry_run
        && let Err(obstacle) = write_all(&session.root, &import)
    {
        say(session.err, &format!("error: {obstacle}"));
        return if matches!(obstacle, Obstacle::Disk(..)) { Exit::Machine } else { Exit::Usage };
    }
    let drafts = import.records.values().filter(|record| record.is_draft).count();
    let left_out = import.left_out();
    let files = import.records.len();
    say(session.out, &sentences::imported(files, drafts, left_out, arguments.dry_run));
    if files == 0 {
        let first = import.notes.iter().find(|note| note.fate == Fate::LeftOut);
        say(session.err, &sentences::nothing_imported(left_out, first.map(ToString::to_string)));
        return Exit::Content;
    }
    Exit::Done
}

/// Writes the pictures before the records that show them.
fn write_all(root: &Path, import: &Import) -> Result<(), Obstacle> {
    for (path, (file, _)) in &import.pictures {
        let picture = file.read().map_err(|error| Obstacle::Disk(file.place(), error))?;
        write::create(root, path, &picture)?;
    }
    import
        .records
        .iter()
        .try_for_each(|(path, record)| write::create(root, path, record.text().as_bytes()))
}

fn read(
    arguments: &Arguments,
    site: &Settings,
    surroundings: &Surroundings,
) -> Result<Import, String> {
    let zone = site.timezone;
    let today = surroundings.now.with_timezone(&zone).date_naive();
    let setting = Setting { site, zone, today, order: arguments.dates, publish: arguments.publish };
    let path = surroundings.folder.join(&arguments.path);
    let shown = arguments.path.display().to_string();
    let program = match arguments.from {
        Origin::Csv => None,
        Origin::Hugo => Some(Program::Hugo),
        Origin::Jekyll => Some(Program::Jekyll),
        Origin::Cstate => Some(Program::Cstate),
    };
    let kind = program.map_or(arguments.kind.destination(), Program::destination);
    let into = match arguments.into.as_deref().map(|folder| folder.trim_end_matches('/')) {
        None => kind,
        Some(folder)
            if folder == kind
                || folder.strip_prefix(kind).is_some_and(|rest| rest.starts_with('/')) =>
        {
            folder
        }
        Some(folder) => return Err(sentences::not_below(folder, kind)),
    };
    match program {
        Some(_) if arguments.map.is_some() || arguments.kind != Kind::Incidents => {
            Err(sentences::MAP_UNUSED.to_owned())
        }
        Some(program) => Ok(posts::read(&path, program, into, setting)),
        None => {
            let map = match &arguments.map {
                None => Vec::new(),
                Some(given) if given.contains('=') => table::mapping(given, arguments.kind)?,
                Some(file) => match table::mapping_file(&surroundings.folder.join(file)) {
                    Ok(text) => table::mapping(&text, arguments.kind)?,
                    Err(Unreadable::Content(why)) => return Err(format!("{file}: {why}")),
                    Err(Unreadable::Machine(error)) => return Ok(Import::failed(file, error)),
                },
            };
            Ok(table::read(&path, &shown, arguments.kind, &map, into, setting))
        }
    }
}

/// Leaves out what has a name that is taken, here or in another folder of its kind.
fn leave_out_what_stands(root: &Path, import: &mut Import) {
    let mut notes = Vec::new();
    let stands = |path: &str| !write::taken(root, [path]).is_empty();
    let Import { records, pictures, .. } = import;
    let of_pictures: BTreeMap<&str, &str> = pictures
        .iter()
        .filter(|(path, _)| stands(path))
        .map(|(path, (_, record))| (record.as_str(), path.as_str()))
        .collect();
    records.retain(|path, record| {
        let taken = Some(path.as_str())
            .filter(|path| stands(path))
            .or_else(|| of_pictures.get(path.as_str()).copied());
        if let Some(taken) = taken.filter(|_| !record.is_implied) {
            notes.push(Note {
                at: record.from.clone(),
                fate: Fate::LeftOut,
                says: sentences::stands(taken),
            });
        }
        taken.is_none()
    });
    import.notes.append(&mut notes);
}

/// Leaves out every new record with which the site would have an error in it, and says which.
fn leave_out_what_is_unsound(mut tree: Tree, options: Options, import: &mut Import) {
    for (path, record) in &import.records {
        tree.insert_text(path, &record.text());
    }
    for (path, (file, _)) in &import.pictures {
        tree.files.insert(path.clone(), Input::Disk(file.clone()));
    }
    // What names a record that is left out is unsound in its turn; nothing is left after as many
    // rounds as there are kinds, and one for old addresses.
    for _ in 0..6 {
        if !leave_out(look_over(tree.clone(), options), &mut tree, import) {
            break;
        }
    }
    let Import { records, pictures, .. } = import;
    pictures.retain(|_, (_, record)| records.contains_key(record));
}

/// Leaves out what an error names: an old address that another page has, or the whole new record;
/// false if there was none.
fn leave_out(found: Vec<Diagnostic>, tree: &mut Tree, import: &mut Import) -> bool {
    let mut notes = Vec::new();
    let mut any = false;
    for diagnostic in found.into_iter().filter(|found| found.severity() == Severity::Error) {
        let places = std::iter::once(&diagnostic.place)
            .chain(diagnostic.related.iter().map(|(place, _)| place));
        let new: Vec<&str> = places
            .map(|place| place.file.path.as_str())
            .filter(|path| import.records.contains_key(*path))
            .collect();
        // The editor is told to add the language to the site.
        let is_translation =
            |path: &&str| import.records.get(*path).is_some_and(|found| found.is_translation);
        if diagnostic.code == Code::LanguageUnknown && new.iter().any(is_translation) {
            continue;
        }
        if diagnostic.code == Code::UrlCollision {
            let address = diagnostic.message.split_whitespace().find(|word| word.starts_with('/'));
            let dropped = new
                .iter()
                .copied()
                .find(|path| address.is_some_and(|address| import.drop_alias(path, address)));
            if let Some(path) = dropped {
                if let Some(record) = import.records.get(path) {
                    tree.insert_text(path, &record.text());
                }
                any = true;
                continue;
            }
        }
        // Of two pages at one address one is sound.
        let most = if diagnostic.code == Code::UrlCollision { 1 } else { new.len() };
        for path in &new[..most.min(new.len())] {
            if let Some(record) = import.records.remove(*path) {
                tree.files.remove(*path);
                let says = format!("{}: {}", diagnostic.message, diagnostic.help);
                notes.push(Note { at: record.from, fate: Fate::LeftOut, says });
            }
        }
    }
    any |= !notes.is_empty();
    import.notes.append(&mut notes);
    any
}
