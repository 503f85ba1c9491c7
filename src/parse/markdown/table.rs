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

    pub(super) fn cell(&self) -> &'static str {
        if self.in_head { "th" } else { "td" }
    }

    pub(super) fn open_cell(&mut self) -> String {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        let scope = if self.in_head { " scope=\"col\"" } else { "" };
        format!("<{}{class}{scope}>", self.cell())
    }
}
