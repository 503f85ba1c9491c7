//! The cells of a table as HTML: alignment by class, because pages have no style attributes.

use pulldown_cmark::Alignment;

/// Where in a table the writer is.
#[derive(Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Table {
    pub(super) fn start_row(&mut self, in_head: bool) {
        self.column = 0;
        self.in_head = in_head;
    }

    pub(super) fn open_cell(&mut self) -> &'static str {
        let column = self.columns.get(self.column);
        self.column += 1;
        match (self.in_head, column) {
            (true, Some(Alignment::Right)) => "<th class=\"right\" scope=\"col\">",
            (true, Some(Alignment::Center)) => "<th class=\"center\" scope=\"col\">",
            (true, _) => "<th scope=\"col\">",
            (false, Some(Alignment::Right)) => "<td class=\"right\">",
            (false, Some(Alignment::Center)) => "<td class=\"center\">",
            (false, _) => "<td>",
        }
    }

    /// Where the cells of a row begin that are more than the table has columns; `row` is its line as
    /// the parser sees it, to which bars in code are bars.
    pub(super) fn beyond(&self, row: &str) -> Option<usize> {
        let line = row.lines().next()?.trim_end();
        let begin = line.len() - line.trim_start().strip_prefix('|').unwrap_or(line).len();
        let mut bars = 0;
        let mut escaped = false;
        for (at, c) in line[begin..].char_indices() {
            let at = begin + at;
            if c == '|' && !escaped && at + 1 < line.len() {
                bars += 1;
                if bars == self.columns.len() {
                    return (!line[at + 1..].trim().is_empty()).then_some(at + 1);
                }
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    pub(super) fn close_cell(&self) -> &'static str {
        if self.in_head { "</th>" } else { "</td>" }
    }
}
