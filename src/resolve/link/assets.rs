//! Files beside records → the records that they belong to.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{Linker, Origin};
use crate::diag::{Code, Diagnostic, Findings, Place};
use crate::front_matter::reader::Located;
use crate::load::Tree;
use crate::markdown::href::folder_of;
use crate::markdown::mention::Mention;
use crate::model::{Id, Kind};
use crate::parse::files;

impl Linker {
    /// Gives each record the files that lie beside it: all of them if it is alone in its folder,
    /// otherwise those that it names.
    pub(super) fn attach_files(&mut self, tree: &Tree) {
        let mut folders: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for found in &self.origins {
            let (_, origin) = found;
            folders.entry(folder_of(origin.path())).or_default().push(found);
        }
        let mut translations: BTreeMap<(Kind, Id), Vec<&Origin>> = BTreeMap::new();
        for origin in self.others.iter().filter(|origin| files::is_translation(origin.path())) {
            if let Some((kind, id)) = files::record_of(origin.path()) {
                translations.entry((kind, Id::from(&*id))).or_default().push(origin);
            }
        }
        // By their composed names, in which they are mentioned.
        let mut files: BTreeMap<String, &str> = BTreeMap::new();
        for (path, input) in tree.below("content/") {
            if !matches!(input, crate::load::Input::Text(_)) {
                files.insert(path.nfc().collect(), path);
            }
        }
        let mut attached = Vec::new();
        let mut missing = Findings::default();
        let mut unused: BTreeSet<&str> = files.values().copied().collect();
        for (folder, keys) in &folders {
            let within = |name: &str| format!("{folder}/{name}");
            let below = || {
                let prefix = within("");
                let from = files.range(prefix.clone()..);
                from.map_while(move |(path, _)| path.strip_prefix(&*prefix).map(str::to_owned))
            };
            let known = LazyCell::new(|| below().collect::<Arc<[String]>>());
            for (key, origin) in keys {
                let speaking = std::iter::once(*origin)
                    .chain(translations.get(key).into_iter().flatten().copied());
                let named: Vec<(&Origin, &Located<String>)> = speaking
                    .flat_map(|origin| {
                        origin.mentions.list.iter().filter_map(move |mention| match mention {
                            Mention::File(found) => Some((origin, found)),
                            _ => None,
                        })
                    })
                    .collect();
                let mut names: BTreeSet<String> =
                    named.iter().map(|(_, found)| found.value.clone()).collect();
                if keys.len() == 1 {
                    let beside = |name: &String| !name.contains('/') && !files::is_markdown(name);
                    names.extend(below().filter(beside));
                }
                let mut own = Vec::new();
                for name in names {
                    let Some(path) = files.get(&within(&name)) else { continue };
                    unused.remove(path);
                    own.push(((*path).to_owned(), name));
                }
                for (origin, found) in named {
                    let path = within(&found.value);
                    if !tree.unread.contains(&path) && !files.contains_key(&path) {
                        missing.find(Code::FileMissing, origin.place(&found.span), |place| {
                            Diagnostic::new(
                                Code::FileMissing,
                                place,
                                format!("there is no file `{}` beside this record", found.value),
                            )
                            .help("put the file into the same folder as this record, or into a folder beside it")
                            .meant(
                                found.value.clone(),
                                &known,
                                |meant, _| format!("did you mean `{meant}`?"),
                            )
                        });
                    }
                }
                if !own.is_empty() {
                    attached.push(((*key).clone(), own));
                }
            }
        }
        self.diagnostics.append(&mut missing.into());
        for path in unused {
            let message = format!("no record mentions {path}, and it is not copied");
            let help = files::rename_help(path);
            let help = help.unwrap_or_else(|| {
                "name it in a record of the same folder, or put it into static/".to_owned()
            });
            self.report(Code::FileMisplaced, Place::unread(path), message, help);
        }
        for ((kind, id), files) in attached {
            if let Some(record) = self.register.record_mut(kind, &id) {
                record.assets = files;
            }
        }
    }
}
