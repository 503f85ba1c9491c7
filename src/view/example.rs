//! Worked examples of a duty's limits, on fixed dates, so that each build shows the same.
//!
//! The clocks are those that the duty would declare for an incident, and the engine reckons them as
//! it does for one. The first example begins on a Friday, the second on the last day of January; a
//! limit with a calendar has one on the eve of a holiday, and one in full hours on the hour itself.
//! All of them lie in a year in which the duty is in force. Their times are UTC, which has no clock
//! changes.

use std::collections::BTreeMap;

use chrono::{Datelike, Days as Ahead, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

use crate::clock::{DueDate, FreeDay, WorkingDays, due_under, fall_away, starts};
use crate::i18n::{Words, say};
use crate::model::{
    Calendar, ClockTerms, Effective, HourRule, Id, LimitSince, LimitTerms, Moment, Precision,
    Regime, RegimeUse, Settings,
};
use crate::model::{Since, Unit};
use crate::resolve::clocks_of;
use crate::wording::{self, Case};

/// The zone of every example.
pub(super) const ZONE: Tz = Tz::UTC;

/// The year of an example of a duty that is in force today.
const YEAR: i32 = 2026;

/// One example of one limit.
pub(super) struct Example {
    /// What began when; a sentence without a full stop.
    pub(super) start: String,
    /// By when the document is due, and how that was found.
    pub(super) due: DueDate,
    /// Whether it is reckoned from the due date of a document that is awaited.
    pub(super) provisional: bool,
}

/// What a limit of `regime` gives on two or three days; nothing where it cannot be dated.
pub(super) fn examples(
    words: &Words,
    regime: &Regime,
    limit: &LimitTerms,
    calendars: &BTreeMap<Id, Calendar>,
    settings: &Settings,
) -> Vec<Example> {
    let used = RegimeUse::of(regime.id.clone());
    let desk = Desk { words, regime, calendars, clocks: clocks_of(regime, &used, settings) };
    let Some(terms) = desk
        .clocks
        .iter()
        .zip(&regime.limits)
        .find_map(|(terms, other)| (other.id == limit.id).then_some(terms))
    else {
        return Vec::new();
    };
    let year = year(regime.effective);
    let on_the_clock = runs_on_the_clock(limit);
    let at = |day: NaiveDate, hour: u32, minute: u32| {
        if on_the_clock { instant(day, hour, minute) } else { Moment::day(day) }
    };
    let friday = NaiveDate::from_weekday_of_month_opt(year, 3, Weekday::Fri, 1);
    let mut found = Vec::new();
    if let Some(friday) = friday {
        found.extend(
            if matches!(limit.since, LimitSince::Limit(..)) && limit.earliest_of.is_empty() {
                desk.while_awaited(terms, limit, friday)
            } else {
                desk.example(terms, limit, &at(friday, 10, 15), 0)
            },
        );
    }
    let month_end = NaiveDate::from_ymd_opt(year, 1, 31);
    found.extend(month_end.and_then(|day| desk.example(terms, limit, &at(day, 16, 40), 1)));
    let calendar = WorkingDays::named(terms.calendar.as_ref(), calendars);
    let third = match eve_of_holiday(&calendar, year) {
        Some(eve) => Some(at(eve, 9, 0)),
        None if limit.hours == HourRule::Eu1182 && on_the_clock => {
            friday.map(|friday| at(friday, 10, 0))
        }
        None => None,
    };
    found.extend(third.and_then(|start| desk.example(terms, limit, &start, 0)));
    found
}

/// What the examples of one duty are worked out from.
struct Desk<'a> {
    words: &'a Words,
    regime: &'a Regime,
    calendars: &'a BTreeMap<Id, Calendar>,
    clocks: Vec<ClockTerms>,
}

impl Desk<'_> {
    /// The limit from a start that is known; of several starts the first-named comes `later` days
    /// after the others.
    fn example(
        &self,
        terms: &ClockTerms,
        limit: &LimitTerms,
        start: &Moment,
        later: u64,
    ) -> Option<Example> {
        let first_named = limit.earliest_of.first().map(|one| &one.since);
        let delayed = shifted(start, later);
        let others: Vec<String> =
            limit.earliest_of.iter().skip(1).map(|one| self.noun(&one.since)).collect();
        let words = self.words;
        let begins = |what: &str, at: &Moment| {
            say!(words, "example-start", what = what, at = &said(words, at))
        };
        let text = match first_named {
            Some(since) if later > 0 => {
                say!(
                    words,
                    "example-then",
                    first = &begins(&words.enumeration(&others), start),
                    then = &begins(&self.noun(since), &delayed)
                )
            }
            Some(since) => {
                let all: Vec<String> = std::iter::once(self.noun(since)).chain(others).collect();
                begins(&words.list(&all), start)
            }
            None => begins(&self.noun(&limit.since), start),
        };
        let mut alternatives =
            terms.law.iter().flat_map(|law| &law.earliest_of).map(|one| &one.since);
        let first = alternatives.next();
        let due = self.reckon(terms, start, &|since| {
            Some(if Some(since) == first { delayed.clone() } else { start.clone() })
        })?;
        Some(Example { start: wording::sentence_case(&text), due, provisional: false })
    }

    /// The limit while the document from which it runs is itself awaited.
    fn while_awaited(
        &self,
        terms: &ClockTerms,
        limit: &LimitTerms,
        day: NaiveDate,
    ) -> Option<Example> {
        let earlier = self.due_of(&terms.since, day)?;
        let due = self.reckon(terms, &earlier.current.as_start(ZONE), &|_| None)?;
        let text = say!(
            self.words,
            "example-awaited",
            document = &self.noun(&limit.since),
            date = &wording::when(self.words, earlier.current, ZONE)
        );
        Some(Example { start: wording::sentence_case(&text), due, provisional: true })
    }

    /// When the document is due from which another limit runs, if all triggers are on `day`;
    /// nothing where limits run in a circle.
    fn due_of(&self, since: &Since, day: NaiveDate) -> Option<DueDate> {
        let mut chain = Vec::new();
        let mut since = since;
        while let Since::Clock(id, _) = since {
            let found =
                self.clocks.iter().zip(&self.regime.limits).find(|(terms, _)| terms.id == *id)?;
            chain.push(found);
            since = &found.0.since;
            if chain.len() > self.clocks.len() {
                return None;
            }
        }
        let (_, first) = chain.last()?;
        let mut start =
            if runs_on_the_clock(first) { instant(day, 10, 15) } else { Moment::day(day) };
        let mut due = None;
        for (terms, _) in chain.into_iter().rev() {
            let found = self.reckon(terms, &start, &|_| Some(start.clone()))?;
            start = found.current.as_start(ZONE);
            due = Some(found);
        }
        due
    }

    fn reckon(
        &self,
        terms: &ClockTerms,
        start: &Moment,
        other: &dyn Fn(&Since) -> Option<Moment>,
    ) -> Option<DueDate> {
        let day = start.last_day(ZONE);
        // Every start of an example is known, and with it whatever falls away then.
        let mut terms = terms.clone();
        let known: Vec<String> = starts(&terms)
            .filter_map(|since| match since {
                Since::Trigger(name) => Some(name.clone()),
                Since::Moment(_) | Since::Clock(..) => None,
            })
            .collect();
        fall_away(&mut terms, &|name| known.iter().any(|known| known == name));
        due_under(&terms, start, ZONE, self.calendars, day, other).ok().flatten()
    }

    fn noun(&self, since: &LimitSince) -> String {
        wording::limit_start(self.words, since, self.regime, Case::Name)
    }
}

/// Whether any period of a limit is in hours or minutes, so that its start needs a time of day.
fn runs_on_the_clock(limit: &LimitTerms) -> bool {
    let periods = limit.earliest_of.iter().map(|one| &one.within).chain(&limit.within);
    periods.into_iter().any(|period| matches!(period.unit, Unit::Hours | Unit::Minutes))
}

/// A year in which the duty is in force: this decade's, or the last or first whole one.
fn year(effective: Effective) -> i32 {
    let last = effective.to.map_or(YEAR, |to| YEAR.min(to.year() - 1));
    effective.from.map_or(last, |from| {
        if from.year() < last || from.ordinal() == 1 {
            last.max(from.year())
        } else {
            from.year() + 1
        }
    })
}

/// The working day before the first holiday from March on; nothing where the calendar has none.
fn eve_of_holiday(calendar: &WorkingDays, year: i32) -> Option<NaiveDate> {
    let spring = NaiveDate::from_ymd_opt(year, 3, 1)?;
    let mut days = spring.iter_days().take_while(|day| day.year() == year);
    let holiday = days.find(|day| matches!(calendar.free_day(*day), Some(FreeDay::Holiday(_))))?;
    calendar.previous_working_day(holiday)
}

fn instant(day: NaiveDate, hour: u32, minute: u32) -> Moment {
    let local = day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default());
    Moment::new(
        &local.format("%Y-%m-%dT%H:%M").to_string(),
        Precision::Time { local, instant: local.and_utc() },
    )
}

fn shifted(start: &Moment, days: u64) -> Moment {
    match start.precision() {
        Precision::Time { local, .. } => {
            let later = local.checked_add_days(Ahead::new(days)).unwrap_or(local);
            Moment::new(
                &later.format("%Y-%m-%dT%H:%M").to_string(),
                Precision::Time { local: later, instant: later.and_utc() },
            )
        }
        _ => {
            Moment::day(start.last_day(ZONE).checked_add_days(Ahead::new(days)).unwrap_or_default())
        }
    }
}

/// `Friday 6 March 2026, 10:15`.
fn said(words: &Words, start: &Moment) -> String {
    let day = words.weekday(start.last_day(ZONE));
    match start.precision() {
        Precision::Time { local, .. } => {
            say!(words, "weekday-time", day = &day, time = &words.time(local.time()))
        }
        _ => day,
    }
}
