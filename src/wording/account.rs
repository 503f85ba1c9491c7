//! The account of a due date in words.

use super::limit::{doubt, when};
use crate::clock::{DueDate, FreeDay, PauseIgnored, Skipped, Step, Uncounted, When};
use crate::i18n::{Words, say};
use crate::model::{Extension, Pause, Roll};

/// One line of the account of a due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccountStep {
    /// What it is about: `Period`.
    pub(crate) term: String,
    /// What is said.
    pub(crate) text: String,
    /// Whether it is the result.
    pub(crate) total: bool,
}

/// The account of a due date, line by line, as a clerk would write it.
pub(crate) fn account(words: &Words, due: &DueDate, provisional: bool) -> Vec<AccountStep> {
    let zone = due.zone;
    let when = |at: When| when(words, at, zone);
    let gives = |what: &str, gives: &str| say!(words, "account-gives", what = what, gives = gives);
    let mut lines = Vec::new();
    for step in &due.steps {
        let (term, text) = match step {
            Step::Start { day, imprecise: true, .. } => (
                "account-limit-from",
                say!(words, "account-last-possible", date = &words.date(*day)),
            ),
            Step::Start { instant: Some(instant), .. } => (
                "account-limit-from",
                say!(words, "with-note", what = &when(When::At(*instant)), note = zone.name()),
            ),
            Step::Start { day, .. } => {
                ("account-limit-from", say!(words, "account-day-zero", date = &words.date(*day)))
            }
            Step::NextFullHour { from } => ("account-next-hour", when(When::At(*from))),
            Step::Counted { period, skipped, short_month, gives: day } => {
                let counted = passing_over(words, words.period(*period), skipped);
                let counted = if *short_month {
                    say!(words, "account-short-month", what = &counted)
                } else {
                    counted
                };
                ("account-period", gives(&counted, &when(*day)))
            }
            Step::Fixed { gives } => ("account-fixed", when(*gives)),
            Step::Paused { pause, days, skipped, gives: day, .. } => {
                let counted = passing_over(words, super::day_count(words, *days, false), skipped);
                ("account-paused", gives(&gives(&paused(words, pause), &counted), &when(*day)))
            }
            Step::PauseIgnored { pause, because } => {
                let why = words.text(ignored(*because));
                (
                    "account-pause-ignored",
                    say!(words, "account-ignored", what = &paused(words, pause), why = why),
                )
            }
            Step::Rolled { rule, skipped, gives: day, .. } => {
                let moved = passing_over(words, words.text(rolled(*rule)).to_owned(), skipped);
                ("account-moved", gives(&moved, &when(*day)))
            }
            Step::Extended { extension, from, skipped, gives, .. } => {
                let moved = say!(words, "account-from-to", from = &when(*from), to = &when(*gives));
                (
                    "account-extended",
                    granted(words, &passing_over(words, moved, skipped), extension),
                )
            }
            Step::Warning(warning) => ("account-doubtful", doubt(words, *warning, zone)),
        };
        lines.push(AccountStep { term: words.text(term).to_owned(), text, total: false });
    }
    let result = words.text(if provisional { "account-due-provisional" } else { "account-due" });
    lines.push(AccountStep { term: result.to_owned(), text: when(due.current), total: true });
    lines
}

/// `…, passing over 9 June 2025 (Whit Monday)`; a long run is told by its number and its holidays.
fn passing_over(words: &Words, what: String, skipped: &[Skipped]) -> String {
    const MOST: usize = 12;
    if skipped.is_empty() {
        return what;
    }
    let why = |skipped: &Skipped| match &skipped.why {
        Uncounted::Free(FreeDay::Weekend(day)) => {
            words.weekday_name(day.number_from_monday()).to_owned()
        }
        Uncounted::Free(FreeDay::Holiday(name)) => name.to_string(),
        Uncounted::Paused => words.text("account-day-paused").to_owned(),
    };
    let one = |skipped: &Skipped| {
        say!(words, "with-note", what = &words.date(skipped.day), note = &why(skipped))
    };
    if skipped.len() <= MOST {
        return say!(
            words,
            "account-passing",
            what = &what,
            days = &words.enumeration(&skipped.iter().map(one).collect::<Vec<_>>())
        );
    }
    let holidays: Vec<String> = skipped.iter().filter(|day| !is_weekend(day)).map(one).collect();
    if holidays.is_empty() {
        say!(words, "account-passing-many", what = &what, n = skipped.len())
    } else {
        say!(
            words,
            "account-passing-among",
            what = &what,
            n = skipped.len(),
            days = &words.enumeration(&holidays)
        )
    }
}

fn is_weekend(skipped: &Skipped) -> bool {
    matches!(&skipped.why, Uncounted::Free(FreeDay::Weekend(_)))
}

fn paused(words: &Words, pause: &Pause) -> String {
    let from = words.date(pause.from);
    let stretch = match pause.to {
        Some(to) => say!(words, "account-until-before", from = &from, to = &words.date(to)),
        None => say!(words, "account-since", from = &from),
    };
    pause.why.as_ref().map_or_else(
        || stretch.clone(),
        |why| say!(words, "with-note", what = &stretch, note = why.or_own(words.language())),
    )
}

fn ignored(because: PauseIgnored) -> &'static str {
    match because {
        PauseIgnored::LimitInHours => "ignored-hours",
        PauseIgnored::BeforeStart => "ignored-before",
        PauseIgnored::AfterDue => "ignored-after",
        PauseIgnored::NoDays => "ignored-no-days",
    }
}

fn rolled(rule: Roll) -> &'static str {
    match rule {
        Roll::None => "rolled-not",
        Roll::NextWorkingDay => "rolled-next",
        Roll::NextWorkingDayNoon => "rolled-next-noon",
        Roll::PreviousWorkingDay => "rolled-back",
    }
}

fn granted(words: &Words, what: &str, extension: &Extension) -> String {
    let what = extension.on.map_or_else(
        || what.to_owned(),
        |day| say!(words, "account-granted", what = what, date = &words.date(day)),
    );
    extension.why.as_ref().map_or_else(
        || what.clone(),
        |why| say!(words, "account-because", what = &what, why = why.or_own(words.language())),
    )
}
