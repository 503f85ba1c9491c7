//! Reporting duties in words: what starts a limit, how it is stated, why a duty does not apply.

use crate::i18n::{Form, Words, say};
use crate::model::{FixedDate, LimitSince, NotApplied, Period, Regime, Which, country_name};

/// Which part of a sentence the name of a start is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Case {
    /// `awareness of it`, alone.
    Name,
    /// Behind a noun: `of awareness of it`.
    Of,
    /// Behind a period: `from awareness of it`.
    From,
    /// In a sentence that names no incident before it: `awareness of the incident`.
    Said,
    /// The same behind a period.
    SaidFrom,
}

impl Case {
    fn attribute(self) -> &'static str {
        match self {
            Case::Name => "",
            Case::Of => ".of",
            Case::From => ".from",
            Case::Said => ".said",
            Case::SaidFrom => ".said-from",
        }
    }
}

/// What starts a limit, as a noun: `awareness of it`. A trigger of an author's own keeps its name.
pub(crate) fn trigger(words: &Words, name: &str, case: Case) -> String {
    // Only what the word alone leaves open is said otherwise in a sentence.
    let case = match case {
        Case::Said | Case::SaidFrom
            if matches!(name, "aware" | "classified" | "discovered" | "notified") =>
        {
            case
        }
        Case::Said => Case::Name,
        Case::SaidFrom => Case::From,
        other => other,
    };
    match name {
        "occurred" | "ended" | "aware" | "classified" | "discovered" | "notified" | "start" => {
            words.text(&format!("trigger-{name}{}", case.attribute())).to_owned()
        }
        own => {
            say!(words, &format!("trigger-own{}", case.attribute()), name = &own.replace('-', " "))
        }
    }
}

/// [`trigger`], or the document that is due under another limit of `regime`.
pub(crate) fn limit_start(
    words: &Words,
    since: &LimitSince,
    regime: &Regime,
    case: Case,
) -> String {
    match since {
        LimitSince::Trigger(name) => trigger(words, name, case),
        LimitSince::Limit(id, which) => {
            let other = regime.limits.iter().find(|other| other.id == *id);
            let Some(other) = other else { return id.to_string() };
            let form = match case {
                Case::Name | Case::Said => Form::The,
                Case::Of => Form::Of,
                Case::From | Case::SaidFrom => Form::From,
            };
            of_several(words, &words.asked_as(other, form), *which)
        }
    }
}

/// A document that starts a clock, where each new one starts it again: `the interim report, the
/// latest one`.
pub(crate) fn of_several(words: &Words, document: &str, which: Which) -> String {
    match which {
        Which::First => document.to_owned(),
        Which::Latest => say!(words, "document-latest", document = document),
    }
}

/// `30 September of the following year`.
pub(crate) fn fixed(words: &Words, day: FixedDate) -> String {
    let date = say!(
        words,
        "date-day-month",
        day = &day.day.to_string(),
        month = words.month_name(day.month)
    );
    match day.years_after {
        0 => say!(words, "fixed-same-year", date = &date),
        1 => say!(words, "fixed-next-year", date = &date),
        years => say!(words, "fixed-later", date = &date, n = i64::from(years)),
    }
}

/// `1 year, and again 1 year after that, until the document is there`.
pub(crate) fn repeated(words: &Words, period: Period) -> String {
    say!(words, "repeated", period = &words.period(period))
}

/// Why a duty does not apply to an incident; a clause.
pub(crate) fn not_applied(words: &Words, why: &NotApplied) -> String {
    match why {
        NotApplied::Before(from) => say!(words, "not-applied-before", date = &words.date(*from)),
        NotApplied::BeforeIn(country, from) => say!(
            words,
            "not-applied-before-in",
            country = country_of(words, country),
            date = &words.date(*from)
        ),
        NotApplied::NotIn(country) => {
            say!(words, "not-applied-not-in", country = country_of(words, country))
        }
        NotApplied::After(to) => say!(words, "not-applied-after", date = &words.date(*to)),
        NotApplied::Proposed => words.text("not-applied-proposed").to_owned(),
        NotApplied::Repealed => words.text("not-applied-repealed").to_owned(),
    }
}

fn country_of<'c>(words: &Words, code: &'c str) -> &'c str {
    country_name(code, words.language()).unwrap_or(code)
}
