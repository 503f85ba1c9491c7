//! Prose → HTML: holes filled as of one moment, for one page.
//!
//! Counters that are part of a sentence are written here; blocks are left to the theme (`block`).

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::view::{Scene, live, ratio_of};
use super::{href, wording};
use crate::clock::{Clock, Elapsed, Freshness, elapsed};
use crate::model::{ClockRef, Hole, Id, Incident, Kind, Piece, Prose, Record};
use chrono::NaiveDate;

/// Fills the holes of `prose`, which belongs to `record`, for the page of `scene`.
///
/// `block` renders the holes that make a block of their own.
pub(crate) fn fill(prose: &Prose, scene: &Scene<'_>, record: &Record, block: &mut dyn FnMut(&Hole) -> String) -> String {
    let root = scene.root;
    let mut html = String::new();
    // Inside the text of a link no other link may begin.
    let mut in_link = false;
    for piece in &prose.pieces {
        match piece {
            Piece::Html(text) => {
                html.push_str(text);
                let (opened, closed) = (text.rfind("<a ").max(text.ends_with("<a").then_some(text.len())), text.rfind("</a>"));
                in_link = if opened == closed { in_link } else { opened > closed };
            }
            Piece::Hole(Hole::Root) => html.push_str(root),
            Piece::Hole(Hole::Record(kind, id, fragment)) => {
                if let Some(path) = scene.world.path_of(*kind, id) {
                    attribute(&mut html, root, &path, fragment);
                }
            }
            Piece::Hole(Hole::Path(path, rest)) => {
                if scene.plan.has(path) {
                    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
                    let path = if is_file || path.is_empty() { path.clone() } else { format!("{path}/") };
                    attribute(&mut html, root, &path, rest);
                }
            }
            Piece::Hole(Hole::Citation(id)) => citation(&mut html, record, id, in_link),
            Piece::Hole(Hole::Days(named, on)) => days(&mut html, scene, named, *on, in_link),
            Piece::Hole(Hole::Ratio(a, b, on)) => ratio(&mut html, scene, a, b, *on),
            Piece::Hole(Hole::Standing(named)) => standing(&mut html, scene, named),
            Piece::Hole(hole @ (Hole::Counter(_) | Hole::Timeline(_) | Hole::Compare(_))) => html.push_str(&block(hole)),
        }
    }
    html
}

/// Prose of front matter: text, links and citations.
pub(super) fn inline(prose: &Prose, scene: &Scene<'_>, incident: &Incident) -> String {
    fill(prose, scene, &incident.record, &mut |_| String::new())
}

fn attribute(html: &mut String, root: &str, path: &str, rest: &str) {
    // Writing to a string cannot fail.
    let _ = write!(html, " href=\"{root}{}{}\"", href(path), href(rest));
}

/// The number and the anchor of a source of `record`, if it lists it.
pub(super) fn source_number(record: &Record, id: &Id) -> Option<(usize, String)> {
    let at = record.sources.iter().position(|source| source.id.as_ref() == Some(id))?;
    Some((at + 1, source_anchor(at)))
}

/// The anchor of the source at a place in the list.
pub(super) fn source_anchor(at: usize) -> String {
    format!("source-{}", at + 1)
}

fn citation(html: &mut String, record: &Record, id: &Id, in_link: bool) {
    if let Some((number, _)) = source_number(record, id).filter(|_| in_link) {
        let _ = write!(html, "<sup><span class=\"ref\">{number}</span></sup>");
    } else if let Some((number, anchor)) = source_number(record, id) {
        let _ = write!(html, "<sup><a class=\"ref\" href=\"#{anchor}\" role=\"doc-biblioref\">{number}</a></sup>");
    }
}

fn days(html: &mut String, scene: &Scene<'_>, named: &ClockRef, on: Option<NaiveDate>, in_link: bool) {
    let Some(clock) = scene.world.docket.find(named) else {
        html.push_str("<span class=\"live\">a count that had not begun</span>");
        return;
    };
    if let Some(on) = on {
        match count_on(clock, on) {
            Some(counted) => {
                let _ = write!(
                    html,
                    "<span class=\"live\" title=\"on {}\"><data value=\"{}\">{}</data> {}</span>",
                    wording::date(on),
                    counted.days,
                    at_least(counted),
                    wording::days(counted.days)
                );
            }
            None => html.push_str("<span class=\"live\">a count that cannot be made</span>"),
        }
        return;
    }
    let element = if in_link { "span" } else { "a" };
    let _ = write!(html, "<{element} class=\"live {}\"", super::view::class(clock));
    if !in_link {
        let path = scene.world.path_of(Kind::Incident, &clock.incident).unwrap_or_default();
        let _ = write!(html, " href=\"{}{}#{}\"", scene.root, href(&path), super::view::anchor(clock));
    }
    let Some((_, terms)) = scene.terms(clock) else { return };
    let mut stale = String::new();
    let mut expired = String::new();
    if let (Some(checked), true) = (clock.checked, clock.is_open() && !clock.confidential) {
        let seen = clock.evidenced.unwrap_or(0);
        stale = format!("{} (when last checked, on {})", wording::day_count(seen, false), wording::date(checked));
        expired = format!("an unknown number of days (not checked since {})", wording::date(checked));
    }
    if let Some(live) = live(clock, terms) {
        let _ = write!(html, " data-since=\"{}\" data-zone=\"{}\" data-as-of=\"{}\"", live.since, live.zone, live.as_of);
        if !live.checked.is_empty() {
            let _ = write!(html, " data-checked=\"{}\" data-recheck=\"{}\"", live.checked, live.recheck);
            let _ = write!(html, " data-stale=\"{stale}\" data-expired=\"{expired}\"");
        }
    }
    html.push('>');
    match (clock.freshness, clock.claimed()) {
        _ if clock.confidential => html.push_str("an unknown number of days (filings under this rule are confidential)"),
        (Freshness::Stale, _) => html.push_str(&stale),
        (_, Some(counted)) => {
            let _ = write!(
                html,
                "<data value=\"{}\" data-live=\"days\">{}</data> <span data-live=\"unit\" data-one=\"day\" data-other=\"days\">{}</span>",
                counted.days,
                at_least(counted),
                wording::days(counted.days)
            );
        }
        (Freshness::Expired, None) => html.push_str(&expired),
        (_, None) => html.push_str("a count that has not begun"),
    }
    let _ = write!(html, "</{element}>");
}

fn at_least(counted: Elapsed) -> String {
    format!("{}{}", if counted.at_least { "at least " } else { "" }, wording::number(counted.days))
}

/// The count on a fixed day: to the stop if that was earlier. Nothing where nobody can see what was filed.
fn count_on(clock: &Clock, on: NaiveDate) -> Option<Elapsed> {
    if clock.confidential {
        return None;
    }
    let end = clock.stop.as_ref().map_or(on, |stop| stop.on.min(on));
    elapsed(clock.start.as_ref()?, clock.zone, end)
}

fn ratio(html: &mut String, scene: &Scene<'_>, a: &ClockRef, b: &ClockRef, on: Option<NaiveDate>) {
    let docket = scene.world.docket;
    let found = docket.find(a).zip(docket.find(b)).and_then(|(a, b)| match on {
        Some(on) => ratio_of(count_on(a, on)?, count_on(b, on)?, on),
        None => super::view::ratio(a, b),
    });
    match found {
        Some(ratio) => {
            let _ = write!(html, "<data class=\"ratio\" value=\"{}\" title=\"{}\">{}</data>", ratio.value, ratio.title, ratio.text);
        }
        None => html.push_str("<span class=\"ratio\">a number of times that is not known</span>"),
    }
}

fn standing(html: &mut String, scene: &Scene<'_>, named: &ClockRef) {
    let Some(clock) = scene.world.docket.find(named) else { return };
    let Some((_, terms)) = scene.terms(clock) else { return };
    let _ = write!(html, "<span class=\"badge {}\">{}</span> ", super::view::class(clock), wording::badge(clock, terms.force));
    let sentence = match (clock.claimed(), &clock.stop) {
        _ if !wording::confidential(clock).is_empty() => wording::confidential(clock).to_owned(),
        (Some(counted), Some(_)) => format!("after {}.", wording::day_count(counted.days, counted.at_least)),
        _ => wording::proof(clock),
    };
    let _ = escape_html(&mut *html, &sentence);
}
