//! Markdown made up of everything that people write, from a fixed seed: each word of it is on the
//! page, or a diagnostic stands where it was written. Words of comments are nowhere.

use crate::due_properties::Dice;
use crate::harness::site;

const DOCUMENTS: u64 = 150;

/// A document while it is made up.
struct Written {
    dice: Dice,
    text: String,
    words: usize,
    /// Each word with the lines of the block in which it stands.
    seen: Vec<(String, std::ops::Range<usize>)>,
    hidden: Vec<String>,
    /// Words of the block that is being written.
    open: Vec<String>,
    /// Footnotes that are referred to in the text.
    notes: Vec<String>,
}

/// The lines of front matter before a body.
const HEAD: &str = "---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{id: s, title: S}]\n---\n";

impl Written {
    fn word(&mut self) -> String {
        self.words += 1;
        let letters = ["a", "é", "화", "z"];
        let letter = letters[usize::try_from(self.dice.below(4)).unwrap_or_default()];
        let word = format!("q{}{letter}x", self.words);
        self.open.push(word.clone());
        word
    }

    fn hidden(&mut self) -> String {
        self.words += 1;
        let word = format!("hidden{}x", self.words);
        self.hidden.push(word.clone());
        word
    }

    /// A stretch within a line.
    fn inline(&mut self) -> String {
        let (a, b) = (self.word(), self.word());
        match self.dice.below(24) {
            0 => format!("**{a}** {b}"),
            1 => format!("*{a}* {b}"),
            2 => format!("`{a} {b}`"),
            3 => format!("[{a}](https://example.org/) {b}"),
            4 => format!("~~{a}~~ {b}"),
            5 => format!("{a} [@s]. {b}"),
            6 => format!("{a} {{{{ days(\"a\") }}}} {b}"),
            7 => format!("[{a}](https://example.org/a b) {b}"),
            8 => format!("[{a}][{b}]"),
            9 => {
                let name = format!("n{}", self.words);
                self.notes.push(name.clone());
                format!("{a}[^{name}] {b}")
            }
            10 => format!("{a}[^missing] {b}"),
            11 => format!("{a} %%{}%% {b}", self.hidden()),
            12 => format!("{a} <!-- {} --> {b}", self.hidden()),
            13 => format!("{a} <b>{b}</b>"),
            14 => format!("**“{a}”**은 {b}"),
            15 => format!("_{a}_는 {b}"),
            16 => format!("{a} {{% raw %}} {b}"),
            17 => format!("{a} [[a|{b}]]"),
            18 => format!("{a}&amp;{b} \\*{a}\\*"),
            19 => format!("{a} https://example.org/{b}."),
            20 => format!("{a} == {b}"),
            21 => format!("![{a}](/picture.png \"{b}\")"),
            22 => format!("{a}  \n{b}"),
            _ => format!("{a} {b}"),
        }
    }

    fn line(&mut self) -> String {
        (0..=self.dice.below(3)).map(|_| self.inline()).collect::<Vec<_>>().join(" ")
    }

    fn block(&mut self) -> String {
        match self.dice.below(16) {
            0 => format!("## {}", self.inline().replace('\n', " ")),
            1 => format!("- {}\n- {}\n  - {}", self.line(), self.word(), self.word()),
            2 => format!("1. {}\n2. {}", self.line(), self.word()),
            3 => format!("> {}\n>\n> {}", self.line().replace('\n', "\n> "), self.word()),
            4 => format!("> [!WARNING]\n> {}", self.word()),
            5 => format!("> [!info]- {}\n> {}", self.word(), self.word()),
            6 => {
                let (a, b, c, d, e) =
                    (self.word(), self.word(), self.word(), self.word(), self.word());
                format!("| {a} | {b} |\n|---|---|\n| {c} | [[a|{d}]] | {e} |")
            }
            7 => format!("```\n{} <!-- {} -->\n```", self.word(), self.word()),
            8 => format!(":::note\n{}\n:::", self.word()),
            9 => format!("{}\n: {}", self.word(), self.word()),
            10 => format!("#{} {}", self.word(), self.word()),
            11 => format!("%%\n{}\n\n{}\n%%", self.hidden(), self.hidden()),
            12 => {
                let word = self.word();
                format!("[^unused{}]: {word}", self.words)
            }
            13 => format!("- [x] {}\n- [ ] {}", self.word(), self.word()),
            14 => format!("{}\n===", self.word()),
            _ => self.line(),
        }
    }

    fn document(seed: u64) -> Self {
        let mut written = Written {
            dice: Dice(seed),
            text: String::new(),
            words: 0,
            seen: Vec::new(),
            hidden: Vec::new(),
            open: Vec::new(),
            notes: Vec::new(),
        };
        for _ in 0..12 {
            let block = written.block();
            written.add(&block);
        }
        for name in std::mem::take(&mut written.notes) {
            let block = format!("[^{name}]: {}", written.word());
            written.add(&block);
        }
        written
    }

    fn add(&mut self, block: &str) {
        let lines = |text: &str| text.matches('\n').count();
        let first = lines(HEAD) + lines(&self.text) + 1;
        self.text.push_str(block);
        self.text.push_str("\n\n");
        let last = first + lines(block);
        for word in std::mem::take(&mut self.open) {
            self.seen.push((word, first..last + 1));
        }
    }
}

#[test]
fn no_word_is_lost_without_a_diagnostic_where_it_stands_and_none_of_a_comment_is_shown() {
    for seed in 0..DOCUMENTS {
        let written = Written::document(seed);
        let text = format!("-- content/incidents/a.md --\n{HEAD}{}", written.text);
        let compiled = site(&text).as_of("2022-12-07");
        let page = compiled.text("incidents/a/index.html");
        let (_, prose) = page.split_once("<div class=\"prose\">").expect("prose");
        let told: Vec<usize> = compiled
            .codes()
            .iter()
            .filter_map(|code| code.rsplit(':').next()?.parse().ok())
            .collect();
        for (word, lines) in &written.seen {
            let is_told = told.iter().any(|line| lines.contains(line));
            assert!(
                prose.contains(word.as_str()) || is_told,
                "{seed}: {word} of {lines:?} is lost:\n{}",
                written.text
            );
        }
        for (path, content) in &compiled.files {
            let content = String::from_utf8_lossy(content);
            for word in &written.hidden {
                assert!(
                    !content.contains(word.as_str()),
                    "{seed}: {word} is in {path}:\n{}",
                    written.text
                );
            }
            let covered = content.chars().find(|c| ('\u{1}'..='\u{5}').contains(c));
            assert!(
                !path.ends_with(".html") || covered.is_none(),
                "{seed}: {path}:\n{}",
                written.text
            );
        }
    }
}
