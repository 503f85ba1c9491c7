use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::fault::{InputError, LoadError};
use super::ignore::{self, Secret, Verdict, verdict};
use super::original::{Original, SourceFolder};
use super::picture::{self, Picture};
use crate::diag::{self, Code, Diagnostic, Outcome, Place, SourceFile};

/// The largest text file that is read, in bytes. A long report has a few hundred kilobytes.
const MAX_TEXT: u64 = 8 << 20;
/// The largest file that is copied, in bytes. Hosts of static sites refuse more.
const MAX_FILE: u64 = 512 << 20;
/// The largest number of files of a site.
const MAX_FILES: usize = 500_000;

/// Every input of a site, by its path from the site's root with `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// In order of path.
    pub files: BTreeMap<String, Input>,
    /// Paths of files that could not be read or were refused, which has been reported.
    pub unread: BTreeSet<String>,
}

/// One input.
#[derive(Debug, Clone)]
pub enum Input {
    /// A text that is read.
    Text(Arc<SourceFile>),
    /// A file of the program's own.
    Bytes(Cow<'static, [u8]>),
    /// A file that is copied.
    Disk(Original),
    /// A picture that is copied.
    Picture(Picture),
}

impl Input {
    /// Whether it held exactly these bytes when it was read.
    pub fn is(&self, bytes: &[u8]) -> bool {
        match self {
            Input::Text(file) => file.text.as_bytes() == bytes,
            Input::Bytes(own) => own[..] == *bytes,
            Input::Disk(original) | Input::Picture(Picture { original, .. }) => {
                original.hash() == blake3::hash(bytes)
            }
        }
    }
}

impl Tree {
    /// Adds a file with this text, as if it lay in the site.
    pub fn insert_text(&mut self, path: &str, text: &str) {
        let input = match is_text(path) {
            true => {
                Input::Text(Arc::new(SourceFile { path: path.to_owned(), text: text.to_owned() }))
            }
            false => Input::Bytes(text.as_bytes().to_vec().into()),
        };
        self.files.insert(path.to_owned(), input);
    }

    /// Adds a text that is to be written into the site, as it would be read from there.
    ///
    /// # Errors
    ///
    /// When a file of this name would be refused, or passed over.
    pub fn insert_new(&mut self, path: &str, text: &str) -> Result<(), Box<Diagnostic>> {
        let name = path.rsplit('/').next().unwrap_or(path);
        if judge_name(name, path)? {
            self.insert_text(path, text);
            return Ok(());
        }
        let message = format!(
            "a file of the name `{name}` is not read: editors and systems call their own files so"
        );
        Err(Box::new(
            Diagnostic::new(Code::FileName, Place::unread(path), message)
                .help("give it another name"),
        ))
    }

    /// Drops the text of every record, which is not needed once it has been parsed.
    pub fn forget_records(&mut self) {
        self.files.retain(|path, input| {
            !(path.starts_with("content/") && matches!(input, Input::Text(_)))
        });
    }

    /// The texts below a folder, with their paths.
    pub fn texts<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = &'t Arc<SourceFile>> {
        self.below(folder).filter_map(|(_, input)| match input {
            Input::Text(file) => Some(file),
            Input::Bytes(_) | Input::Disk(_) | Input::Picture(_) => None,
        })
    }

    /// Everything below a folder (`content/`, with its slash), in order of path.
    pub fn below<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t Input)> {
        let inside = self
            .files
            .range(folder.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(folder));
        inside.map(|(path, input)| (path.as_str(), input))
    }
}

/// Reads the site in the folder `root`: `overdue.yaml`, `content/`, `static/` and `themes/`.
///
/// What cannot be read is reported and left out.
///
/// # Errors
///
/// When the machine fails to read a file or folder that may well be good.
pub fn load(root: &Path) -> Result<Outcome<Tree>, LoadError> {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let folder = match SourceFolder::open(root)
        .map_err(|error| InputError::unreadable("overdue.yaml", error))
    {
        Ok(folder) => folder,
        Err(InputError::Content(found)) => {
            return Ok(Outcome { value: Tree::default(), diagnostics: vec![*found] });
        }
        Err(InputError::Machine(error)) => return Err(error),
    };
    for top in ["overdue.yaml", "content", "static", "themes"] {
        walk(root, top, &mut found, &mut diagnostics)?;
    }
    refuse_names_from_elsewhere(&folder, &mut found, &mut diagnostics);
    if found.len() > MAX_FILES {
        let message = format!(
            "the site has {} files, and {MAX_FILES} are the most that is read",
            found.len()
        );
        let place = Place::unread(&found[MAX_FILES]);
        diagnostics.push(
            Diagnostic::new(Code::FileTooLarge, place, message)
                .help("move archives and downloads out of the site"),
        );
        found.truncate(MAX_FILES);
    }
    let read: Vec<_> =
        found.into_par_iter().map(|path| (read_input(&folder, &path), path)).collect();
    let mut tree = Tree::default();
    for (input, path) in read {
        match input {
            Ok(input) => {
                tree.files.insert(path, input);
            }
            Err(InputError::Content(found)) => {
                diagnostics.push(*found);
                tree.unread.insert(path);
            }
            Err(InputError::Machine(error)) => return Err(error),
        }
    }
    diag::settle(&mut diagnostics);
    Ok(Outcome { value: tree, diagnostics })
}

/// Reads one input again that was loaded before, by its path from the site's root.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn reload(root: &Path, path: &str) -> Result<Input, InputError> {
    let folder = SourceFolder::open(root).map_err(|error| InputError::unreadable(path, error))?;
    read_input(&folder, path)
}

/// Reads the configuration alone: what is wrong with it is reported when the site is loaded.
///
/// # Errors
///
/// When the machine fails to read it.
pub fn load_settings(root: &Path) -> Result<Tree, LoadError> {
    let mut tree = Tree::default();
    match reload(root, "overdue.yaml") {
        Ok(input) => _ = tree.files.insert("overdue.yaml".to_owned(), input),
        Err(InputError::Content(_)) => {}
        Err(InputError::Machine(error)) => return Err(error),
    }
    Ok(tree)
}

fn walk(
    root: &Path,
    top: &str,
    found: &mut Vec<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), LoadError> {
    let start = root.join(top);
    if fs::symlink_metadata(&start).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Ok(());
    }
    let first = found.len();
    let mut entries = WalkDir::new(&start).follow_links(false).follow_root_links(false).into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or_else(|| top.to_owned(), |path| shown(root, path));
                let because = error
                    .into_io_error()
                    .unwrap_or_else(|| io::Error::other("it leads back to a folder above it"));
                match InputError::unreadable(&path, because) {
                    InputError::Content(found) => diagnostics.push(*found),
                    InputError::Machine(error) => return Err(error),
                }
                continue;
            }
        };
        let path = shown(root, entry.path());
        let is_folder = entry.file_type().is_dir();
        match judge(&entry, &path) {
            Ok(true) if !is_folder => found.push(path),
            Ok(true) => {}
            Ok(false) if is_folder => entries.skip_current_dir(),
            Ok(false) => {}
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                if is_folder {
                    entries.skip_current_dir();
                }
            }
        }
    }
    // A folder tells its entries in no certain order.
    found[first..].par_sort_unstable();
    Ok(())
}

/// Whether an entry belongs into the site.
fn judge(entry: &DirEntry, path: &str) -> Result<bool, Box<Diagnostic>> {
    let kind = entry.file_type();
    let report = |code, message: String, help: &str| {
        Err(Box::new(Diagnostic::new(code, Place::unread(path), message).help(help)))
    };
    let Some(name) = entry.file_name().to_str() else {
        return report(
            Code::FileName,
            format!("the name of {path} is not UTF-8"),
            "rename it with plain letters",
        );
    };
    if !judge_name(name, path)? {
        return Ok(false);
    }
    if kind.is_symlink() {
        let message = format!("`{name}` is a symbolic link and was left out");
        return report(
            Code::LinkSkipped,
            message,
            "put the file itself here: links could publish what lies outside the site",
        );
    }
    if !kind.is_dir() && !kind.is_file() {
        return report(
            Code::FileSpecial,
            format!("`{name}` is neither a file nor a folder"),
            "delete it from the site",
        );
    }
    Ok(true)
}

/// Whether an entry of this name belongs into the site.
fn judge_name(name: &str, path: &str) -> Result<bool, Box<Diagnostic>> {
    match verdict(name, is_published(path)) {
        Verdict::Take => Ok(true),
        Verdict::Ignore => Ok(false),
        Verdict::Secret(secret) => {
            let (message, help) = secret.sentence(name);
            Err(Box::new(
                Diagnostic::new(Code::FileSecret, Place::unread(path), message).help(help),
            ))
        }
    }
}

/// Whether files are published from this place; a theme has others besides.
fn is_published(path: &str) -> bool {
    let in_theme = |inside: &str| inside.split('/').nth(1) == Some("static");
    path.strip_prefix("themes/").is_none_or(in_theme)
}

/// Takes out and reports files that have another name outside of what is read: they could publish
/// what lies there, as links could.
fn refuse_names_from_elsewhere(
    folder: &SourceFolder,
    found: &mut Vec<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let named_more_than_once = |path: &String| {
        Some((folder.names_of(path).filter(|(_, names)| *names > 1)?, path.clone()))
    };
    let mut names: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (file, path) in found.par_iter().filter_map(named_more_than_once).collect::<Vec<_>>() {
        names.entry(file).or_default().push(path);
    }
    let from_elsewhere: BTreeSet<String> = names
        .into_iter()
        .filter(|((_, count), paths)| *count > paths.len() as u64)
        .flat_map(|(_, paths)| paths)
        .collect();
    found.retain(|path| !from_elsewhere.contains(path));
    diagnostics.extend(from_elsewhere.iter().map(|path| {
        let message =
            format!("{path} is a hard link: the same file has another name outside of the site");
        Diagnostic::new(Code::FileSpecial, Place::unread(path), message)
            .help("put a copy in its place, so that nothing but what lies here is published")
    }));
}

/// Whether a file is read as a text; others are copied.
fn is_text(path: &str) -> bool {
    path == "overdue.yaml"
        || path.starts_with("content/") && has_ending(path, &["md", "yaml", "yml"])
        || path.starts_with("themes/") && has_ending(path, &["html", "css", "js", "yaml", "ftl"])
}

fn read_input(folder: &SourceFolder, path: &str) -> Result<Input, InputError> {
    let failed = |error: io::Error, limit: u64| match error.kind() {
        ErrorKind::FileTooLarge => {
            let message = format!("{path} is larger than {} MiB", limit >> 20);
            Diagnostic::new(Code::FileTooLarge, Place::unread(path), message)
                .help("split it, or link to it where it is kept")
                .into()
        }
        _ => InputError::unreadable(path, error),
    };
    if is_text(path) {
        let bytes = folder.read(path, MAX_TEXT).map_err(|error| failed(error, MAX_TEXT))?;
        let text = decode(path, bytes)?;
        return Ok(Input::Text(Arc::new(SourceFile { path: path.to_owned(), text })));
    }
    // The files of a theme are trusted as its templates are.
    if !path.starts_with("themes/")
        && let Some(judged) = picture::inspect(path, folder, path)
    {
        return judged.map(Input::Picture);
    }
    let (original, head) =
        folder.original(path, MAX_FILE).map_err(|error| failed(error, MAX_FILE))?;
    if ignore::holds_private_key(&head) {
        let (message, help) = Secret::PrivateKey.sentence(path);
        return Err(Diagnostic::new(Code::FileSecret, Place::unread(path), message)
            .help(help)
            .into());
    }
    Ok(Input::Disk(original))
}

fn decode(path: &str, bytes: Vec<u8>) -> Result<String, InputError> {
    // In UTF-16 every other byte of plain letters is zero, with a mark in front or without one.
    let is_utf16 = matches!(
        bytes[..],
        [0xFF, 0xFE, ..]
            | [0xFE, 0xFF, ..]
            | [0, 1..=0xFF, 0, 1..=0xFF, ..]
            | [1..=0xFF, 0, 1..=0xFF, 0, ..]
    );
    let (good, bytes) = match String::from_utf8(bytes) {
        Ok(text) if !is_utf16 => return Ok(text),
        Ok(text) => (0, text.into_bytes()),
        Err(error) => (error.utf8_error().valid_up_to(), error.into_bytes()),
    };
    let message =
        if is_utf16 { "this file is UTF-16" } else { "this file is not UTF-8 from here on" };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let file = Arc::new(SourceFile { path: path.to_owned(), text });
    Err(Diagnostic::new(Code::FileEncoding, Place { file, span: good..good + 1 }, message)
        .help("save it as UTF-8 in the editor")
        .into())
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}

/// A path from the site's root, with `/` between folders on every system.
fn shown(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
