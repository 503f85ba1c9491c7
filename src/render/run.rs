//! A template and what it sees → bytes, of which there is an end.

use std::io::{self, Write};

use tera::Context;

use super::Theme;
use super::failure::{RenderError, on_page};
use crate::plan::Page;

/// The largest page that a template may make, in bytes.
pub(super) const MAX_PAGE: usize = 64 << 20;
const TOO_LARGE: &str = "the page is larger than 64 MiB";
/// How many bytes most pages fit in.
const USUAL_PAGE: usize = 32 << 10;

impl Theme {
    /// Renders one template for a page.
    ///
    /// # Errors
    ///
    /// When the template fails, or makes more than 64 MiB: an endless one ends there.
    pub(super) fn run(
        &self,
        template: &str,
        context: &Context,
        page: Page<'_>,
    ) -> Result<Vec<u8>, RenderError> {
        let mut out = Bounded { bytes: Vec::with_capacity(USUAL_PAGE) };
        match self.tera.render_to(template, context, &mut out) {
            Ok(()) => Ok(out.bytes),
            Err(error) => Err(on_page(page.path, template, &error, &self.sources)),
        }
    }

    /// What is wrong with a page that would be larger than [`MAX_PAGE`] before its template adds
    /// anything.
    pub(super) fn too_large(&self, template: &str, page: Page<'_>) -> RenderError {
        on_page(page.path, template, &tera::Error::message(TOO_LARGE), &self.sources)
    }
}

/// A page in memory that cannot grow without end.
struct Bounded {
    bytes: Vec<u8>,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_PAGE {
            return Err(io::Error::other(TOO_LARGE));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// In one step, because a page is written in a thousand small pieces.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes).map(drop)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
