//! Clocks side by side → what a comparison shows of them: each on one scale, what differs, and how
//! many times as long.

use chrono::NaiveDate;

use super::clock::{day, live, moment};
use super::locale::Locale;
use super::prose;
use super::{CompareView, ComparedView, RatioLive, RatioView};
use crate::clock::{Clock, Elapsed, Freshness, ListPart, longest};
use crate::i18n::{Form, Words, say};
use crate::model::Since;
use crate::wording;

impl Locale<'_> {
    /// How many times as long `a` is as `b`. Gives nothing where no number may be claimed, or `b`
    /// is no days or not exactly known.
    pub(crate) fn ratio(&self, a: &Clock, b: &Clock) -> Option<RatioView> {
        let words = self.words();
        let (long, short) = (a.statement.claimed()?, b.statement.claimed()?);
        let (on, short_on) = (a.statement.counted_to(), b.statement.counted_to());
        if a.is_open() && b.is_open() && on != short_on {
            let mut ratio = ratio_of(words, long, short, on)?;
            ratio.title = say!(
                words,
                "ratio-two-days",
                long = &wording::day_count(words, long.days, long.at_least),
                on = &words.date(on),
                short = &wording::day_count(words, short.days, short.at_least),
                short_on = &words.date(short_on)
            );
            ratio.dated = say!(words, "with-note", what = &ratio.text, note = &ratio.title);
            return Some(ratio);
        }
        let open = if a.is_open() { Some(on) } else { b.is_open().then_some(short_on) };
        let mut ratio = ratio_of(words, long, short, open.unwrap_or(on.max(short_on)))?;
        if open.is_none() {
            ratio.dated.clear();
        } else if !b.is_open()
            && let Some(live) = live(a, &self.subject(a)?)
        {
            let against = wording::day_count(words, short.days, false);
            let many = say!(words, "unit-days-many", days = "{days}");
            let counting = if long.at_least { say!(words, "at-least", days = &many) } else { many };
            let (mut stale, mut stale_title) = (String::new(), String::new());
            if let (Some(check), Some(seen)) = (a.check, a.evidenced) {
                let then = ratio_of(words, Elapsed { days: seen, ..long }, short, check.reach)?;
                stale = say!(
                    words,
                    "with-note",
                    what = &then.text,
                    note = &wording::when_checked(words, check)
                );
                stale_title = then.title;
            }
            ratio.live = Some(RatioLive {
                over: short.days,
                text: ratio_text(words, long, "{ratio}"),
                title: say!(
                    words,
                    "ratio-title",
                    long = &counting,
                    short = &against,
                    date = "{date}"
                ),
                stale,
                stale_title,
                clock: live,
            });
            ratio.dated.clear();
            if matches!(a.statement.freshness, Freshness::Stale(_)) {
                ratio.dated =
                    ratio.live.as_ref().map(|live| live.stale.clone()).unwrap_or_default();
            }
        }
        Some(ratio)
    }

    /// Clocks side by side; those that do not exist as of this moment are left out.
    pub(crate) fn compare(&self, clocks: &[&Clock]) -> Option<CompareView> {
        if clocks.len() < 2 {
            return None;
        }
        let longest = longest(clocks.iter().copied());
        let ratio = match clocks {
            [a, b] => {
                let days =
                    |clock: &Clock| clock.statement.claimed().map_or(0, |counted| counted.days);
                if days(a) >= days(b) { self.ratio(a, b) } else { self.ratio(b, a) }
            }
            _ => None,
        };
        let ratio = ratio.map(|ratio| RatioView {
            html: prose::ratio_html(self.words(), &ratio, true),
            ..ratio
        });
        let from_incident = |clock: &&Clock| {
            self.terms(clock).is_some_and(
                |(_, terms)| matches!(&terms.since, Since::Trigger(name) if name == "occurred"),
            )
        };
        Some(CompareView {
            anchor: clocks
                .iter()
                .map(|clock| format!("{}-{}", clock.incident, clock.id))
                .collect::<Vec<_>>()
                .join("-"),
            from_incident: clocks.iter().all(from_incident),
            clocks: clocks.iter().filter_map(|clock| self.compared(clock, longest)).collect(),
            ratio,
        })
    }

    fn compared(&self, clock: &Clock, longest: i64) -> Option<ComparedView> {
        let (incident, terms) = self.terms(clock)?;
        let zone = incident.record.timezone;
        let words = self.words();
        let subject = self.subject(clock)?;
        let stop = subject.document.as_ref().filter(|_| !clock.is_open());
        let publisher = match (stop, &subject.from) {
            (Some(stop), _) if !stop.by.is_empty() => {
                stop.by.iter().map(|link| link.title.as_str()).collect::<Vec<_>>().join(", ")
            }
            (_, Some(from)) => from.title.clone(),
            _ => words.text("anyone").to_owned(),
        };
        let country = incident
            .country
            .as_deref()
            .and_then(|code| crate::model::country_name(code, words.language()))
            .unwrap_or_default();
        let place = incident.place.as_ref().map_or("", |place| place.or_own(self.language));
        let place = if wording::names(place, country) { [place, ""] } else { [place, country] };
        Some(ComparedView {
            row: self.row(clock, longest)?,
            occurred: moment(words, &incident.occurred, zone),
            publisher,
            document: wording::sentence_case(&words.awaited_as(terms, Form::Name)),
            duty: subject.limit_without_days(),
            to: (clock.part() == ListPart::Counted)
                .then(|| day(words, clock.statement.counted_to())),
            stale: match clock.check {
                Some(check) if clock.is_open() => wording::when_checked(words, check),
                _ => String::new(),
            },
            stopped: stop.map(|stop| stop.date.clone()),
            place: place
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(", "),
        })
    }
}

/// How many times as long as `short` `long` is on a day, rounded half up to two decimals from the
/// exact fraction.
pub(crate) fn ratio_of(
    words: &Words,
    long: Elapsed,
    short: Elapsed,
    on: NaiveDate,
) -> Option<RatioView> {
    // Of a divisor that may be larger, nobody knows how often it goes.
    if short.days <= 0 || short.at_least {
        return None;
    }
    let hundredths = (long.days * 200 + short.days) / (2 * short.days);
    let value = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let text = ratio_text(
        words,
        long,
        &words.decimal(hundredths / 100, &format!("{:02}", hundredths % 100)),
    );
    let date = &words.date(on);
    let title = say!(
        words,
        "ratio-title",
        long = &wording::day_count(words, long.days, long.at_least),
        short = &wording::day_count(words, short.days, false),
        date = date
    );
    let dated = say!(words, "with-note", what = &text, note = &say!(words, "on-date", date = date));
    Some(RatioView { dated, text, value, title, html: String::new(), live: None })
}

/// `12.25×`, or that it is at least so many times.
fn ratio_text(words: &Words, long: Elapsed, ratio: &str) -> String {
    let times = say!(words, "times", ratio = ratio);
    if long.at_least { say!(words, "at-least", days = &times) } else { times }
}
