//! Prose → HTML: holes filled as of one moment, for one page.
//!
//! Counters that are part of a sentence are written here; blocks are left to the theme (`block`).

use std::borrow::Cow;
use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::{LiveView, Locale, PageContext, RatioView, live, ratio_of};
use crate::clock::{Clock, Elapsed, Freshness, OnDay, Truth};
use crate::i18n::{Arg, Words, say};
use crate::markdown::href::escape;
use crate::model::{ClockRef, ClockTerms, Hole, Id, Incident, Kind, Piece, Prose, Record};
use crate::resolve::anchor;
use crate::site::href;
use crate::wording;
use chrono::NaiveDate;

/// About how many bytes a hole takes when it is filled.
const HOLE: usize = 128;

/// Fills the holes of `prose`, which belongs to `record`, for the page of `locale`. Nothing if that
/// makes more than `most` bytes: a few letters of prose can stand for a whole timeline.
///
/// `block` renders the holes that make a block of their own.
pub(crate) fn fill(
    prose: &Prose,
    context: &PageContext<'_>,
    record: &Record,
    most: usize,
    block: &mut dyn FnMut(&Hole) -> String,
) -> Option<String> {
    let &PageContext { locale, plan, root } = context;
    let written =
        |piece: &Piece| if let Piece::Html(html) = piece { html.as_str().len() } else { HOLE };
    let mut html = String::with_capacity(prose.pieces.iter().map(written).sum::<usize>().min(most));
    for piece in &prose.pieces {
        let (hole, in_link) = match piece {
            Piece::Html(finished) => {
                html.push_str(finished.as_str());
                continue;
            }
            Piece::Hole { hole, in_link } => (hole, *in_link),
        };
        match hole {
            Hole::Root => html.push_str(root),
            Hole::Record(kind, id, fragment) => {
                if let Some(path) = locale.path_of(*kind, id) {
                    let fragment = part(&locale, (*kind, id), locale.language, fragment);
                    attribute(&mut html, root, &path, &fragment);
                }
            }
            Hole::Path(path, rest) => {
                if plan.has(path) {
                    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
                    let path =
                        if is_file || path.is_empty() { path.clone() } else { format!("{path}/") };
                    let record = locale.site.register.at(&path);
                    let rest = match record.filter(|_| rest.starts_with('#')) {
                        Some((kind, record)) => {
                            part(&locale, (kind, &record.id), &record.language, rest)
                        }
                        None => Cow::Borrowed(rest.as_str()),
                    };
                    attribute(&mut html, root, &path, &rest);
                }
            }
            Hole::Size(path) => {
                if let Some((width, height)) = plan.size_of(path) {
                    // Writing to a string cannot fail.
                    let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
                }
            }
            Hole::Alert(alert) => escaped(&mut html, locale.words().text(wording::alert(*alert))),
            Hole::Table => escaped(&mut html, locale.words().text("table")),
            Hole::Citation(id) => citation(&mut html, record, id, in_link),
            Hole::Days(named, on) => days(&mut html, context, named, *on, in_link),
            Hole::Ratio(a, b, on) => ratio(&mut html, &locale, a, b, *on),
            Hole::Standing(named) => standing(&mut html, &locale, named),
            Hole::Counter(_) | Hole::Timeline(_) | Hole::Compare(_) => {
                html.push_str(&block(hole));
            }
        }
        if html.len() > most {
            return None;
        }
    }
    Some(html)
}

/// The most that prose of front matter makes, in bytes: more than the counters and links of the
/// largest.
const MOST_INLINE: usize = 16 << 20;

/// Prose of front matter: text, links and citations.
pub(super) fn inline(prose: &Prose, context: &PageContext<'_>, incident: &Incident) -> String {
    fill(prose, context, &incident.record, MOST_INLINE, &mut |_| String::new()).unwrap_or_default()
}

/// The fragment of a record's page in a language that was meant; nothing where it has no such part,
/// which has been told.
fn part<'f>(
    locale: &Locale<'_>,
    record: (Kind, &Id),
    language: &str,
    written: &'f str,
) -> Cow<'f, str> {
    if !written.starts_with('#') {
        return written.into();
    }
    let anchor = anchor(&locale.site.register, record, language, written);
    anchor.map_or_else(|| "".into(), |anchor| format!("#{anchor}").into())
}

fn attribute(html: &mut String, root: &str, path: &str, rest: &str) {
    // Writing to a string cannot fail.
    let _ = write!(html, " href=\"{root}{}{}\"", href(path), escape(rest));
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

/// The number of a source, held to the word before it: where Hangul and digits meet, a line could
/// end.
fn citation(html: &mut String, record: &Record, id: &Id, in_link: bool) {
    if let Some((number, _)) = source_number(record, id).filter(|_| in_link) {
        let _ = write!(html, "\u{2060}<sup><span class=\"ref\">{number}</span></sup>");
    } else if let Some((number, anchor)) = source_number(record, id) {
        let _ = write!(
            html,
            "\u{2060}<sup><a class=\"ref\" href=\"#{anchor}\" role=\"doc-biblioref\">{number}</a></sup>"
        );
    }
}

fn days(
    html: &mut String,
    context: &PageContext<'_>,
    named: &ClockRef,
    on: Option<NaiveDate>,
    in_link: bool,
) {
    let found = context
        .locale
        .site
        .docket
        .find(named)
        .and_then(|clock| Some((clock, context.locale.terms(clock)?)));
    match (found, on) {
        (None, _) => html.push_str(&format!(
            "<span class=\"live\">{}</span>",
            context.locale.words().text("prose-had-not-begun")
        )),
        (Some((clock, (_, terms))), Some(on)) => days_on(html, context, clock, terms, on, in_link),
        (Some((clock, _)), None) => days_now(html, context, clock, in_link),
    }
}

/// The number on a fixed day, with the day; what a check that had become old by then does not bear
/// out is not claimed.
fn days_on(
    html: &mut String,
    context: &PageContext<'_>,
    clock: &Clock,
    terms: &ClockTerms,
    on: NaiveDate,
    in_link: bool,
) {
    let words = context.locale.words();
    let end = open_count(html, context, clock, "", in_link);
    html.push('>');
    let dated = |counted| {
        let days = days_html(words, counted, "", "");
        said_html(
            words,
            "prose-days-on",
            &[("days", (&days).into()), ("date", (&words.date(on)).into())],
        )
    };
    let noted = |what: &str, note: &str| {
        attribute_text(&say!(words, "with-note", what = what, note = note))
    };
    html.push_str(&match clock.on_day(terms, on) {
        OnDay::Days(counted) => dated(counted),
        OnDay::Stood(seen, check) => noted(
            &wording::day_count(words, seen.days, seen.at_least),
            &wording::when_checked(words, check),
        ),
        OnDay::Expired(checked) => {
            noted(words.text("prose-unknown-days"), &wording::not_checked_since(words, checked))
        }
        OnDay::Unchecked(counted) => {
            let note = attribute_text(words.text("note-unchecked"));
            said_html(
                words,
                "with-note",
                &[("what", (&dated(counted)).into()), ("note", (&note).into())],
            )
        }
        OnDay::Future => attribute_text(words.text("prose-future")),
        OnDay::Unobservable => attribute_text(words.text("prose-cannot")),
        OnDay::NotBegun => attribute_text(words.text("prose-not-begun")),
        OnDay::HadNotBegun => attribute_text(words.text("prose-had-not-begun")),
    });
    html.push_str(end);
}

/// Begins the element of a count: a link to how it was counted, unless it stands in a link. Gives
/// the end of the element.
fn open_count(
    html: &mut String,
    context: &PageContext<'_>,
    clock: &Clock,
    class: &str,
    in_link: bool,
) -> &'static str {
    let element = if in_link { "span" } else { "a" };
    let space = if class.is_empty() { "" } else { " " };
    let _ = write!(html, "<{element} class=\"live{space}{class}\"");
    if in_link {
        return "</span>";
    }
    let path = context.locale.path_of(Kind::Incident, &clock.incident).unwrap_or_default();
    let _ = write!(html, " href=\"{}{}#{}\"", context.root, href(&path), super::anchor(clock));
    "</a>"
}

/// A number of days with its unit; `live` stands in the element of the number, `unit` in that of
/// its unit if there is one.
fn days_html(words: &Words, counted: Elapsed, live: &str, unit: &str) -> String {
    let (value, text, name) =
        (counted.days, words.number(counted.days), wording::days(words, counted.days));
    let name = if unit.is_empty() { name } else { format!("<span{unit}>{name}</span>") };
    let days =
        format!("<data value=\"{value}\"{live}>{text}</data>{}{name}", words.text("unit-gap"));
    if counted.at_least { said_html(words, "at-least", &[("days", (&days).into())]) } else { days }
}

fn said_html(words: &Words, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    words.say_html(key, args).unwrap_or_default()
}

/// The number as of the build, which the browser keeps true.
fn days_now(html: &mut String, context: &PageContext<'_>, clock: &Clock, in_link: bool) {
    let words = context.locale.words();
    let statement = &clock.statement;
    let noted = |what: &str, note: &str| say!(words, "with-note", what = what, note = note);
    let unknown = words.text("prose-unknown-days");
    let (mut stale, mut expired) = (String::new(), String::new());
    if let (Truth::Awaited { seen: Some(seen), .. }, Some(check)) =
        (&statement.truth, statement.freshness.check())
    {
        stale = noted(
            &wording::day_count(words, seen.days, seen.at_least),
            &wording::when_checked(words, check),
        );
        expired = noted(unknown, &wording::not_checked_since(words, check.on));
    }
    let end = open_count(html, context, clock, super::class(clock), in_link);
    if let Some(live) = context.locale.subject(clock).and_then(|subject| live(clock, &subject)) {
        html.push_str(&live_attributes(&live));
        if !live.checked.is_empty() {
            html.push_str(&said("stale", &stale));
            html.push_str(&said("expired", &expired));
        }
    }
    html.push('>');
    let running = |counted| {
        let unit = format!(" data-live=\"unit\"{}", units(words));
        days_html(words, counted, " data-live=\"days\"", &unit)
    };
    match (&statement.truth, statement.freshness) {
        (Truth::Confidential { .. }, _) => {
            escaped(html, &noted(unknown, words.text("prose-confidential")));
        }
        (Truth::NotBegun, _) => escaped(html, words.text("prose-not-begun")),
        (Truth::Ended { .. }, _) => {
            escaped(html, &noted(unknown, words.text("note-ended")));
        }
        (Truth::Awaited { .. }, Freshness::Stale(_)) => escaped(html, &stale),
        (Truth::Awaited { .. }, Freshness::Expired(_)) => escaped(html, &expired),
        (Truth::Awaited { age, .. }, Freshness::Unchecked) => {
            let note = attribute_text(words.text("note-unchecked"));
            html.push_str(&said_html(
                words,
                "with-note",
                &[("what", (&running(*age)).into()), ("note", (&note).into())],
            ));
        }
        (Truth::Awaited { .. } | Truth::Published { .. } | Truth::Closed { .. }, _) => {
            match statement.claimed() {
                Some(counted) => html.push_str(&running(counted)),
                None => escaped(html, words.text("prose-not-begun")),
            }
        }
    }
    html.push_str(end);
}

/// What the script needs, on the element around a clock; the same as the filter `live`.
fn live_attributes(live: &LiveView) -> String {
    let mut html = format!(
        " data-since=\"{}\" data-zone=\"{}\" data-as-of=\"{}\"",
        live.since, live.zone, live.as_of
    );
    if !live.checked.is_empty() {
        let _ =
            write!(html, " data-checked=\"{}\" data-recheck=\"{}\"", live.checked, live.recheck);
    }
    if !live.reach.is_empty() {
        let _ = write!(html, " data-reach=\"{}\"", live.reach);
    }
    if !live.due.is_empty() {
        let _ = write!(
            html,
            " data-due=\"{}\" data-badge-overdue=\"{}\"",
            live.due,
            attribute_text(&live.badge_overdue)
        );
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

/// The words for a unit of days that the script chooses from: ` data-one="day" data-other="days"`.
fn units(words: &Words) -> String {
    let mut html = String::new();
    for (category, text) in words.day_units() {
        let _ = write!(html, " data-{category}=\"{}\"", attribute_text(text));
    }
    html
}

fn ratio(
    html: &mut String,
    locale: &Locale<'_>,
    a: &ClockRef,
    b: &ClockRef,
    on: Option<NaiveDate>,
) {
    let docket = &locale.site.docket;
    let words = locale.words();
    let found = docket.find(a).zip(docket.find(b)).and_then(|(a, b)| match on {
        Some(on) => {
            let (a_terms, b_terms) = (locale.terms(a)?.1, locale.terms(b)?.1);
            let day =
                a.on_day(a_terms, on).claimed_to(on)?.min(b.on_day(b_terms, on).claimed_to(on)?);
            match (a.on_day(a_terms, day), b.on_day(b_terms, day)) {
                (OnDay::Days(long), OnDay::Days(short)) => ratio_of(words, long, short, day),
                _ => None,
            }
        }
        None => locale.ratio(a, b),
    });
    match found {
        Some(found) => html.push_str(&ratio_html(words, &found, false)),
        None => {
            let _ = write!(
                html,
                "<span class=\"ratio\">{}</span>",
                attribute_text(words.text("prose-unknown-times"))
            );
        }
    }
}

/// A ratio with what it is made of: for the ear and the pointer only, or `in_full`.
pub(crate) fn ratio_html(words: &Words, ratio: &RatioView, in_full: bool) -> String {
    let mut html = "<span class=\"ratio\"".to_owned();
    let beside = |title: &str| {
        if in_full {
            say!(words, "ratio-in-full", title = title)
        } else {
            say!(words, "ratio-beside", title = title)
        }
    };
    let class = if in_full { "" } else { " class=\"hush\"" };
    let title = attribute_text(&ratio.title);
    // A stale ratio says its day itself.
    let running = ratio.live.as_ref().filter(|_| ratio.dated.is_empty());
    let Some(live) = running else {
        let text = if ratio.dated.is_empty() || in_full { &ratio.text } else { &ratio.dated };
        let _ = write!(html, "><data value=\"{}\" title=\"{title}\">", ratio.value);
        escaped(&mut html, text);
        let _ = write!(
            html,
            "</data><span{class}>{}</span></span>",
            attribute_text(&beside(&ratio.title))
        );
        return html;
    };
    html.push_str(&live_attributes(&live.clock));
    let _ = write!(
        html,
        "><data value=\"{}\" title=\"{title}\" data-live=\"ratio\" data-over=\"{}\"",
        ratio.value, live.over
    );
    let _ = write!(
        html,
        " data-text=\"{}\" data-title=\"{}\"",
        attribute_text(&live.text),
        attribute_text(&live.title)
    );
    if !live.stale.is_empty() {
        html.push_str(&said("stale", &live.stale));
        html.push_str(&said("expired", words.text("prose-unknown-times")));
    }
    let _ = write!(
        html,
        ">{}</data><span{class} data-live=\"title\" data-title=\"{}\"",
        ratio.text,
        attribute_text(&beside(&live.title))
    );
    if !live.stale.is_empty() {
        html.push_str(&said("stale", &beside(&live.stale_title)));
        html.push_str(" data-expired=\"\"");
    }
    let _ = write!(html, ">{}</span></span>", attribute_text(&beside(&ratio.title)));
    html
}

fn standing(html: &mut String, locale: &Locale<'_>, named: &ClockRef) {
    let Some(clock) = locale.site.docket.find(named) else { return };
    let Some(subject) = locale.subject(clock) else { return };
    let live = live(clock, &subject);
    let (now, expired) = subject.beside_badge();
    html.push_str("<span");
    html.push_str(&live.as_ref().map_or_else(String::new, live_attributes));
    let moves = if live.is_some() { " data-live=\"badge\"" } else { "" };
    let (class, badge) = (super::class(clock), attribute_text(subject.badge()));
    let _ = write!(html, "><span class=\"badge {class}\"{moves}>{badge}</span> <span");
    if live.is_some() && !expired.is_empty() {
        html.push_str(&said("expired", &expired));
    }
    html.push('>');
    escaped(html, &now);
    html.push_str("</span></span>");
}
