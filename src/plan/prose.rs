//! Prose → HTML: holes filled as of one moment, for one page.
//!
//! Counters that are part of a sentence are written here; blocks are left to the theme (`block`).

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::view::{LiveView, RatioView, Scene, live, ratio_of};
use super::{href, wording};
use crate::clock::{Clock, Elapsed, Freshness, Standing, elapsed};
use crate::model::{ClockRef, ClockTerms, Hole, Id, Incident, Kind, Piece, Prose, Record};
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
            Piece::Hole(Hole::Size(path)) => {
                if let Some((width, height)) = scene.plan.size_of(path) {
                    // Writing to a string cannot fail.
                    let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
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
    let found = scene.world.docket.find(named).and_then(|clock| Some((clock, scene.terms(clock)?)));
    match (found, on) {
        (None, _) => html.push_str("<span class=\"live\">a count that had not begun</span>"),
        (Some((clock, (_, terms))), Some(on)) => days_on(html, clock, terms, on),
        (Some((clock, (_, terms))), None) => days_now(html, scene, clock, terms, in_link),
    }
}

/// The number on a fixed day, with the day.
fn days_on(html: &mut String, clock: &Clock, terms: &ClockTerms, on: NaiveDate) {
    let _ = match count_on(clock, terms, on) {
        Ok(counted) => write!(
            html,
            "<span class=\"live\">{}<data value=\"{}\">{}</data> {} on {}</span>",
            at_least(counted),
            counted.days,
            wording::number(counted.days),
            wording::days(counted.days),
            wording::date(on)
        ),
        Err(why) => write!(html, "<span class=\"live\">{why}</span>"),
    };
}

/// The number as of the build, which the browser keeps true.
fn days_now(html: &mut String, scene: &Scene<'_>, clock: &Clock, terms: &ClockTerms, in_link: bool) {
    let mut stale = String::new();
    let mut expired = String::new();
    if let (Some(checked), true) = (clock.checked, clock.is_open() && !clock.confidential) {
        let imprecise = clock.elapsed.is_some_and(|counted| counted.at_least);
        stale = match clock.evidenced {
            Some(seen) => format!("{} ({})", wording::day_count(seen, imprecise), wording::when_checked(checked)),
            None => format!("a count that had not begun ({})", wording::when_checked(checked)),
        };
        expired = format!("an unknown number of days ({})", wording::not_checked_since(checked));
    }
    let element = if in_link { "span" } else { "a" };
    let _ = write!(html, "<{element} class=\"live {}\"", super::view::class(clock));
    if !in_link {
        let path = scene.world.path_of(Kind::Incident, &clock.incident).unwrap_or_default();
        let _ = write!(html, " href=\"{}{}#{}\"", scene.root, href(&path), super::view::anchor(clock));
    }
    if let Some(live) = live(clock, terms) {
        html.push_str(&live_attributes(&live));
        if !live.checked.is_empty() {
            html.push_str(&said("stale", &stale));
            html.push_str(&said("expired", &expired));
        }
    }
    html.push('>');
    match (clock.freshness, clock.claimed()) {
        _ if clock.confidential => html.push_str("an unknown number of days (filings under this rule are confidential)"),
        (Freshness::Stale, Some(_)) => escaped(html, &stale),
        (_, Some(counted)) => {
            let _ = write!(
                html,
                "{}<data value=\"{}\" data-live=\"days\">{}</data> <span data-live=\"unit\" data-one=\"day\" data-other=\"days\">{}</span>",
                at_least(counted),
                counted.days,
                wording::number(counted.days),
                wording::days(counted.days)
            );
        }
        (Freshness::Expired, None) if clock.start.is_some() => escaped(html, &expired),
        (_, None) => html.push_str("a count that has not begun"),
    }
    let _ = write!(html, "</{element}>");
}

/// What the script needs, on the element around a clock; the same as the theme's component `live`.
fn live_attributes(live: &LiveView) -> String {
    let mut html = format!(" data-since=\"{}\" data-zone=\"{}\" data-as-of=\"{}\"", live.since, live.zone, live.as_of);
    if !live.checked.is_empty() {
        let _ = write!(html, " data-checked=\"{}\" data-recheck=\"{}\"", live.checked, live.recheck);
    }
    if !live.due.is_empty() {
        let _ = write!(html, " data-due=\"{}\" data-badge-overdue=\"{}\"", live.due, attribute_text(&live.badge_overdue));
    }
    html
}

/// An attribute with the text of a state: ` data-stale="…"`.
fn said(state: &str, text: &str) -> String {
    format!(" data-{state}=\"{}\"", attribute_text(text))
}

fn attribute_text(text: &str) -> String {
    let mut html = String::new();
    escaped(&mut html, text);
    html
}

fn escaped(html: &mut String, text: &str) {
    let _ = escape_html(html, text);
}

fn at_least(counted: Elapsed) -> &'static str {
    if counted.at_least { "at least " } else { "" }
}

/// The count on a fixed day: to the stop or the closing if that was earlier. Otherwise why there is none.
fn count_on(clock: &Clock, terms: &ClockTerms, on: NaiveDate) -> Result<Elapsed, &'static str> {
    if on > clock.today {
        return Err("a count on a day that has not come");
    }
    if clock.confidential {
        return Err("a count that cannot be made");
    }
    let Some(start) = &clock.start else { return Err("a count that has not begun") };
    let ended = match (&clock.stop, &terms.closed) {
        (Some(stop), _) => Some((stop.on, stop.imprecise)),
        (None, Some(closing)) => Some((closing.on, false)),
        (None, None) => None,
    };
    let (end, imprecise) = ended.filter(|(day, _)| *day <= on).unwrap_or((on, false));
    let mut counted = elapsed(start, clock.zone, end).ok_or("a count that had not begun")?;
    counted.at_least |= imprecise;
    Ok(counted)
}

fn ratio(html: &mut String, scene: &Scene<'_>, a: &ClockRef, b: &ClockRef, on: Option<NaiveDate>) {
    let docket = scene.world.docket;
    let count = |clock: &Clock, on| count_on(clock, scene.terms(clock)?.1, on).ok();
    let found = docket.find(a).zip(docket.find(b)).and_then(|(a, b)| match on {
        Some(on) => ratio_of(count(a, on)?, count(b, on)?, on),
        None => scene.ratio(a, b),
    });
    match found {
        Some(found) => html.push_str(&ratio_html(&found, false)),
        None => html.push_str("<span class=\"ratio\">a number of times that is not known</span>"),
    }
}

/// A ratio with what it is made of: for the ear and the pointer only, or `in_full`.
pub(crate) fn ratio_html(ratio: &RatioView, in_full: bool) -> String {
    let mut html = "<span class=\"ratio\"".to_owned();
    let (before, after) = if in_full { (": ", "") } else { (" (", ")") };
    let class = if in_full { "" } else { " class=\"hush\"" };
    let title = attribute_text(&ratio.title);
    // A stale ratio says its day itself.
    let running = ratio.live.as_ref().filter(|_| ratio.dated.is_empty());
    let Some(live) = running else {
        let text = if ratio.dated.is_empty() || in_full { &ratio.text } else { &ratio.dated };
        let _ = write!(html, "><data value=\"{}\" title=\"{title}\">", ratio.value);
        escaped(&mut html, text);
        let _ = write!(html, "</data><span{class}>{before}{title}{after}</span></span>");
        return html;
    };
    html.push_str(&live_attributes(&live.clock));
    let _ = write!(html, "><data value=\"{}\" title=\"{title}\" data-live=\"ratio\" data-over=\"{}\"", ratio.value, live.over);
    let _ = write!(html, " data-at-least=\"{}\" data-title=\"{}\"", live.at_least, attribute_text(&live.title));
    if !live.stale.is_empty() {
        html.push_str(&said("stale", &live.stale));
        html.push_str(&said("expired", "a number of times that is not known"));
    }
    let _ = write!(html, ">{}</data><span{class} data-live=\"title\" data-title=\"{}", ratio.text, attribute_text(before));
    let _ = write!(html, "{}{after}\"", attribute_text(&live.title));
    if !live.stale.is_empty() {
        html.push_str(&said("stale", &format!("{before}{}{after}", live.stale_title)));
        html.push_str(" data-expired=\"\"");
    }
    let _ = write!(html, ">{before}{title}{after}</span></span>");
    html
}

fn standing(html: &mut String, scene: &Scene<'_>, named: &ClockRef) {
    let Some(clock) = scene.world.docket.find(named) else { return };
    let Some((_, terms)) = scene.terms(clock) else { return };
    let live = live(clock, terms);
    let from = terms.from.as_ref().map(|id| scene.link(Kind::Organisation, id).title);
    let mut expired = String::new();
    if let (Some(checked), Some(counted), true) = (clock.checked, clock.elapsed, clock.is_open() && !clock.confidential) {
        expired = wording::expired(terms, from.as_deref(), checked, counted.at_least);
    }
    html.push_str("<span");
    html.push_str(&live.as_ref().map_or_else(String::new, live_attributes));
    let moves = if live.is_some() { " data-live=\"badge\"" } else { "" };
    let _ = write!(html, "><span class=\"badge {}\"{moves}>{}</span> <span", super::view::class(clock), wording::badge(clock, terms.force));
    if live.is_some() && !expired.is_empty() {
        html.push_str(&said("expired", &expired));
    }
    html.push('>');
    let sentence = match (clock.claimed(), &clock.stop, &terms.closed) {
        _ if !wording::confidential(clock).is_empty() => wording::confidential(clock).to_owned(),
        (Some(counted), Some(_), _) => format!("{}.", scene.after(clock, counted)),
        (Some(counted), None, Some(closing)) if clock.standing == Standing::Closed => format!(
            "on {}, after {}: {}",
            wording::date(closing.on),
            wording::day_count(counted.days, counted.at_least),
            wording::full_stop(&closing.why)
        ),
        _ if clock.freshness == Freshness::Expired && !expired.is_empty() => {
            expired.replace("{days}", &clock.elapsed.map_or_else(String::new, |counted| wording::number(counted.days)))
        }
        _ => wording::proof(clock),
    };
    escaped(html, &sentence);
    html.push_str("</span></span>");
}
