//! Small pieces of HTML that every page has many of, as filters: `{{ view.country | link }}`, `{{
//! rows | docket_rows }}`.
//!
//! They read the views as templates do and could be written in a template; but a component costs as
//! much as ten fields, and a page has hundreds of links and dates. A field that is not there is
//! taken as empty. Absent on purpose: which pieces a page has, and in what order, which templates
//! decide.

use std::collections::BTreeMap;
use std::sync::Arc;

use pulldown_cmark_escape::escape_html;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::say::words_of;
use crate::i18n::{Arg, Lexicon, direction};

/// Makes the filters known to templates.
pub(super) fn register(tera: &mut Tera, lexicon: &Arc<Lexicon>) {
    tera.register_filter("lang", |to: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.lang(to))
    });
    tera.register_filter("direction", |language: &str, _: Kwargs, _: &State<'_>| {
        Ok(direction(language).to_owned())
    });
    tera.register_filter("date", |of: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.date(of))
    });
    tera.register_filter("cite", |of: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.cite(of))
    });
    tera.register_filter("units", |of: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.units(of))
    });
    tera.register_filter("live", |of: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.live(of))
    });
    tera.register_filter("badge", |of: &Value, _: Kwargs, _: &State<'_>| {
        piece(|html| html.badge(of))
    });
    tera.register_filter("link", |to: &Value, _: Kwargs, state: &State<'_>| {
        let page = page(state)?;
        Ok::<_, tera::Error>(piece(|html| html.link(to, text(&page, "root"))))
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("links", move |to: &Value, _: Kwargs, state: &State<'_>| {
        links(&of, to, state)
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("on_date", move |date: &Value, _: Kwargs, state: &State<'_>| {
        on_date(&of, date, state)
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("phrase", move |of_counter: &Value, _: Kwargs, state: &State<'_>| {
        said(&of, of_counter, state, Html::phrase)
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("sentence", move |of_counter: &Value, _: Kwargs, state: &State<'_>| {
        said(&of, of_counter, state, Html::sentence)
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("evidence", move |of_counter: &Value, _: Kwargs, state: &State<'_>| {
        said(&of, of_counter, state, Html::evidence)
    });
    let of = Arc::clone(lexicon);
    tera.register_filter("docket_rows", move |rows: &Value, _: Kwargs, state: &State<'_>| {
        docket_rows(&of, rows, state)
    });
}

fn page(state: &State<'_>) -> TeraResult<Value> {
    Ok(state.get::<Value>("page")?.unwrap_or_else(Value::none))
}

fn piece(write: impl FnOnce(&mut Html)) -> Value {
    let mut html = Html(String::with_capacity(128));
    write(&mut html);
    Value::safe_string(&html.0)
}

/// What `wording` has said of a clock.
fn said(
    lexicon: &Lexicon,
    of: &Value,
    state: &State<'_>,
    write: fn(&mut Html, &Value, &Frame<'_>),
) -> TeraResult<Value> {
    let page = page(state)?;
    let frame = Frame { root: text(&page, "root"), units: words_of(lexicon, state)?.day_units() };
    Ok(piece(|html| write(html, of, &frame)))
}

/// What of a page its phrases need.
struct Frame<'a> {
    /// The way to the root of the site.
    root: &'a str,
    /// The words for a unit from which the script chooses.
    units: &'a BTreeMap<&'static str, String>,
}

/// Links as a list in a sentence: `A, B and C`.
fn links(lexicon: &Lexicon, to: &Value, state: &State<'_>) -> TeraResult<Value> {
    let page = page(state)?;
    let words = words_of(lexicon, state)?;
    let one = |to: &Value| {
        let mut html = Html(String::with_capacity(128));
        html.link(to, text(&page, "root"));
        html.0
    };
    let all = to.as_array().unwrap_or_default();
    let mut said = all.first().map(one).unwrap_or_default();
    for (at, next) in all.iter().enumerate().skip(1) {
        let key = if at + 1 == all.len() { "list-last" } else { "list-middle" };
        said = words
            .say_html(key, &[("before", Arg::Text(&said)), ("next", Arg::Text(&one(next)))])
            .unwrap_or_default();
    }
    Ok(Value::safe_string(&said))
}

/// `on 6 December 2022`, `in December 2022`.
fn on_date(lexicon: &Lexicon, date: &Value, state: &State<'_>) -> TeraResult<Value> {
    let mut time = Html(String::with_capacity(64));
    time.date(date);
    // A day is written with ten letters, a month with seven.
    let key = if text(date, "iso").len() < 8 { "in-date" } else { "on-date" };
    let said = words_of(lexicon, state)?.say_html(key, &[("date", Arg::Text(&time.0))]);
    Ok(Value::safe_string(&said.unwrap_or_default()))
}

/// Clocks as rows of a table, with the end tags that HTML lets go left away.
fn docket_rows(lexicon: &Lexicon, rows: &Value, state: &State<'_>) -> TeraResult<Value> {
    let page = page(state)?;
    let words = words_of(lexicon, state)?;
    let frame = Frame { root: text(&page, "root"), units: words.day_units() };
    let rows = rows.as_array().unwrap_or_default();
    let mut html = Html(String::with_capacity(rows.len() * 1024));
    for row in rows {
        html.docket_row(row, &frame, words.text("at-least-word"));
    }
    Ok(Value::safe_string(&html.0))
}

/// A field; nothing if there is none, or `of` is no map.
fn field<'v>(of: &'v Value, key: &'static str) -> Option<&'v Value> {
    of.as_map()?.get(&Key::Str(key))
}

fn text<'v>(of: &'v Value, key: &'static str) -> &'v str {
    field(of, key).and_then(Value::as_str).unwrap_or_default()
}

fn is(of: &Value, key: &'static str) -> bool {
    field(of, key).is_some_and(Value::is_truthy)
}

struct Html(String);

impl Html {
    /// Text of the theme's.
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Any other text.
    fn text(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = escape_html(&mut self.0, text);
    }

    fn number(&mut self, of: &Value, key: &'static str) {
        if let Some(number) = field(of, key).and_then(Value::as_i64) {
            self.raw(&number.to_string());
        }
    }

    /// An attribute and its value; nothing for an empty value.
    fn attribute(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.raw(" ");
            self.raw(name);
            self.raw("=\"");
            self.text(value);
            self.raw("\"");
        }
    }

    /// The language of an element and the direction in which it is written; nothing for no language.
    fn language(&mut self, language: &str) {
        if !language.is_empty() {
            self.attribute("lang", language);
            self.attribute("dir", direction(language));
        }
    }

    /// ` lang="…"` for words that are not in the language of the frame around them; a link leads to
    /// a page in that language.
    fn lang(&mut self, to: &Value) {
        let language = text(to, "language");
        self.language(language);
        if is(to, "path") {
            self.attribute("hreflang", language);
        }
    }

    /// A date.
    fn date(&mut self, of: &Value) {
        self.raw("<time");
        self.attribute("datetime", text(of, "iso"));
        self.raw(">");
        self.text(text(of, "text"));
        self.raw("</time>");
    }

    /// A link, or its text alone where it leads nowhere.
    fn link(&mut self, to: &Value, root: &str) {
        let (path, language) = (text(to, "path"), text(to, "language"));
        if path.is_empty() {
            self.raw("<bdi");
            self.language(language);
        } else {
            self.raw("<a href=\"");
            if !is(to, "external") {
                self.text(root);
            }
            self.text(path);
            self.raw("\"");
            self.language(language);
            self.attribute("hreflang", language);
            self.raw("><bdi");
        }
        self.raw(">");
        self.text(text(to, "title"));
        self.raw(if path.is_empty() { "</bdi>" } else { "</bdi></a>" });
    }

    /// The number of a source.
    fn cite(&mut self, of: &Value) {
        self.raw("\u{a0}<sup><a class=\"ref\" href=\"#");
        self.text(text(of, "anchor"));
        self.raw("\" role=\"doc-biblioref\">");
        self.number(of, "source");
        self.raw("</a></sup>");
    }

    /// The words for a unit from which the script chooses.
    fn units(&mut self, of: &Value) {
        for unit in of.as_array().unwrap_or_default() {
            if let Some([category, word]) = unit.as_array() {
                self.raw(" data-");
                self.text(category.as_str().unwrap_or_default());
                self.raw("=\"");
                self.text(word.as_str().unwrap_or_default());
                self.raw("\"");
            }
        }
    }

    /// What the script needs, on the element around a clock; nothing for a clock that does not run.
    fn live(&mut self, of: &Value) {
        self.attribute("data-since", text(of, "since"));
        self.attribute("data-zone", text(of, "zone"));
        self.attribute("data-as-of", text(of, "as_of"));
        if is(of, "checked") {
            self.attribute("data-checked", text(of, "checked"));
            self.raw(" data-recheck=\"");
            self.number(of, "recheck");
            self.raw("\"");
        }
        if is(of, "reach") {
            self.attribute("data-reach", text(of, "reach"));
        }
        if is(of, "due") {
            self.attribute("data-due", text(of, "due"));
            self.raw(" data-badge-overdue=\"");
            self.text(text(of, "badge_overdue"));
            self.raw("\"");
        }
    }

    /// A phrase: text with what moves on or leads somewhere in it.
    fn phrase(&mut self, of: &Value, frame: &Frame<'_>) {
        for part in of.as_array().unwrap_or_default() {
            match text(part, "kind") {
                "days" => self.days(part, frame),
                "date" => match field(part, "date") {
                    Some(date) if is(part, "moves") => self.date_that_moves(date),
                    Some(date) => self.date(date),
                    None => {}
                },
                "name" => {
                    if let Some(link) = field(part, "link") {
                        self.link(link, frame.root);
                    }
                }
                "word" => {
                    if let Some(link) = field(part, "link") {
                        self.word(link, frame.root);
                    }
                }
                "title" => {
                    self.raw("<bdi");
                    self.lang(part);
                    self.raw(">");
                    self.text(text(part, "title"));
                    self.raw("</bdi>");
                }
                "whole" => {
                    self.raw("<a href=\"");
                    self.text(frame.root);
                    self.text(text(part, "path"));
                    self.raw("\">");
                    if let Some(now) = field(part, "now") {
                        self.phrase(now, frame);
                    }
                    self.raw("</a>");
                }
                "aging" => {
                    self.raw("<span");
                    self.attribute("data-stale", text(part, "stale"));
                    if let Some(expired) = field(part, "expired").and_then(Value::as_str) {
                        self.attribute("data-expired", expired);
                    }
                    self.raw(">");
                    if let Some(now) = field(part, "now") {
                        self.phrase(now, frame);
                    }
                    self.raw("</span>");
                }
                _ => self.text(text(part, "text")),
            }
        }
    }

    /// A number of days with its unit. Where the unit follows a large number without a gap, both
    /// stand on one line, below the words before them.
    fn days(&mut self, of: &Value, frame: &Frame<'_>) {
        const LONG: i64 = 9999;
        let (gap, size) = (text(of, "gap"), text(of, "size"));
        let moves = field(of, "moves").filter(|moves| moves.is_truthy());
        let moving = |html: &mut Self, name: &str| {
            if let Some(moves) = moves {
                html.attribute("data-live", name);
                html.attribute("data-from", text(moves, "from"));
                html.attribute("data-to", text(moves, "to"));
            }
        };
        let value = field(of, "value").and_then(Value::as_i64).unwrap_or(0);
        if size != "text" {
            self.raw(if gap.is_empty() { "<br><span class=\"n" } else { "<span class=\"n" });
            self.raw(if value > LONG { " long" } else { "" });
            self.raw(if size == "less" { " less\">" } else { "\">" });
        }
        self.raw("<data");
        self.attribute("value", &value.to_string());
        moving(self, "days");
        self.raw(">");
        self.text(text(of, "text"));
        self.raw(if size == "text" { "</data>" } else { "</data></span>" });
        self.text(gap);
        if moves.is_none() {
            self.text(text(of, "unit"));
            return;
        }
        self.raw("<span");
        moving(self, "unit");
        for (category, word) in frame.units {
            self.attribute(&format!("data-{category}"), word);
        }
        self.raw(">");
        self.text(text(of, "unit"));
        self.raw("</span>");
    }

    /// The day to which is counted.
    fn date_that_moves(&mut self, of: &Value) {
        self.raw("<time");
        self.attribute("datetime", text(of, "iso"));
        self.raw(" data-live=\"as-of\">");
        self.text(text(of, "text"));
        self.raw("</time>");
    }

    /// A word of a sentence that leads somewhere.
    fn word(&mut self, to: &Value, root: &str) {
        if text(to, "path").is_empty() {
            return self.text(text(to, "title"));
        }
        self.raw("<a href=\"");
        self.text(root);
        self.text(text(to, "path"));
        self.raw("\"");
        self.attribute("hreflang", text(to, "language"));
        self.raw(">");
        self.text(text(to, "title"));
        self.raw("</a>");
    }

    /// The one sentence of a counter, as a paragraph.
    fn sentence(&mut self, of: &Value, frame: &Frame<'_>) {
        let paused = field(of, "paused").filter(|paused| paused.is_truthy());
        self.raw("<p class=\"sum");
        self.raw(if is(of, "large") { "" } else { " plain" });
        self.raw(if paused.is_some() { " pair\"" } else { "\"" });
        self.attribute("data-expired", text(of, "expired"));
        self.raw(">");
        let now = field(of, "now");
        if let (Some(now), Some(paused)) = (now, paused) {
            self.raw("<span>");
            self.phrase(now, frame);
            self.raw("</span> <span");
            self.attribute("data-stale", text(paused, "stale"));
            self.raw(">");
            if let Some(paused) = field(paused, "now") {
                self.phrase(paused, frame);
            }
            self.raw("</span>");
        } else if let Some(now) = now {
            self.phrase(now, frame);
        }
        self.raw("</p>");
    }

    /// What was found, each sentence with a space behind it.
    fn evidence(&mut self, of: &Value, frame: &Frame<'_>) {
        for remark in field(of, "remarks").and_then(Value::as_array).unwrap_or_default() {
            let strong = is(remark, "strong");
            self.raw(if strong { "<strong>" } else { "" });
            if let Some(said) = field(remark, "said") {
                self.phrase(said, frame);
            }
            self.raw(if strong { "</strong> " } else { " " });
        }
    }

    /// The badge of a counter or a row.
    fn badge(&mut self, of: &Value) {
        self.raw("<span class=\"badge ");
        self.text(text(of, "class"));
        self.raw(if is(of, "live") { "\" data-live=\"badge\">" } else { "\">" });
        self.text(text(of, "badge"));
        self.raw("</span>");
    }

    /// A clock as a row of the docket.
    fn docket_row(&mut self, row: &Value, frame: &Frame<'_>, at_least: &str) {
        let live = field(row, "live").filter(|live| live.is_truthy());
        let is_checked = live.is_some_and(|live| is(live, "checked"));
        self.raw("<tr");
        if let Some(live) = live {
            self.live(live);
        }
        self.attribute("data-on", text(row, "occurred"));
        self.attribute("data-by", text(row, "due"));
        self.attribute("data-country", text(row, "country"));
        self.attribute("data-sector", text(row, "sector"));
        self.raw("><th scope=row><a href=\"");
        self.text(frame.root);
        self.text(text(row, "path"));
        self.raw("\"");
        let language = text(row, "language");
        if !language.is_empty() {
            self.language(language);
            self.attribute("hreflang", language);
        }
        self.raw(">");
        self.text(text(row, "title"));
        self.raw("</a><small>");
        self.text(text(row, "owed"));
        self.raw("</small>");
        if is(row, "since") {
            self.raw("<small>");
            self.text(text(row, "since"));
            self.raw("</small>");
        }
        if is(row, "by") {
            self.raw("<small>");
            self.text(text(row, "by"));
            self.raw("</small>");
        }
        let note = field(row, "note").filter(|note| note.is_truthy());
        if note.is_some() || is_checked {
            self.raw("<small");
            self.raw(if is_checked { " data-live=note" } else { "" });
            self.raw(if note.is_none() { " hidden>" } else { ">" });
            if let Some(note) = note {
                self.phrase(note, frame);
            }
            self.raw("</small>");
        }
        self.raw("<td class=d>");
        match field(row, "number").filter(|number| number.is_truthy()) {
            Some(number) => {
                if is(number, "at_least") {
                    self.raw("<small data-expired=\"\">");
                    self.text(at_least);
                    self.raw("</small> ");
                }
                self.raw("<data value=");
                self.number(number, "value");
                self.raw(if live.is_some() { " data-live=days>" } else { ">" });
                self.text(text(number, "text"));
                self.raw("</data>");
            }
            None if is(row, "within") => {
                self.raw("<small>");
                self.text(text(row, "within"));
                self.raw("</small>");
            }
            None => {}
        }
        self.raw("<td class=bar>");
        if is(row, "bar") {
            self.raw("<svg viewBox=\"0 0 100 16\" preserveAspectRatio=none aria-hidden=true><path class=");
            self.text(text(row, "class"));
            self.raw(" d=\"");
            self.text(text(row, "bar"));
            self.raw("\"/>");
            if is(row, "due_mark") {
                self.raw("<path class=due d=\"");
                self.text(text(row, "due_mark"));
                self.raw("\"/>");
            }
            self.raw("</svg>");
        }
        self.raw("<td class=s>");
        self.badge(row);
        self.raw("\n");
    }
}
