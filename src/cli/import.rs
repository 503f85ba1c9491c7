//! `overdue import`: records made of what other programs wrote. Nothing is overwritten, and what would not be sound is left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use clap::{Args, ValueEnum};

use super::{Exit, Reading, Session, Surroundings, say, sentences};
use crate::diag::{Code, Diagnostic, Severity};
use crate::import::posts::{self, Program};
use crate::import::{Fate, Import, Note, Order, Setting, Unreadable, table};
use crate::load::{Input, Tree, load};
use crate::parse::{Options, zone_of};
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
    /// In which order day and month stand in dates such as 03/04/2021
    #[arg(long, value_enum)]
    dates: Option<Order>,
    /// The folder for the new records [default: content/incidents or content/articles]
    #[arg(long, value_name = "DIR")]
    into: Option<String>,
    /// Tell what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Origin {
    /// A table of incidents
    Csv,
    /// Posts of Hugo, as articles
    Hugo,
    /// Posts of Jekyll, as articles
    Jekyll,
    /// Issues of a cState status page, as incidents
    Cstate,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let prepared = session.options(&Reading { as_of: None, drafts: true, strict: false }).and_then(|options| {
        let tree = session.read(load(&session.root))?.value;
        Ok((options, tree))
    });
    let (options, tree) = match prepared {
        Ok(prepared) => prepared,
        Err(exit) => return exit,
    };
    let mut import = match read(arguments, zone_of(&tree), session.surroundings) {
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
    let drafts = import.files.values().filter(|(text, _)| text.contains("\ndraft: true\n")).count();
    let left_out = import.notes.iter().filter(|note| note.fate == Fate::LeftOut).count();
    say(session.out, &sentences::imported(import.files.len(), drafts, left_out, arguments.dry_run));
    Exit::Done
}

/// Writes the pictures before the records that show them.
fn write_all(root: &Path, import: &Import) -> Result<(), Obstacle> {
    for (path, (file, _)) in &import.pictures {
        let picture = file.read().map_err(|error| Obstacle::Disk(file.place(), error))?;
        write::create(root, path, &picture)?;
    }
    import.files.iter().try_for_each(|(path, (text, _))| write::create(root, path, text.as_bytes()))
}

fn read(arguments: &Arguments, zone: Tz, surroundings: &Surroundings) -> Result<Import, String> {
    let today = surroundings.now.with_timezone(&zone).date_naive();
    let setting = Setting { zone, today, order: arguments.dates };
    let path = surroundings.folder.join(&arguments.path);
    let shown = arguments.path.display().to_string();
    let program = match arguments.from {
        Origin::Csv => None,
        Origin::Hugo => Some(Program::Hugo),
        Origin::Jekyll => Some(Program::Jekyll),
        Origin::Cstate => Some(Program::Cstate),
    };
    let kind = program.map_or("content/incidents", Program::destination);
    let into = match arguments.into.as_deref().map(|folder| folder.trim_end_matches('/')) {
        None => kind,
        Some(folder) if folder == kind || folder.strip_prefix(kind).is_some_and(|rest| rest.starts_with('/')) => folder,
        Some(folder) => return Err(sentences::not_below(folder, kind)),
    };
    match program {
        Some(_) if arguments.map.is_some() => Err(sentences::MAP_UNUSED.to_owned()),
        Some(program) => Ok(posts::read(&path, program, into, setting)),
        None => {
            let map = match &arguments.map {
                None => BTreeMap::new(),
                Some(given) if given.contains('=') => table::mapping(given)?,
                Some(file) => match table::mapping_file(&surroundings.folder.join(file)) {
                    Ok(text) => table::mapping(&text)?,
                    Err(Unreadable::Content(why)) => return Err(format!("{file}: {why}")),
                    Err(Unreadable::Machine(error)) => return Ok(Import::failed(file, error)),
                },
            };
            Ok(table::read(&path, &shown, &map, into, setting))
        }
    }
}

/// Leaves out what has a name that is taken, here or in another folder of its kind.
fn leave_out_what_stands(root: &Path, import: &mut Import) {
    let mut notes = Vec::new();
    let stands = |path: &str| !write::taken(root, [path]).is_empty();
    let Import { files, pictures, .. } = import;
    let of_pictures: BTreeMap<&str, &str> =
        pictures.iter().filter(|(path, _)| stands(path)).map(|(path, (_, record))| (record.as_str(), path.as_str())).collect();
    files.retain(|path, (_, from)| {
        let taken = Some(path.as_str()).filter(|path| stands(path)).or_else(|| of_pictures.get(path.as_str()).copied());
        if let Some(taken) = taken.filter(|path| !path.starts_with("content/organisations/")) {
            notes.push(Note { at: from.clone(), fate: Fate::LeftOut, says: sentences::stands(taken) });
        }
        taken.is_none()
    });
    import.notes.append(&mut notes);
}

/// Leaves out every new file with which the site would have an error in it, and says which.
fn leave_out_what_is_unsound(mut tree: Tree, options: Options, import: &mut Import) {
    for (path, (text, _)) in &import.files {
        tree.insert_text(path, text);
    }
    for (path, (file, _)) in &import.pictures {
        tree.files.insert(path.clone(), Input::Disk(file.clone()));
    }
    // What names a record that is left out is unsound in its turn; nothing is left after as many rounds as there are kinds.
    for _ in 0..5 {
        if !leave_out(look_over(tree.clone(), options), &mut tree, import) {
            break;
        }
    }
    let Import { files, pictures, .. } = import;
    pictures.retain(|_, (_, record)| files.contains_key(record));
}

/// Leaves out the new files that an error names; false if there was none.
fn leave_out(found: Vec<Diagnostic>, tree: &mut Tree, import: &mut Import) -> bool {
    let mut notes = Vec::new();
    for diagnostic in found.into_iter().filter(|found| found.severity() == Severity::Error) {
        let places = std::iter::once(&diagnostic.place).chain(diagnostic.related.iter().map(|(place, _)| place));
        let new: Vec<&str> = places.map(|place| place.file.path.as_str()).filter(|path| import.files.contains_key(*path)).collect();
        // Of two pages at one address one is sound.
        let most = if diagnostic.code == Code::UrlCollision { 1 } else { new.len() };
        for path in &new[..most.min(new.len())] {
            if let Some((_, from)) = import.files.remove(*path) {
                tree.files.remove(*path);
                let says = format!("{}: {}", diagnostic.message, diagnostic.help);
                notes.push(Note { at: from, fate: Fate::LeftOut, says });
            }
        }
    }
    let any = !notes.is_empty();
    import.notes.append(&mut notes);
    any
}
