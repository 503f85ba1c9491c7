//! What must hold of every due date, tried on many made up from a fixed seed.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use overdue::clock::{
    AsOf, DueDate, DueError, Limit, Step, Uncounted, When, WorkingDays, due_date, fixed_day,
    repetition,
};
use overdue::model::{
    Calendar, Due, Extension, ExtensionTo, FixedDate, HourRule, Id, Moment, Pause, Period,
    Precision, Roll, Unit,
};

use crate::built_in;
use crate::notation;

const CASES: u32 = 2000;

/// Numbers that look random and are the same each time: splitmix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[usize::try_from(self.below(values.len() as u64)).expect("a small number")]
    }

    fn count(&mut self, below: u64) -> u32 {
        u32::try_from(self.below(below)).expect("a small number")
    }

    fn day(&mut self) -> NaiveDate {
        date("2019-11-01") + Days::new(self.below(3000))
    }

    fn pause(&mut self, near: NaiveDate) -> Pause {
        let from = near - Days::new(5) + Days::new(self.below(50));
        let to = (self.below(8) > 0).then(|| from + Days::new(self.below(25)));
        Pause { from, to, why: None }
    }
}

/// Everything that a limit borrows.
#[derive(Debug, Clone)]
struct Made {
    start: Moment,
    zone: Tz,
    due: Due,
    hours: HourRule,
    roll: Roll,
    paused: Vec<Pause>,
    extended: Vec<Extension>,
}

impl Made {
    fn plain(start: &str, within: &str) -> Self {
        Self {
            start: notation::moment(start, Tz::UTC).expect("a moment"),
            zone: Tz::UTC,
            due: Due::Within(notation::period(within).expect("a period")),
            hours: HourRule::Exact,
            roll: Roll::None,
            paused: Vec::new(),
            extended: Vec::new(),
        }
    }

    fn thrown(dice: &mut Dice) -> Self {
        let zone = dice.one_of(&[
            Tz::UTC,
            Tz::Europe__Paris,
            Tz::Australia__Lord_Howe,
            Tz::America__Sao_Paulo,
            Tz::Pacific__Apia,
        ]);
        let day = dice.day();
        let unit = dice.one_of(&Unit::NAMES).0;
        let start = if unit.is_clock_time() || dice.below(2) == 0 {
            let instant = day.and_hms_opt(0, 0, 0).expect("midnight").and_utc()
                + TimeDelta::minutes(dice.count(1440).into());
            at(instant, zone)
        } else {
            Moment::day(day)
        };
        let pauses = dice.below(4);
        Self {
            start,
            zone,
            due: Due::Within(Period { count: 1 + dice.count(40), unit }),
            hours: dice.one_of(&[HourRule::Exact, HourRule::Eu1182]),
            roll: dice.one_of(&[
                Roll::None,
                Roll::NextWorkingDay,
                Roll::NextWorkingDayNoon,
                Roll::PreviousWorkingDay,
            ]),
            paused: (0..pauses).map(|_| dice.pause(day)).collect(),
            extended: Vec::new(),
        }
    }

    fn unit(&self) -> Unit {
        let Due::Within(period) = &self.due else { panic!("only periods are made up") };
        period.unit
    }

    fn due(&self, working_days: &WorkingDays) -> Result<DueDate, DueError> {
        let limit = Limit {
            due: &self.due,
            hours: self.hours,
            roll: self.roll,
            paused: &self.paused,
            extended: &self.extended,
            working_days,
            open_pauses_through: date("2022-06-30"),
        };
        due_date(&self.start, self.zone, &limit)
    }

    fn instant(&self, working_days: &WorkingDays) -> DateTime<Utc> {
        self.due(working_days).expect("a due date").current.instant(self.zone)
    }
}

fn at(instant: DateTime<Utc>, zone: Tz) -> Moment {
    Moment::new(
        "made up",
        Precision::Time { local: instant.with_timezone(&zone).naive_local(), instant },
    )
}

fn date(text: &str) -> NaiveDate {
    notation::date(text).expect("a date")
}

/// Many made-up limits, each under a calendar.
fn made(mut each: impl FnMut(&Made, &WorkingDays, &mut Dice)) {
    let calendars = built_in::calendars();
    let known: Vec<WorkingDays> =
        ["fr", "kr", "gb-any-part"].map(|id| WorkingDays::of(&calendars[id], &calendars)).into();
    let mut dice = Dice(20_210_310);
    for case in 0..CASES {
        let made = Made::thrown(&mut dice);
        each(&made, &known[case as usize % known.len()], &mut dice);
    }
}

#[test]
fn a_due_date_in_working_days_or_rolled_is_never_a_free_day() {
    made(|made, working_days, _| {
        let due = made.due(working_days).expect("a due date");
        if made.unit() == Unit::WorkingDays || made.roll != Roll::None {
            assert!(working_days.is_working_day(due.current.date(made.zone)), "{made:?}");
        }
    });
}

#[test]
fn a_pause_never_makes_a_due_date_earlier() {
    made(|made, working_days, dice| {
        let mut longer = made.clone();
        longer.paused.push(dice.pause(made.start.last_day(made.zone)));
        assert!(longer.instant(working_days) >= made.instant(working_days), "{longer:?}");
    });
}

#[test]
fn the_order_in_which_pauses_are_written_does_not_matter() {
    made(|made, working_days, _| {
        let mut turned = made.clone();
        turned.paused.reverse();
        assert_eq!(turned.due(working_days), made.due(working_days), "{made:?}");
    });
}

#[test]
fn a_pause_written_twice_or_in_two_parts_counts_once() {
    made(|made, working_days, _| {
        let Some(first) = made.paused.first() else { return };
        let mut twice = made.clone();
        twice.paused.push(first.clone());
        assert_eq!(twice.instant(working_days), made.instant(working_days), "{made:?}");
        let Some(to) = first.to.filter(|to| first.from.succ_opt().is_some_and(|next| next < *to))
        else {
            return;
        };
        let between = first.from + Days::new(1);
        let mut parts = made.clone();
        parts.paused[0].to = Some(between);
        parts.paused.push(Pause { from: between, to: Some(to), why: None });
        assert_eq!(parts.instant(working_days), made.instant(working_days), "{made:?}");
    });
}

#[test]
fn a_later_start_never_gives_an_earlier_due_date() {
    made(|made, working_days, dice| {
        let mut made = made.clone();
        // Months are not all as long, so a later start can lose more paused days than it gains; and
        // noon of the day to which Sunday rolls is later than an early hour of that day.
        match made.unit() {
            Unit::Months | Unit::Years => made.paused.clear(),
            Unit::Hours | Unit::Minutes => made.roll = Roll::None,
            Unit::Days | Unit::WorkingDays | Unit::Weeks => {}
        }
        let mut later = made.clone();
        later.start = match made.start.instant() {
            Some(instant) => at(instant + TimeDelta::minutes(dice.count(3000).into()), made.zone),
            None => Moment::day(made.start.last_day(made.zone) + Days::new(dice.below(20))),
        };
        assert!(later.instant(working_days) >= made.instant(working_days), "{made:?} {later:?}");
    });
}

#[test]
fn months_end_on_the_same_day_or_with_a_shorter_month() {
    made(|made, working_days, dice| {
        let count = dice.count(60);
        let months = Made {
            due: Due::Within(Period { count, unit: Unit::Months }),
            roll: Roll::None,
            paused: Vec::new(),
            ..made.clone()
        };
        let from = months.start.last_day(months.zone);
        let to = months.due(working_days).expect("a due date").current.date(months.zone);
        let month_of =
            |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).expect("a month");
        assert_eq!(
            month_of(to) - month_of(from),
            i32::try_from(count).expect("a small number"),
            "{months:?}"
        );
        let last_of_month = (to + Days::new(1)).day() == 1;
        assert!(
            to.day() == from.day() || (last_of_month && to.day() < from.day()),
            "{months:?} {to}"
        );
    });
}

#[test]
fn the_account_leads_line_by_line_to_the_due_date() {
    made(|made, working_days, dice| {
        let mut extended = made.clone();
        let period = Period { count: dice.count(20), unit: dice.one_of(&Unit::NAMES).0 };
        extended.extended = vec![Extension {
            position: 0,
            to: ExtensionTo::Period(period),
            on: None,
            by: None,
            why: None,
        }];
        let due = extended.due(working_days).expect("a due date");
        let mut so_far = None;
        for step in &due.steps {
            if let Step::Rolled { from, .. } | Step::Extended { from, .. } = step {
                assert_eq!(so_far, Some(*from), "{extended:?}");
            }
            so_far = step.gives().or(so_far);
        }
        assert_eq!(so_far, Some(due.current), "{extended:?}");
        assert!(matches!(due.steps.first(), Some(Step::Start { .. })));
    });
}

#[test]
fn each_counted_working_day_and_each_skipped_day_make_up_the_whole_stretch() {
    made(|made, working_days, _| {
        let Due::Within(Period { count, unit: Unit::WorkingDays }) = made.due else { return };
        let due = made.due(working_days).expect("a due date");
        let skipped: usize = due
            .steps
            .iter()
            .map(|step| match step {
                Step::Counted { skipped, .. } | Step::Paused { skipped, .. } => skipped.len(),
                _ => 0,
            })
            .sum();
        let (paused_before, to) = due.steps.iter().fold((0, None), |(days, to), step| match step {
            Step::Paused { days: lost, skipped, gives, .. } => {
                let beyond =
                    skipped.iter().filter(|day| matches!(day.why, Uncounted::Paused)).count();
                (days + lost - i64::try_from(beyond).expect("few"), Some(*gives))
            }
            _ => (days, step.gives().or(to)),
        });
        let stretch =
            (to.expect("a date").date(made.zone) - made.start.last_day(made.zone)).num_days();
        if made.roll == Roll::None {
            assert_eq!(
                stretch,
                i64::from(count) + i64::try_from(skipped).expect("few") + paused_before,
                "{made:?}"
            );
        }
    });
}

#[test]
fn a_due_date_is_overdue_on_the_day_after_and_not_on_the_day_itself() {
    made(|made, working_days, _| {
        let due = made.due(working_days).expect("a due date");
        let day = due.current.date(made.zone);
        assert_eq!(due.overdue_days(AsOf::Day(day + Days::new(1))), Some(1), "{made:?}");
        assert_eq!(due.overdue_days(AsOf::Day(day - Days::new(1))), None, "{made:?}");
        let on_the_day =
            matches!(due.current, When::EndOf(_)).then_some(()).map_or(Some(0), |()| None);
        assert_eq!(due.overdue_days(AsOf::Day(day)), on_the_day, "{made:?}");
        let last = due.current.instant(made.zone);
        assert_eq!(due.overdue_days(AsOf::Instant(last)), None, "{made:?}");
        assert!(
            due.overdue_days(AsOf::Instant(last + TimeDelta::seconds(1))).is_some(),
            "{made:?}"
        );
    });
}

#[test]
fn a_document_without_an_hour_is_not_late_on_the_day_of_an_instant() {
    let due = Made::plain("2025-05-29 10:15", "72 hours")
        .due(&WorkingDays::monday_to_friday())
        .expect("a due date");
    assert_eq!(due.days_late(&Moment::day(date("2025-06-01"))), None);
    assert_eq!(due.days_late(&Moment::day(date("2025-06-02"))), Some(1));
    let late = |text| due.days_late(&notation::moment(text, Tz::UTC).expect("a moment"));
    assert_eq!(late("2025-06-01T10:15:00Z"), None);
    assert_eq!(late("2025-06-01T10:16:00Z"), Some(0));
    assert_eq!(late("2025-06"), None);
    assert_eq!(late("2025-07"), Some(30));
}

#[test]
fn a_due_date_beyond_the_year_9999_is_an_error_in_every_unit() {
    for (_, _, unit) in Unit::NAMES {
        let start = if matches!(unit, "hours" | "minutes" | "working days") {
            "9999-01-01T00:00:00Z"
        } else {
            "2025-01-01"
        };
        let far = Made::plain(start, &format!("{} {unit}", u32::MAX));
        let reached = far.due(&WorkingDays::monday_to_friday());
        assert_eq!(reached, Err(DueError::TooFar), "{unit}");
    }
    let mut paused = Made::plain("9999-12-01", "20 days");
    paused.paused = vec![notation::pause("9999-12-02", Some("9999-12-31")).expect("a pause")];
    assert_eq!(paused.due(&WorkingDays::monday_to_friday()), Err(DueError::TooFar));
}

#[test]
fn a_due_date_on_the_way_to_which_thousands_of_days_are_passed_over_is_an_error() {
    let weekdays = WorkingDays::monday_to_friday();
    assert!(
        Made::plain("2025-01-01", "9000 working days").due(&weekdays).is_ok(),
        "3,600 weekend days"
    );
    assert_eq!(
        Made::plain("2025-01-01", "11000 working days").due(&weekdays),
        Err(DueError::TooManyDays)
    );
    let mut paused = Made::plain("2025-01-01", "20 working days");
    paused.paused = vec![notation::pause("2025-01-02", Some("9990-01-01")).expect("a pause")];
    assert_eq!(paused.due(&weekdays), Err(DueError::TooManyDays));
}

#[test]
fn a_calendar_without_a_working_day_is_an_error_and_not_a_loop() {
    let all = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let never = WorkingDays::of(
        &notation::calendar("never", &all, BTreeMap::new()).expect("a calendar"),
        &BTreeMap::new(),
    );
    assert_eq!(Made::plain("2025-01-01", "1 working day").due(&never), Err(DueError::NoWorkingDay));
    let mut rolled = Made::plain("2025-01-01", "1 day");
    for roll in [Roll::NextWorkingDay, Roll::NextWorkingDayNoon, Roll::PreviousWorkingDay] {
        rolled.roll = roll;
        assert_eq!(rolled.due(&never), Err(DueError::NoWorkingDay));
    }
}

#[test]
fn calendars_that_include_each_other_are_joined_once() {
    let calendar = |name: &str, weekend: &[&str], holiday: &str, includes: &[&str]| Calendar {
        includes: includes.iter().map(|id| Id::from(*id)).collect(),
        ..notation::calendar(name, weekend, [(date(holiday), format!("{name} day"))].into())
            .expect("a calendar")
    };
    let all: BTreeMap<Id, Calendar> = [
        calendar("east", &["friday"], "2025-03-03", &["west", "east"]),
        calendar("west", &["sunday"], "2025-03-04", &["east", "nowhere"]),
    ]
    .map(|calendar| (calendar.id.clone(), calendar))
    .into();
    let joined = WorkingDays::of(&all["east"], &all);
    let free: Vec<String> = date("2025-03-01")
        .iter_days()
        .take(9)
        .filter_map(|day| joined.free_day(day))
        .map(|why| why.to_string())
        .collect();
    assert_eq!(free, ["Sunday", "east day", "west day", "Friday", "Sunday"]);
    assert_eq!(joined.known_years(), Some((2025, 2025)));
    assert_eq!(joined.next_working_day(date("2025-03-01")), Some(date("2025-03-05")));
    assert_eq!(joined.previous_working_day(date("2025-03-05")), Some(date("2025-03-01")));
}

#[test]
fn a_day_has_an_end_where_the_clock_skips_midnight_or_the_whole_next_day() {
    let end = |day, zone| When::EndOf(date(day)).instant(zone).to_string();
    assert_eq!(end("2025-04-24", Tz::Africa__Cairo), "2025-04-24 21:59:59 UTC");
    assert_eq!(end("2011-12-29", Tz::Pacific__Apia), "2011-12-30 09:59:59 UTC");
    assert_eq!(end("2025-11-01", Tz::America__Havana), "2025-11-02 03:59:59 UTC");
    assert_eq!(end("2018-02-17", Tz::America__Sao_Paulo), "2018-02-18 02:59:59 UTC");
}

#[test]
fn the_hours_of_a_limit_that_is_chained_to_an_awaited_document_start_where_that_is_due() {
    let at = When::At(
        notation::moment("2025-06-01T10:15:00Z", Tz::UTC)
            .expect("a moment")
            .instant()
            .expect("an instant"),
    );
    assert_eq!(at.as_start(Tz::Europe__Paris).instant(), Some(at.instant(Tz::Europe__Paris)));
    assert_eq!(
        When::EndOf(date("2025-06-01")).as_start(Tz::Europe__Paris),
        Moment::day(date("2025-06-01"))
    );
}

#[test]
fn a_fixed_day_is_in_the_year_after_and_never_outside_its_month() {
    let day = |start, month, day, years_after| {
        let start = notation::moment(start, Tz::Europe__Madrid).expect("a moment");
        fixed_day(&start, Tz::Europe__Madrid, FixedDate { month, day, years_after })
    };
    assert_eq!(day("2025-04-28", 9, 30, 1), Ok(date("2026-09-30")));
    assert_eq!(day("2025-12-31T23:30:00Z", 9, 30, 1), Ok(date("2027-09-30")));
    assert_eq!(day("2025-04-28", 2, 30, 0), Ok(date("2025-02-28")));
    assert_eq!(day("2025-04-28", 9, 30, u32::MAX), Err(DueError::TooFar));
}

#[test]
fn repetitions_are_reckoned_from_the_start_and_never_chained_through_february() {
    let day = |start: &str, every: &str, nth| {
        let start = notation::moment(start, Tz::UTC).expect("a moment");
        repetition(&start, Tz::UTC, notation::period(every).expect("a period"), nth)
    };
    assert_eq!(day("2024-02-29", "1 year", 1), Ok(date("2025-02-28")));
    assert_eq!(day("2024-02-29", "1 year", 4), Ok(date("2028-02-29")));
    assert_eq!(day("2025-01-31", "1 month", 1), Ok(date("2025-02-28")));
    assert_eq!(day("2025-01-31", "1 month", 2), Ok(date("2025-03-31")));
    assert_eq!(day("2025-01-31", "0 months", 1), Err(DueError::TooFar));
    assert_eq!(day("2025-01-31", "24 hours", 1), Err(DueError::TooFar));
    assert_eq!(day("2025-01-31", "1 year", u32::MAX), Err(DueError::TooFar));
}
