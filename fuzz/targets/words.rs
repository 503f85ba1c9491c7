//! A file of words → messages; and a site that is told in them, where nothing is wrong with them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use overdue::i18n::Lexicon;
use overdue_fuzz::{assert_told, choice, compile, is_sound, site};

/// In the words of one file of so many a whole site is told: that takes a thousand times as long as
/// reading them.
const TOLD: u8 = 16;

fuzz_target!(|bytes: &[u8]| {
    let Some((chosen, words)) = choice(bytes) else { return };
    let language = if chosen.is_multiple_of(2) { "en" } else { "fr" };
    let mut tree = site("theme: own\n");
    tree.insert_text(&format!("themes/own/words/{language}.ftl"), words);
    let lexicon = Lexicon::load(&tree, "own");
    assert_told(&lexicon.diagnostics);
    if chosen / 2 % TOLD == 0 && is_sound(&lexicon.diagnostics) {
        compile(tree);
    }
});
