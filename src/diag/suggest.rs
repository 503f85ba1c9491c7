/// The known word that is most like `written`, if one is like enough to have been meant.
pub fn did_you_mean<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const ENOUGH: f64 = 0.6;
    let written = written.to_lowercase();
    let letters = written.chars().count();
    known
        .into_iter()
        // A change for each letter that one has more is the least; most words need not be compared
        // at all.
        .filter(|word| {
            let other = word.chars().count();
            letters.abs_diff(other) as f64 <= (1.0 - ENOUGH) * letters.max(other) as f64 + 1.0
        })
        .map(|word| (strsim::normalized_damerau_levenshtein(&written, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness >= ENOUGH)
        .max_by(|(a, left), (b, right)| a.total_cmp(b).then_with(|| right.cmp(left)))
        .map(|(_, word)| word)
}

/// The first of many names, for a reader who looks for one: `a, b, c`, and a mark where there are
/// more.
pub fn listed<T: std::fmt::Display>(names: impl IntoIterator<Item = T>) -> String {
    const ENOUGH: usize = 20;
    let mut names = names.into_iter();
    let mut list: Vec<String> = names.by_ref().take(ENOUGH).map(|name| name.to_string()).collect();
    list.extend(names.next().map(|_| "…".to_owned()));
    list.join(", ")
}
