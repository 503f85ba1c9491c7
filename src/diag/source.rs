use std::ops::Range;
use std::sync::Arc;

/// A text file of the site, as it was read.
#[derive(Debug)]
pub struct SourceFile {
    /// From the site's root, with `/` between folders.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A stretch of a source file.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Bytes of its text.
    pub span: Range<usize>,
}

impl Place {
    /// The first character of a file, for what concerns the file as a whole.
    pub fn start_of(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), span: 0..0 }
    }

    /// The first character of a file whose text could not be read.
    pub fn unread(path: &str) -> Self {
        Self { file: Arc::new(SourceFile { path: path.to_owned(), text: String::new() }), span: 0..0 }
    }

    /// Line and column of its first character, both from 1; the column counts characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let text = &self.file.text;
        let mut start = self.span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}
