//! Front matter: YAML → raw records with places.
//!
//! A file is cut into front matter and body (`split`), its YAML is read into nodes (`yaml`),
//! and the nodes into raw records (`reader`, `values`, `raw`), which hold what an author wrote and where.
//! What a raw record may hold is said once, for reading and for the schema (`shape`). `spans`
//! keeps the places for what is found wrong later; `set` changes one value of a file and nothing else.
//!
//! Absent on purpose: what any kind of record means.

pub(crate) mod date_hints;
mod deceit;
mod edit;
pub(crate) mod moment;
pub(crate) mod raw;
pub(crate) mod reader;
pub(crate) mod shape;
pub(crate) mod spans;
pub(crate) mod split;
pub(crate) mod values;
pub(crate) mod yaml;

pub(crate) use self::deceit::{clean, warn_of_deceit};
pub use self::edit::{Edit, EditError, Literal, set};
pub use self::moment::{is_period, read_as_of, read_moment};
pub use self::spans::{Places, Step};
