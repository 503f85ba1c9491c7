//! Text → words, as both the index and the theme's `search.js` know them.
//!
//! Words are lower case and without the accents of Latin, Greek and Cyrillic letters. Scripts that
//! put no spaces between words, and Korean, whose words carry particles, are taken as overlapping
//! pairs of characters, so that any part of a word is found.

use unicode_normalization::UnicodeNormalization;

/// A longer word is cut here, in the index and in the query alike.
const LONGEST: usize = 32;

/// Gives each word of a plain text to `found`.
pub(super) fn each_word(text: &str, found: &mut dyn FnMut(&str)) {
    let mut word = String::new();
    for token in text
        .split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric())
        .filter(|token| !token.is_empty())
    {
        if token.is_ascii() {
            word.clear();
            word.push_str(&token[..token.len().min(LONGEST)]);
            word.make_ascii_lowercase();
            found(&word);
        } else {
            each_folded(token, found);
        }
    }
}

/// The words of a stretch that is not plain ASCII.
fn each_folded(token: &str, found: &mut dyn FnMut(&str)) {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let folded = token.nfkd().flat_map(char::to_lowercase).filter(|c| !is_accent(c)).nfc();
    let letters: Vec<char> = folded.map(|c| if c == 'ς' { 'σ' } else { c }).collect();
    for run in letters.chunk_by(|a, b| class(*a) == class(*b)) {
        match class(run[0]) {
            Class::Pairs if run.len() > 1 => {
                run.windows(2).for_each(|pair| found(&pair.iter().collect::<String>()));
            }
            Class::Pairs | Class::Word => found(&run.iter().take(LONGEST).collect::<String>()),
            Class::Between => {}
        }
    }
}

#[derive(PartialEq)]
enum Class {
    Pairs,
    Word,
    Between,
}

fn class(c: char) -> Class {
    match c {
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309d}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{20000}'..='\u{3fffd}' => Class::Pairs,
        _ if c.is_alphanumeric() => Class::Word,
        _ => Class::Between,
    }
}
