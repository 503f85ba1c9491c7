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
        Self {
            file: Arc::new(SourceFile { path: path.to_owned(), text: String::new() }),
            span: 0..0,
        }
    }

    /// What is marked of it: whole characters of its first line. One line is enough to recognise a
    /// place.
    pub fn marked(&self) -> Range<usize> {
        let text = &self.file.text;
        // A place that is a little wrong must not cost the message.
        let start = text.floor_char_boundary(self.span.start);
        let end = text.floor_char_boundary(self.span.end).max(start);
        let marked = &text[start..end];
        let line =
            marked.find('\n').map_or(marked, |line_end| &marked[..line_end]).trim_end_matches('\r');
        start..start + line.len()
    }

    /// Line and column of its first character, both from 1; the column counts characters (Unicode
    /// code points).
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.file.text[..self.marked().start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// Line and column, and the column after the last character that is marked on that line.
    pub fn line_and_columns(&self) -> (usize, usize, usize) {
        let (line, column) = self.line_and_column();
        (line, column, column + self.file.text[self.marked()].chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_ends_before_the_end_of_its_line_whichever_that_is() {
        for (text, span) in
            [("a fire\r\nb", 2..9), ("a fire\r\nb", 2..7), ("a fire\nb", 2..8), ("a fire", 2..6)]
        {
            let place = Place {
                file: Arc::new(SourceFile { path: "a.md".to_owned(), text: text.to_owned() }),
                span,
            };
            assert_eq!(place.line_and_columns(), (1, 3, 7), "{text:?}");
        }
    }
}
