//! What stands behind the question mark of an address: `NAME=VALUE&…`. Each is taken once, and none
//! may be left.

use super::super::error::Failure;

/// What stands behind the question mark.
pub(super) struct Options(Vec<(String, String)>);

impl Options {
    pub(super) fn read(query: &str) -> Result<Self, Failure> {
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let read = |part: &str| match part.split_once('=') {
            Some((name, value)) if !value.is_empty() => Ok((name.to_owned(), value.to_owned())),
            _ => {
                Err(Failure::usage(format!("`{part}` behind the question mark: write NAME=VALUE")))
            }
        };
        pairs.map(read).collect::<Result<_, _>>().map(Self)
    }

    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(found, _)| found == name)?;
        Some(self.0.remove(at).1)
    }

    pub(super) fn yes_or_no(&mut self, name: &str, otherwise: bool) -> Result<bool, Failure> {
        match self.take(name).as_deref() {
            None => Ok(otherwise),
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            Some(other) => Err(Failure::usage(format!("{name}={other}: write true or false"))),
        }
    }

    pub(super) fn gzip(&mut self) -> Result<bool, Failure> {
        match self.take("precompress").as_deref() {
            None => Ok(false),
            Some("gzip") => Ok(true),
            Some(other) => Err(Failure::usage(format!("precompress={other}: write gzip"))),
        }
    }

    pub(super) fn finish(self) -> Result<(), Failure> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => Err(Failure::usage(format!(
                "`{name}` is not known behind the question mark; write region, endpoint, path_style, exclusive, precompress, config or lease"
            ))),
        }
    }
}
