//! An address → the same address without what tells who sent a reader.

/// Parameters of addresses that tell who sent a reader, and nothing about the page.
const TRACKING: [&str; 14] = [
    "fbclid", "gclid", "dclid", "msclkid", "twclid", "yclid", "igshid", "mkt_tok", "_hsenc",
    "_hsmi", "vero_id", "wt_mc", "ref_src", "s_cid",
];
const TRACKING_FAMILIES: [&str; 4] = ["utm_", "mc_", "pk_", "mtm_"];

/// An address without what tracks readers, and whether there was any.
pub(super) fn without_tracking(address: &str) -> (String, bool) {
    let (address, fragment) = address
        .split_once('#')
        .map_or((address, None), |(address, fragment)| (address, Some(fragment)));
    let Some((page, query)) = address.split_once('?') else {
        return (
            fragment.map_or_else(|| address.to_owned(), |fragment| format!("{address}#{fragment}")),
            false,
        );
    };
    let tracks = |pair: &&str| {
        let name = pair
            .split('=')
            .next()
            .unwrap_or_default()
            .trim_start_matches("amp;")
            .to_ascii_lowercase();
        TRACKING.contains(&&*name)
            || TRACKING_FAMILIES.iter().any(|family| name.starts_with(family))
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !tracks(pair)).collect();
    let changed = kept.len() < query.split('&').count();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let fragment = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
    (format!("{page}{query}{fragment}"), changed)
}
