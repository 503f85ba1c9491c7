//! The integration tests: one module for each feature.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare folders, and end where something is not as they left it"
)]

mod addresses;
mod agenda;
mod architecture;
mod browser;
mod built_in;
mod checked;
mod corrections;
mod counting;
mod data;
mod deadlines;
mod determinism;
mod diff;
mod disk;
mod documents;
mod doors;
mod due_properties;
mod edits;
mod elapsed;
mod explain;
mod feeds;
mod formats;
mod forms;
mod harness;
mod hostile;
mod hosting;
mod images;
mod import;
mod import_sites;
mod import_tables;
mod imports;
mod killed;
mod links;
mod list;
mod machine;
mod mistakes;
mod notation;
mod orders;
mod pages;
mod printing;
mod publish;
mod regimes;
mod related;
mod repeats;
mod round;
mod rules;
mod scaffold;
mod schema;
mod search;
mod serve;
mod sharing;
mod slips;
mod snapshots;
mod status;
mod survival;
mod texts;
mod texts_random;
mod theme_command;
mod transcript;
mod translations;
mod whereabouts;
mod words;
mod workflows;
mod write_stage;
