//! The files of the theme that is part of the program.

/// The name of the theme that is part of the program.
pub const BUILT_IN_THEME: &str = "ledger";

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/ledger/", $path)))),*]
    };
}

/// Every file of the built-in theme, by its path within the theme.
///
/// A file that is missing here is found by a test that compares the list with the folder.
pub fn built_in() -> &'static [(&'static str, &'static [u8])] {
    files![
        "static/fonts/OFL-newsreader.txt",
        "static/fonts/OFL-public-sans.txt",
        "static/fonts/newsreader-latin-wght-normal.woff2",
        "static/fonts/public-sans-latin-wght-normal.woff2",
        "static/live.js",
        "static/style.css",
    ]
}
