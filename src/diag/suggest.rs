/// The known word that is most like `written`, if one is like enough to have been meant.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ENOUGH: f64 = 0.6;
    let written = written.to_lowercase();
    let letters = written.chars().count();
    known
        .into_iter()
        // A change for each letter that one has more is the least; most words need not be compared at all.
        .filter(|word| {
            let other = word.chars().count();
            letters.abs_diff(other) as f64 <= (1.0 - ENOUGH) * letters.max(other) as f64 + 1.0
        })
        .map(|word| (strsim::normalized_damerau_levenshtein(&written, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness >= ENOUGH)
        .max_by(|(a, left), (b, right)| a.total_cmp(b).then_with(|| right.cmp(left)))
        .map(|(_, word)| word)
}
