//! How a promise or a recommendation stands: by the state that is dated last.

use chrono::NaiveDate;

use super::{Limit, WorkingDays, due_date};
use crate::model::{AnswerDue, Due, HourRule, Recommendation, Response, Roll, StatusEntry};

/// How something stands that was promised or recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// It was kept or broken; since this day nothing else has been said.
    Settled(NaiveDate),
    /// It is open, and the day by which it was due has not passed, or there is none.
    Open,
    /// It is open after that day: so it was found to be on this later one.
    Passed(NaiveDate),
    /// The day by which it was due has passed, and nobody has recorded looking since.
    DueNotChecked,
}

/// How something stands on `today` that was due by `due`, of which `history` is recorded, and for
/// which somebody last looked on `checked`. All days are civil days in the zone of its record.
pub fn promise_state(
    due: Option<NaiveDate>,
    checked: Option<NaiveDate>,
    history: &[StatusEntry],
    today: NaiveDate,
) -> PromiseState {
    let latest = latest_state(history);
    if let Some(settled) = latest.filter(|entry| entry.status.is_final()) {
        return PromiseState::Settled(settled_since(history, settled));
    }
    let Some(due) = due.filter(|due| *due < today) else { return PromiseState::Open };
    let seen = latest.map(|entry| entry.date).max(checked).map(|day| day.min(today));
    seen.filter(|day| *day > due).map_or(PromiseState::DueNotChecked, PromiseState::Passed)
}

/// By when an answer to a recommendation of `response` is due: a civil day in the zone of its
/// record. Nothing where none is, or it begins with a publication that has not come.
pub fn answer_due(one: &Recommendation, response: &Response) -> Option<NaiveDate> {
    match one.due? {
        AnswerDue::On(day) => Some(day),
        AnswerDue::Within(period) => {
            let limit = Limit {
                due: &Due::Within(period),
                hours: HourRule::Exact,
                roll: Roll::None,
                paused: &[],
                extended: &[],
                working_days: &WorkingDays::monday_to_friday(),
                open_pauses_through: NaiveDate::MIN,
            };
            let zone = response.record.timezone;
            let due = due_date(response.appeared()?, zone, &limit).ok()?;
            Some(due.current.date(zone))
        }
    }
}

/// How the answer to a recommendation stands on `today` that is due by `due`: the first state that
/// is recorded is one.
pub fn answer_state(
    one: &Recommendation,
    due: Option<NaiveDate>,
    today: NaiveDate,
) -> PromiseState {
    let answered = one.history.iter().map(|entry| entry.date).filter(|day| *day <= today).min();
    match answered {
        Some(day) => PromiseState::Settled(day),
        None => promise_state(due, one.checked, &[], today),
    }
}

/// The state last dated, if any was ever recorded; of two of one day the later in the list.
pub fn latest_state(history: &[StatusEntry]) -> Option<&StatusEntry> {
    history.iter().max_by_key(|entry| entry.date)
}

/// The day since which every state has been that of `latest`.
fn settled_since(history: &[StatusEntry], latest: &StatusEntry) -> NaiveDate {
    let mut entries: Vec<&StatusEntry> = history.iter().collect();
    entries.sort_by_key(|entry| entry.date);
    entries
        .iter()
        .rev()
        .take_while(|entry| entry.status == latest.status)
        .last()
        .map_or(latest.date, |first| first.date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// How a promise due on 30 April 2017 stands on `today`, after these states and a check.
    fn stands(history: &[(&str, Status)], checked: Option<&str>, today: &str) -> PromiseState {
        let entry = |(date, status): &(&str, Status)| StatusEntry {
            date: day(date),
            status: *status,
            by: None,
            source: None,
        };
        let history: Vec<StatusEntry> = history.iter().map(entry).collect();
        promise_state(Some(day("2017-04-30")), checked.map(day), &history, day(today))
    }

    #[test]
    fn the_state_dated_last_decides_in_whatever_order_they_are_written() {
        let kept_then_stalled = [("2017-02-09", Status::Stalled), ("2017-01-27", Status::Kept)];
        assert_eq!(stands(&kept_then_stalled, None, "2017-03-01"), PromiseState::Open);
        let kept_at_last = [
            ("2017-01-27", Status::Kept),
            ("2017-02-09", Status::Stalled),
            ("2017-02-20", Status::Kept),
        ];
        assert_eq!(
            stands(&kept_at_last, None, "2017-03-01"),
            PromiseState::Settled(day("2017-02-20"))
        );
    }

    #[test]
    fn it_is_settled_since_the_first_of_the_states_that_agree() {
        let broken_twice = [("2017-02-01", Status::Broken), ("2017-03-01", Status::Broken)];
        assert_eq!(
            stands(&broken_twice, None, "2017-06-01"),
            PromiseState::Settled(day("2017-02-01"))
        );
    }

    #[test]
    fn its_day_has_only_passed_where_somebody_has_looked_since() {
        assert_eq!(stands(&[], None, "2017-04-30"), PromiseState::Open);
        assert_eq!(stands(&[], None, "2017-05-01"), PromiseState::DueNotChecked);
        assert_eq!(
            stands(&[("2017-04-01", Status::Stalled)], Some("2017-04-30"), "2017-05-01"),
            PromiseState::DueNotChecked
        );
        assert_eq!(
            stands(&[], Some("2017-05-02"), "2017-06-01"),
            PromiseState::Passed(day("2017-05-02"))
        );
        assert_eq!(
            stands(&[("2017-05-03", Status::Stalled)], None, "2017-06-01"),
            PromiseState::Passed(day("2017-05-03"))
        );
    }
}
