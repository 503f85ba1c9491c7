//! Where code is in Markdown: nothing in it is markup of any kind.

/// Walks over a text, and knows at each place whether code begins there.
#[derive(Debug)]
pub(in crate::import) struct Walk<'t> {
    text: &'t str,
    at: usize,
    /// Where the line begins.
    line: usize,
    /// Whether the lines before belong to a list, within which indented lines are no code.
    in_list: bool,
    /// Whether the line before is empty, or there is none.
    after_empty: bool,
    /// How many backticks in a row have no partner below, by the place up to which that was seen.
    unpaired: [usize; 8],
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) enum Part<'t> {
    /// Code with its marks, as it is.
    Code(&'t str),
    /// One character that is no code.
    Char(char),
}

impl<'t> Walk<'t> {
    pub(in crate::import) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 0, in_list: false, after_empty: true, unpaired: [0; 8] }
    }

    pub(in crate::import) fn at(&self) -> usize {
        self.at
    }

    /// What follows.
    pub(in crate::import) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Passes over so many bytes, which end at a character.
    pub(in crate::import) fn skip(&mut self, bytes: usize) {
        let passed = &self.text[self.at..self.at + bytes];
        if let Some(end) = passed.rfind('\n') {
            self.line = self.at + end + 1;
        }
        self.after_empty &= passed.trim().is_empty();
        self.at += bytes;
    }

    /// Whether only white space stands before this place in its line.
    pub(in crate::import) fn begins_line(&self) -> bool {
        self.text[self.line..self.at].trim().is_empty()
    }

    /// The next part.
    pub(in crate::import) fn next(&mut self) -> Option<Part<'t>> {
        let rest = self.rest();
        if self.at == self.line
            && let Some(length) = self.code_lines(rest)
        {
            self.skip(length);
            return Some(Part::Code(&rest[..length]));
        }
        let first = rest.chars().next()?;
        if first == '`' {
            let length = self.span(rest);
            self.skip(length);
            return Some(Part::Code(&rest[..length]));
        }
        self.skip(first.len_utf8());
        Some(Part::Char(first))
    }

    /// The length of the lines of code that begin here.
    fn code_lines(&mut self, rest: &str) -> Option<usize> {
        let line = rest.split_inclusive('\n').next()?;
        let trimmed = line.trim();
        if trimmed.is_empty() {
            self.after_empty = true;
            return None;
        }
        let after_empty = std::mem::take(&mut self.after_empty);
        let inner = line.trim_start();
        let indent = line.len() - inner.len();
        if let Some(mark) = fence(inner) {
            let mut length = line.len();
            for line in rest[length..].split_inclusive('\n') {
                length += line.len();
                let end = line.trim();
                if end.starts_with(mark) && end.trim_start_matches(&mark[..1]).is_empty() {
                    break;
                }
            }
            return Some(length);
        }
        let is_item = inner.starts_with(['-', '*', '+']) && inner[1..].starts_with([' ', '\t'])
            || inner.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ")
                && inner.starts_with(|c: char| c.is_ascii_digit());
        if indent == 0 && after_empty {
            self.in_list = false;
        }
        self.in_list |= is_item;
        if self.in_list || !after_empty || !(line.starts_with("    ") || line.starts_with('\t')) {
            return None;
        }
        // HTML is often indented, and then is no code.
        if inner.starts_with('<') && !inner.starts_with("<!") {
            return None;
        }
        let mut length = 0;
        for line in rest.split_inclusive('\n') {
            if !(line.starts_with("    ") || line.starts_with('\t')) {
                break;
            }
            length += line.len();
        }
        Some(length)
    }

    /// The length of the code between backticks that begins here, or of the backticks alone.
    fn span(&mut self, rest: &str) -> usize {
        let count = rest.len() - rest.trim_start_matches('`').len();
        if self.unpaired.get(count).is_some_and(|until| self.at < *until) {
            return count;
        }
        let mut at = count;
        while let Some(found) = rest[at..].find(['`', '\n']) {
            at += found;
            if rest[at..].starts_with('\n') {
                if rest[at + 1..].lines().next().is_none_or(|line| line.trim().is_empty()) {
                    break;
                }
                at += 1;
                continue;
            }
            let run = rest[at..].len() - rest[at..].trim_start_matches('`').len();
            at += run;
            if run == count {
                return at;
            }
        }
        if let Some(until) = self.unpaired.get_mut(count) {
            *until = self.at + at;
        }
        count
    }
}

/// The mark with which a block of code begins.
fn fence(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    // Backticks that close in the same line are code within it.
    (length >= 3 && (mark == '~' || !line[length..].contains('`'))).then(|| &line[..length])
}

/// Code as a block that nothing in it can end.
pub(in crate::import) fn block(language: &str, code: &str) -> String {
    let mut fence = "```".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    let language: String = language
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '#'))
        .collect();
    format!("\n\n{fence}{language}\n{}\n{fence}\n\n", code.trim_matches(['\n', '\r']).trim_end())
}

/// Code within a line.
pub(in crate::import) fn span(code: &str) -> String {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut mark = "`".to_owned();
    while code.contains(&mark) {
        mark.push('`');
    }
    match code.as_str() {
        "" => String::new(),
        code if code.starts_with('`') || code.ends_with('`') => format!("{mark} {code} {mark}"),
        code => format!("{mark}{code}{mark}"),
    }
}
