use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

use super::account::{PauseIgnored, Skipped, Step, Uncounted, Warning};
use super::count::{
    Count, MOST_SKIPPED, Stretch, add_civil, add_clock_time, add_working_days, in_reach, moved_by,
    moved_to, next_full_hour,
};
use super::{DueError, Limit, When};
use crate::model::{Due, Extension, ExtensionTo, HourRule, Moment, Pause, Period, Roll, Unit};

/// A due date in the making, and the account of it so far.
#[derive(Debug)]
pub(super) struct Reckoning<'a> {
    limit: &'a Limit<'a>,
    zone: Tz,
    day_zero: NaiveDate,
    pub(super) steps: Vec<Step>,
    /// How many days they have passed over.
    skipped: usize,
}

impl<'a> Reckoning<'a> {
    pub(super) fn from(start: &Moment, zone: Tz, limit: &'a Limit<'a>) -> Self {
        let day = start.last_day(zone);
        let first = Step::Start { day, instant: start.instant(), imprecise: start.is_imprecise() };
        Self { limit, zone, day_zero: day, steps: vec![first], skipped: 0 }
    }

    pub(super) fn count(&mut self, start: &Moment) -> Result<When, DueError> {
        match self.limit.due {
            Due::Within(period) if period.unit.is_clock_time() => {
                self.count_clock_time(start, *period)
            }
            Due::Within(period) => self.count_days(*period),
            Due::On(moment) => self.fix(moment),
        }
    }

    fn count_clock_time(&mut self, start: &Moment, period: Period) -> Result<When, DueError> {
        let mut from = start.instant().ok_or(DueError::NoTimeOfDay)?;
        if self.limit.hours == HourRule::Eu1182 {
            from = next_full_hour(from, self.zone)?;
            self.steps.push(Step::NextFullHour { from });
        }
        let gives = When::At(add_clock_time(from, period, self.zone)?);
        self.steps.push(Step::Counted { period, skipped: Vec::new(), short_month: false, gives });
        Ok(gives)
    }

    fn count_days(&mut self, period: Period) -> Result<When, DueError> {
        let Count { day, skipped, short_month } = self.add(self.day_zero, period, &[])?;
        let gives = When::EndOf(day);
        self.note(Step::Counted { period, skipped, short_month, gives })?;
        if period.unit == Unit::WorkingDays {
            self.warn_outside_calendar(self.day_zero, day);
        }
        Ok(gives)
    }

    fn fix(&mut self, moment: &Moment) -> Result<When, DueError> {
        let last_day = in_reach(Some(moment.last_day(self.zone)))?;
        let gives = moment.instant().map_or(When::EndOf(last_day), When::At);
        self.steps.push(Step::Fixed { gives });
        Ok(gives)
    }

    pub(super) fn pause(&mut self, counted: When) -> Result<When, DueError> {
        let mut pauses: Vec<_> =
            self.limit.paused.iter().map(|pause| (self.stretch(pause), pause)).collect();
        pauses.sort_by_key(|(stretch, _)| (stretch.from, stretch.until));
        let mut due = counted;
        // Days before this one are before the start, or belong to an earlier pause.
        let mut free_from = in_reach(self.day_zero.succ_opt())?;
        for (stretch, pause) in pauses {
            let until = stretch.until;
            match uncounted_part(stretch, due, self.day_zero, free_from) {
                Err(because) => {
                    self.steps.push(Step::PauseIgnored { pause: pause.clone(), because });
                }
                Ok((part, day)) => {
                    let (days, Count { day, skipped, .. }) = self.make_up_for(part, day)?;
                    due = When::EndOf(day);
                    self.note(Step::Paused {
                        pause: pause.clone(),
                        until,
                        days,
                        skipped,
                        gives: due,
                    })?;
                }
            }
            free_from = free_from.max(until);
        }
        if due != counted && self.is_in_working_days() {
            self.warn_outside_calendar(counted.date(self.zone), due.date(self.zone));
        }
        Ok(due)
    }

    /// The days of a pause that do not count, and where they move the due date `due`.
    fn make_up_for(&self, pause: Stretch, due: NaiveDate) -> Result<(i64, Count), DueError> {
        if !self.is_in_working_days() {
            let days = (pause.until - pause.from).num_days();
            let day = in_reach(due.checked_add_days(Days::new(days.unsigned_abs())))?;
            return Ok((days, Count { day, skipped: Vec::new(), short_month: false }));
        }
        let lost = |due: NaiveDate| {
            let paused = pause.from.iter_days().take_while(|day| *day <= due && pause.holds(*day));
            u32::try_from(paused.filter(|day| self.limit.working_days.is_working_day(*day)).count())
                .map_err(|_| DueError::TooFar)
        };
        let made_up = add_working_days(due, lost(due)?, self.limit.working_days, &[pause])?;
        Ok((lost(made_up.day)?.into(), made_up))
    }

    pub(super) fn roll(&mut self, due: When) -> Result<When, DueError> {
        let (rule, calendar, day) = (self.limit.roll, self.limit.working_days, due.date(self.zone));
        let next = || calendar.next_working_day(day).ok_or(DueError::NoWorkingDay);
        let gives = match rule {
            Roll::None => return Ok(due),
            _ if calendar.is_working_day(day) => due,
            Roll::NextWorkingDay => When::EndOf(next()?),
            Roll::NextWorkingDayNoon => When::NoonOf(next()?),
            Roll::PreviousWorkingDay => {
                When::EndOf(calendar.previous_working_day(day).ok_or(DueError::NoWorkingDay)?)
            }
        };
        let to = in_reach(Some(gives.date(self.zone)))?;
        if gives != due {
            self.note(Step::Rolled { rule, from: due, skipped: self.free_days(day, to), gives })?;
        }
        self.warn_outside_calendar(day.min(to), day.max(to));
        Ok(gives)
    }

    /// The free days from `from` on, forward or back, up to and without `to`.
    fn free_days(&self, from: NaiveDate, to: NaiveDate) -> Vec<Skipped> {
        let skipped = |day| {
            Some(Skipped { day, why: Uncounted::Free(self.limit.working_days.free_day(day)?) })
        };
        let most = MOST_SKIPPED + 1;
        if from < to {
            from.iter_days().take(most).take_while(|day| *day < to).filter_map(skipped).collect()
        } else {
            from.iter_days()
                .rev()
                .take(most)
                .take_while(|day| *day > to)
                .filter_map(skipped)
                .collect()
        }
    }

    pub(super) fn extend(&mut self, original: When) -> Result<When, DueError> {
        let mut due = original;
        for extension in self.limit.extended {
            due = self.extend_once(due, extension)?;
        }
        Ok(due)
    }

    fn extend_once(&mut self, from: When, extension: &Extension) -> Result<When, DueError> {
        let (gives, skipped, short_month) = match extension.to {
            ExtensionTo::Date(day) => (When::EndOf(in_reach(Some(day))?), Vec::new(), false),
            ExtensionTo::Period(period) if period.unit.is_clock_time() => {
                (moved_by(from, period, self.zone)?, Vec::new(), false)
            }
            ExtensionTo::Period(period) => {
                let paused: Vec<_> =
                    self.limit.paused.iter().map(|pause| self.stretch(pause)).collect();
                let Count { day, skipped, short_month } =
                    self.add(from.date(self.zone), period, &paused)?;
                (moved_to(from, day, self.zone), skipped, short_month)
            }
        };
        self.note(Step::Extended {
            extension: extension.clone(),
            from,
            skipped,
            short_month,
            gives,
        })?;
        if matches!(extension.to, ExtensionTo::Period(Period { unit: Unit::WorkingDays, .. })) {
            self.warn_outside_calendar(from.date(self.zone), gives.date(self.zone));
        }
        // The end of a period is rolled like any other; a date that was granted stands.
        let gives =
            if matches!(extension.to, ExtensionTo::Period(_)) { self.roll(gives)? } else { gives };
        if gives.instant(self.zone) < from.instant(self.zone) {
            self.steps.push(Step::Warning(Warning::ExtensionShortens { from, to: gives }));
        }
        Ok(gives)
    }

    /// Adds a line that may have passed over days.
    fn note(&mut self, step: Step) -> Result<(), DueError> {
        self.skipped += step.skipped().len();
        if self.skipped > MOST_SKIPPED {
            return Err(DueError::TooManyDays);
        }
        self.steps.push(step);
        Ok(())
    }

    pub(super) fn warn_before_start(&mut self, due: When) {
        if due.date(self.zone) < self.day_zero {
            self.steps.push(Step::Warning(Warning::BeforeStart { due }));
        }
    }

    /// Warns of the first day from `from` to `to` of which the calendar knows nothing, once for an
    /// account.
    fn warn_outside_calendar(&mut self, from: NaiveDate, to: NaiveDate) {
        let Some(known) = self.limit.working_days.known_years() else { return };
        let has_warned = self
            .steps
            .iter()
            .any(|step| matches!(step, Step::Warning(Warning::OutsideCalendar { .. })));
        let unknown = (from.year()..=to.year()).find(|year| !self.limit.working_days.covers(*year));
        if let Some(new_year) =
            unknown.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).filter(|_| !has_warned)
        {
            let day = from.max(new_year);
            self.steps.push(Step::Warning(Warning::OutsideCalendar { day, known }));
        }
    }

    fn add(&self, day: NaiveDate, period: Period, paused: &[Stretch]) -> Result<Count, DueError> {
        match period.unit {
            Unit::WorkingDays => {
                add_working_days(day, period.count, self.limit.working_days, paused)
            }
            _ => add_civil(day, period),
        }
    }

    fn stretch(&self, pause: &Pause) -> Stretch {
        Stretch::of(pause, self.limit.open_pauses_through)
    }

    fn is_in_working_days(&self) -> bool {
        matches!(self.limit.due, Due::Within(Period { unit: Unit::WorkingDays, .. }))
    }
}

/// The part of a pause that is neither before `free_from` nor without effect on `due`, with the day
/// that it moves.
fn uncounted_part(
    pause: Stretch,
    due: When,
    start: NaiveDate,
    free_from: NaiveDate,
) -> Result<(Stretch, NaiveDate), PauseIgnored> {
    let When::EndOf(due) = due else { return Err(PauseIgnored::LimitInHours) };
    let part = Stretch { from: pause.from.max(free_from), ..pause };
    if pause.from > due {
        Err(PauseIgnored::AfterDue)
    } else if pause.from < pause.until && pause.until.pred_opt().is_some_and(|last| last <= start) {
        Err(PauseIgnored::BeforeStart)
    } else if part.from >= part.until {
        Err(PauseIgnored::NoDays)
    } else {
        Ok((part, due))
    }
}
