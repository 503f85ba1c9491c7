//! Every statement in every place and language, as one file that a lawyer can read:
//! `tests/statements.md`. `UPDATE=1` writes it anew.

use std::fmt::Write as _;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{DateView, Link, Phrase, Place, StopView, Subject};
use crate::clock::{
    Certainty, DueDate, Elapsed, Freshness, Instance, Matter, Milestone, Missing, Series, Settled,
    Standstill, Statement, Step, Stop, TimeLimit, Timeliness, Took, Truth, Warning, What, When,
    promise_state,
};
use crate::i18n::{Lexicon, Words};
use crate::load::Tree;
use crate::model::{
    Check, ClockRef, ClockTerms, Closing, Commitment, DocumentKind, Due, Force, HourRule, Moment,
    Period, Roll, Since, Status, StatusEntry, Translated, Unit, Which,
};

const LANGUAGES: [&str; 3] = ["en", "fr", "ko"];

/// The document that appears.
const RESPONSE: &str = "report";

const TODAY: &str = "2022-12-07";

/// The limit of most, and the day of the first anniversary.
const LIMIT: &str = "2022-03-10";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A statement with a name, and what its sentences name besides it.
struct Case {
    name: &'static str,
    statement: Statement,
    /// Who owes the document; several publish it together.
    by: &'static [&'static str],
    /// When the document appeared or was handed over.
    document: Option<Moment>,
    due: Option<DueDate>,
}

fn awaited(freshness: Freshness) -> Statement {
    let days = |days| Elapsed { days, at_least: false };
    let seen = freshness.check().map(|check| days((check.reach - day("2021-03-10")).num_days()));
    Statement {
        today: day(TODAY),
        since: Since::Trigger("occurred".to_owned()),
        truth: Truth::Awaited { age: days(637), seen },
        delivery: None,
        pause: None,
        freshness,
        limit: TimeLimit::None,
        force: Force::Soft,
        missing: None,
        series: None,
    }
}

fn stop(imprecise: bool) -> Stop {
    Stop { response: RESPONSE.into(), on: day("2022-05-01"), imprecise }
}

fn published(took: Took, limit: TimeLimit) -> Statement {
    let truth = Truth::Published { document: stop(took == Took::Within), took };
    Statement { truth, freshness: Freshness::Settled, limit, ..awaited(Freshness::Unchecked) }
}

fn due(on: &str, doubtful: bool) -> DueDate {
    let when = When::EndOf(day(on));
    let warning = Warning::OutsideCalendar { day: day("2022-01-01"), known: (2015, 2021) };
    let steps = if doubtful { vec![Step::Warning(warning)] } else { Vec::new() };
    DueDate { original: when, current: when, zone: Tz::UTC, steps }
}

/// A due date of a series that has passed without a document.
fn instance(due: &str, is_seen: bool) -> Instance {
    Instance { due: When::EndOf(day(due)), settled: None, has_passed: true, is_seen }
}

fn cases() -> Vec<Case> {
    const OVH: &[&str] = &["OVHcloud"];
    const NOBODY: &[&str] = &[];
    const THREE: &[&str] = &["OVHcloud", "ANSSI", "SDIS 67"];
    let case = |name, statement, by: &'static [&'static str]| Case {
        name,
        statement,
        by,
        document: None,
        due: None,
    };
    let fresh = || awaited(Freshness::Fresh(Check::whole(day("2022-12-01"))));
    let stale = || awaited(Freshness::Stale(Check::whole(day("2022-10-01"))));
    let expired = || awaited(Freshness::Expired(Check::whole(day("2022-01-01"))));
    let reaching =
        || awaited(Freshness::Stale(Check { on: day("2022-12-01"), reach: day("2022-10-01") }));
    let unchecked = || awaited(Freshness::Unchecked);
    let after_report = |statement: Statement| Statement {
        since: Since::Clock("final-report".into(), Which::First),
        ..statement
    };
    let imprecise = |statement: Statement| {
        let at_least = |days| Elapsed { days, at_least: true };
        Statement {
            truth: Truth::Awaited { age: at_least(616), seen: Some(at_least(610)) },
            ..statement
        }
    };
    let paused = |statement: Statement| {
        let pause = Standstill {
            days: 190,
            seen: Some(123),
            through: None,
            why: Some("a criminal case".to_owned().into()),
        };
        Statement {
            pause: Some(pause),
            limit: TimeLimit::Dated(Certainty::Firm, Timeliness::Open),
            ..statement
        }
    };
    let handed_over = |statement: Statement| Statement { delivery: Some(stop(false)), ..statement };
    let passed = |statement: Statement, force| Statement {
        limit: TimeLimit::Dated(Certainty::Firm, Timeliness::Passed(272)),
        force,
        ..statement
    };
    let took = |days| Took::Days(Elapsed { days, at_least: false });
    let limited = |timeliness| TimeLimit::Dated(Certainty::Firm, timeliness);
    let dated = |case: Case| {
        let is_open = matches!(case.statement.limit, TimeLimit::Dated(_, Timeliness::Open));
        Case { due: Some(due(if is_open { "2023-03-10" } else { LIMIT }, false)), ..case }
    };
    let appeared = |on: &str, case: Case| Case { document: Some(Moment::day(day(on))), ..case };
    let answered = |case: Case| appeared("2022-05-01", case);
    let in_month = |case: Case| Case {
        document: Some(Moment::new("2022-05", crate::model::Precision::Month(2022, 5))),
        ..case
    };
    let closed = Statement {
        truth: Truth::Closed { on: day("2022-01-10"), took: took(306) },
        freshness: Freshness::Settled,
        ..unchecked()
    };
    let unseen = |limit| Statement {
        truth: Truth::Confidential { age: Some(Elapsed { days: 637, at_least: false }) },
        limit,
        force: Force::Hard,
        ..unchecked()
    };
    let not_begun = |missing: Missing, since, limit| Statement {
        truth: Truth::NotBegun,
        missing: Some(missing),
        since,
        limit,
        ..unchecked()
    };
    let late = Timeliness::Late(Elapsed { days: 52, at_least: false });
    let again = |statement: Statement, documents: &[&str], instances: Vec<Instance>| {
        let documents = documents
            .iter()
            .map(|on| (Stop { on: day(on), ..stop(false) }, Moment::day(day(on))))
            .collect();
        let every = Period { count: 6, unit: Unit::Months };
        Statement { series: Some(Series { every, instances, documents }), ..statement }
    };
    let kept = || Instance {
        settled: Some(Settled { by: stop(false), late: None }),
        ..instance("2021-09-10", true)
    };
    let no_longer_owed = || Statement {
        truth: Truth::Ended { document: stop(false), took: took(417) },
        freshness: Freshness::Settled,
        ..unchecked()
    };
    vec![
        case("Awaited, checked lately", fresh(), OVH),
        case("Awaited from anyone", fresh(), NOBODY),
        case("Awaited since the interim report", after_report(fresh()), OVH),
        case(
            "Awaited since awareness",
            Statement { since: Since::Trigger("aware".to_owned()), ..fresh() },
            OVH,
        ),
        case(
            "Awaited since a day",
            Statement { since: Since::Moment(Moment::day(day("2021-03-01"))), ..fresh() },
            OVH,
        ),
        case("Awaited, at least", imprecise(fresh()), OVH),
        dated(case("Awaited, legal limit passed", passed(fresh(), Force::Hard), OVH)),
        dated(case("Awaited, target passed", passed(fresh(), Force::Soft), OVH)),
        dated(case("Awaited, promised date passed", passed(fresh(), Force::Promise), OVH)),
        dated(case(
            "Awaited, limit not passed",
            Statement { limit: limited(Timeliness::Open), ..fresh() },
            OVH,
        )),
        Case {
            due: Some(due(LIMIT, true)),
            ..case(
                "Awaited, due date doubtful",
                Statement {
                    limit: TimeLimit::Dated(Certainty::Doubtful, Timeliness::Open),
                    force: Force::Hard,
                    ..fresh()
                },
                OVH,
            )
        },
        case(
            "Awaited, limit cannot be dated",
            Statement {
                limit: TimeLimit::Undated,
                missing: Some(Missing::Limit(crate::clock::DueError::NoTimeOfDay)),
                ..fresh()
            },
            OVH,
        ),
        dated(case("Awaited, paused", paused(fresh()), OVH)),
        case("Stale", stale(), OVH),
        case("Stale, since the interim report", after_report(stale()), OVH),
        dated(case("Stale, target passed", passed(stale(), Force::Soft), OVH)),
        dated(case("Stale, paused", paused(stale()), OVH)),
        case("Expired", expired(), OVH),
        case("Expired, anyone", expired(), NOBODY),
        case("Expired, since the interim report", after_report(expired()), OVH),
        case("What was looked at reaches to an earlier day", reaching(), OVH),
        dated(case(
            "What was looked at reaches to an earlier day, legal limit passed",
            passed(reaching(), Force::Hard),
            OVH,
        )),
        case("Never checked", unchecked(), OVH),
        case("Never checked, anyone", unchecked(), NOBODY),
        case("Never checked, at least", imprecise(unchecked()), OVH),
        case("Never checked, since the interim report", after_report(unchecked()), OVH),
        dated(case("Never checked, legal limit passed", passed(unchecked(), Force::Hard), OVH)),
        dated(case("Never checked, target passed", passed(unchecked(), Force::Soft), OVH)),
        dated(case(
            "Never checked, promised date passed",
            passed(unchecked(), Force::Promise),
            OVH,
        )),
        dated(case("Never checked, paused", paused(unchecked()), OVH)),
        answered(case("Handed over, checked lately", handed_over(fresh()), OVH)),
        answered(case("Handed over, never checked", handed_over(unchecked()), OVH)),
        appeared(
            "2022-03-07",
            dated(case(
                "Handed over in time",
                handed_over(Statement {
                    limit: limited(Timeliness::InTime { days: 3, at_most: false }),
                    ..fresh()
                }),
                OVH,
            )),
        ),
        answered(case("Published", published(took(417), TimeLimit::None), OVH)),
        answered(case(
            "Published by nobody in particular",
            published(took(417), TimeLimit::None),
            NOBODY,
        )),
        answered(case("Published by several", published(took(417), TimeLimit::None), THREE)),
        answered(case(
            "Published, since the interim report",
            after_report(published(took(229), TimeLimit::None)),
            OVH,
        )),
        in_month(case(
            "Published within a month",
            published(Took::Within, TimeLimit::None),
            NOBODY,
        )),
        answered(case(
            "Published, start not known",
            published(Took::Unknown, TimeLimit::None),
            OVH,
        )),
        answered(dated(case(
            "Published late, hard",
            Statement { force: Force::Hard, ..published(took(417), limited(late)) },
            OVH,
        ))),
        answered(dated(case(
            "Published after the target",
            published(took(417), limited(late)),
            OVH,
        ))),
        answered(dated(case(
            "Published after the promised date",
            Statement { force: Force::Promise, ..published(took(417), limited(late)) },
            OVH,
        ))),
        answered(dated(case(
            "Published, maybe in time",
            published(took(417), limited(Timeliness::MaybeInTime)),
            OVH,
        ))),
        appeared(
            "2022-02-03",
            dated(case(
                "Published in time",
                published(took(330), limited(Timeliness::InTime { days: 35, at_most: false })),
                OVH,
            )),
        ),
        dated(case(
            "Owed again, two dates missed",
            again(
                passed(fresh(), Force::Hard),
                &[],
                vec![instance(LIMIT, true), instance("2022-09-10", true)],
            ),
            OVH,
        )),
        dated(case(
            "Owed again, after one that came",
            again(
                Statement { limit: limited(Timeliness::Open), ..fresh() },
                &["2022-05-01"],
                vec![kept()],
            ),
            OVH,
        )),
        case(
            "Owed again, after one that came, never checked",
            again(unchecked(), &["2022-05-01"], vec![kept(), instance("2022-09-10", false)]),
            OVH,
        ),
        case(
            "Owed again, after one that came, expired",
            again(expired(), &["2022-05-01"], vec![kept()]),
            NOBODY,
        ),
        answered(case(
            "No longer owed, all kept",
            again(no_longer_owed(), &["2021-08-01"], Vec::new()),
            OVH,
        )),
        answered(case(
            "No longer owed, some missed",
            again(
                no_longer_owed(),
                &[],
                vec![
                    instance("2021-09-10", true),
                    instance(LIMIT, true),
                    instance("2022-04-10", false),
                ],
            ),
            NOBODY,
        )),
        case("Closed", closed.clone(), OVH),
        case(
            "Closed, anyone, start not known",
            Statement {
                truth: Truth::Closed { on: day("2022-01-10"), took: Took::Unknown },
                ..closed
            },
            NOBODY,
        ),
        dated(case("Confidential, limit not passed", unseen(limited(Timeliness::Open)), OVH)),
        dated(case("Confidential, limit passed", unseen(limited(Timeliness::Passed(272))), OVH)),
        answered(dated(case(
            "Confidential, handed over",
            handed_over(unseen(limited(Timeliness::Open))),
            OVH,
        ))),
        case(
            "Start not known",
            not_begun(
                Missing::Trigger("aware".to_owned()),
                Since::Trigger("aware".to_owned()),
                TimeLimit::Undated,
            ),
            OVH,
        ),
        dated(case(
            "Not begun, provisional",
            not_begun(
                Missing::Document("final-report".into()),
                Since::Clock("final-report".into(), Which::First),
                TimeLimit::Dated(Certainty::Provisional, Timeliness::Open),
            ),
            OVH,
        )),
    ]
}

/// The terms that a statement was made under, as far as its sentences ask for them.
fn terms(statement: &Statement) -> ClockTerms {
    let has_limit = statement.limit != TimeLimit::None || statement.series.is_some();
    let closing = || Closing {
        on: day("2022-01-10"),
        why: "the inquiry ended without a report".to_owned().into(),
    };
    ClockTerms {
        id: "clock".into(),
        report: match statement.series {
            Some(_) => DocumentKind::InterimReport,
            None => DocumentKind::FinalReport,
        },
        title: None,
        from: Some("ovh".into()),
        since: statement.since.clone(),
        due: has_limit.then_some(Due::Within(Period { count: 12, unit: Unit::Months })),
        rule: crate::model::Prose::default().into(),
        force: statement.force,
        calendar: None,
        roll: Roll::None,
        hours: HourRule::Exact,
        extended: Vec::new(),
        paused: Vec::new(),
        closed: matches!(statement.truth, Truth::Closed { .. }).then(closing),
        checked: None,
        evidence_until: None,
        checked_where: Vec::new(),
        recheck_days: 30,
        law: None,
    }
}

fn name(title: &str) -> Link {
    Link { title: title.to_owned(), path: format!("{title}/"), ..Link::default() }
}

/// What is said of a case in every place, a line for each that says anything.
fn said(case: &Case, words: &Words) -> String {
    let start = Moment::day(day("2021-03-10"));
    let terms = terms(&case.statement);
    let document = case.document.as_ref().map(|moment| StopView {
        response: name("The report"),
        by: case.by.iter().map(|title| name(title)).collect(),
        date: DateView::of_moment(words, moment, Tz::UTC),
        delivered: None,
        withdrawn: None,
    });
    let begins_with =
        matches!(case.statement.since, Since::Clock(..)).then_some(DocumentKind::InterimReport);
    let subject = Subject {
        words,
        statement: &case.statement,
        terms: &terms,
        named: None,
        start: Some(&start),
        due: case.due.as_ref(),
        zone: Tz::UTC,
        incident: name("A fire"),
        from: (case.by.len() == 1).then(|| name(case.by[0])),
        document,
        starts_with: begins_with,
        last: matches!(case.statement.truth, Truth::Ended { .. })
            .then_some(DocumentKind::FinalReport),
        site: "The Watch",
    };
    let (row, sides, card) = (subject.row(), subject.badge_sides(), subject.card());
    let text = |parts: &[&str]| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" | ")
    };
    let evidence: Vec<String> =
        subject.evidence(&[]).remarks.iter().map(|remark| remark.said.text()).collect();
    let number = row.number.map_or_else(String::new, |counted| {
        super::day_count(words, counted.days, counted.at_least)
    });
    let clock = ClockRef { incident: "fire".into(), clock: Some("clock".into()) };
    let mut lines = vec![
        ("its page", subject.sentence(Place::OwnPage).text()),
        ("other page, frame", subject.sentence(Place::Page).text()),
        ("when it expires", subject.sentence(Place::OwnPage).expired),
        ("quotation, data", subject.quotation()),
        ("row", text(&[subject.badge(), &number, &row.within, &row.note.text(), &row.since])),
        ("badge", text(&[&sides.label, &sides.message])),
        ("card", text(&[&card.at_least, &card.number, &card.below, &card.day])),
        ("below", text(&evidence.iter().map(String::as_str).collect::<Vec<_>>())),
        ("limit", subject.limit().text()),
        ("in prose", text(&[subject.badge(), &subject.beside_badge().0])),
        ("its document's page", subject.answered(&RESPONSE.into()).text()),
    ];
    if matches!(case.statement.truth, Truth::Published { .. } | Truth::Ended { .. }) {
        lines.push(("feed, end", subject.announced_end(&RESPONSE.into())));
    }
    let (reached, passed) = (was_reached(case), was_passed(&case.statement));
    if reached {
        let reached = subject.announced_reached(Milestone::Years(1), day(LIMIT));
        lines.push(("feed, milestone", text(&[&reached.title, &reached.text])));
    }
    if passed {
        let passed = subject.announced_passed(When::EndOf(day(LIMIT)));
        lines.push(("feed, limit", text(&[&passed.title, &passed.text])));
    }
    for (place, matter) in matters(&case.statement) {
        let on = Some(day(match matter {
            Matter::Anniversary => "2023-03-10",
            Matter::Stale => "2022-10-31",
            _ => "2022-12-31",
        }));
        let sentence = subject.agenda_sentence(matter, on).unwrap_or_default();
        lines.push((place, text(&[subject.agenda_label(matter), &sentence])));
    }
    if words.language() == "en" {
        let passed = passed.then(|| What::Passed(clock.clone(), When::EndOf(day(LIMIT))));
        let reached = reached.then(|| What::Reached(clock.clone(), Milestone::Years(1)));
        let closed = terms.closed.as_ref().map(|closing| What::Closed(clock.clone(), closing.on));
        let changes = passed.into_iter().chain(reached).chain(closed);
        let told = changes
            .filter_map(|what| subject.told(&what))
            .chain(subject.told_published(&RESPONSE.into()));
        lines.extend(told.map(|told| ("diff", format!("{}A fire{}", told.before, told.after))));
    }
    let mut out = String::new();
    for (place, said) in lines.into_iter().filter(|(_, said)| !said.is_empty()) {
        writeln!(out, "- {place}: {said}").expect("a string");
    }
    out
}

/// Whether it was awaited for a whole year, and somebody saw that.
fn was_reached(case: &Case) -> bool {
    match &case.statement.truth {
        Truth::Awaited { .. } => {
            case.statement.freshness.check().is_some_and(|check| check.reach >= day(LIMIT))
        }
        Truth::Published { took: Took::Days(took), .. } => took.days >= 365,
        _ => false,
    }
}

/// Whether its limit passed for certain, and somebody saw that.
fn was_passed(statement: &Statement) -> bool {
    let is_seen = statement.freshness.check().is_some_and(|check| check.reach >= day(LIMIT))
        || statement.freshness == Freshness::Settled;
    is_seen
        && matches!(
            statement.limit,
            TimeLimit::Dated(Certainty::Firm, Timeliness::Passed(_) | Timeliness::Late(_))
        )
}

/// The matters that a clock of this statement can be on the agenda for.
fn matters(statement: &Statement) -> Vec<(&'static str, Matter)> {
    let mut found = Vec::new();
    if !matches!(statement.truth, Truth::Awaited { .. }) {
        return found;
    }
    if statement.overdue_days().is_some() && !matches!(statement.freshness, Freshness::Expired(_)) {
        found.push(("agenda, limit", Matter::Overdue));
    }
    found.push(match statement.freshness {
        Freshness::Stale(check) if check.is_whole() => ("agenda, check", Matter::Stale),
        Freshness::Expired(_) => return vec![("agenda, check", Matter::Expired)],
        Freshness::Unchecked => ("agenda, check", Matter::Unchecked),
        Freshness::Fresh(_) | Freshness::Stale(_) | Freshness::Settled => {
            ("agenda, check", Matter::Recheck)
        }
    });
    found.push(("agenda, anniversary", Matter::Anniversary));
    found
}

/// What is said of a promise that was to be kept by 10 March 2022, in each of its states.
fn promises(words: &Words) -> String {
    let entry = |status| StatusEntry { date: day("2021-06-01"), status, by: None, source: None };
    let promise = |checked: Option<&str>, status| Commitment {
        by: None,
        made: None,
        what: Translated::from("Doors that close".to_owned()),
        due: Some(day(LIMIT)),
        checked: checked.map(day),
        history: vec![entry(status)],
    };
    let cases = [
        ("kept", promise(None, Status::Kept), None),
        ("compromised", promise(None, Status::Compromised), None),
        ("broken", promise(None, Status::Broken), None),
        (
            "checked after its date",
            promise(Some("2022-12-01"), Status::InProgress),
            Some(Matter::CommitmentPassed),
        ),
        (
            "not checked since its date",
            promise(Some("2022-01-01"), Status::Pledged),
            Some(Matter::CommitmentUnchecked),
        ),
        ("never checked", promise(None, Status::Stalled), Some(Matter::CommitmentUnchecked)),
    ];
    let mut out = String::new();
    for (name, promise, matter) in &cases {
        let state = promise_state(promise.due, promise.checked, &promise.history, day(TODAY));
        let said = matter.map(|matter| {
            let sentence = super::agenda_promise(words, matter, promise, Some("OVHcloud"));
            format!("{} | {sentence}", super::label(words, matter))
        });
        let status = super::status(words, promise.history[0].status).to_owned();
        let parts = [status, super::promise_note(words, state), said.unwrap_or_default()];
        let parts: Vec<&str> =
            parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        writeln!(out, "- {name}: {}", parts.join(" | ")).expect("a string");
    }
    out
}

fn all() -> String {
    let lexicon = Lexicon::load(&Tree::default(), "ledger").value;
    let mut out = "# What is said of a clock\n\nAs of 7 December 2022, of an incident of 10 March 2021, in every place and language. \
                   `UPDATE=1` writes this file anew.\n"
        .to_owned();
    for case in cases() {
        write!(out, "\n## {}\n", case.name).expect("a string");
        for language in LANGUAGES {
            let words = lexicon.get(language).expect("words of the program");
            write!(out, "\n### {language}\n\n{}", said(&case, words)).expect("a string");
        }
    }
    out.push_str("\n## Promises, to be kept by 10 March 2022\n");
    for language in LANGUAGES {
        write!(
            out,
            "\n### {language}\n\n{}",
            promises(lexicon.get(language).expect("words of the program"))
        )
        .expect("a string");
    }
    out
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test that writes its own snapshot, and only when it is asked to"
)]
fn every_statement_is_said_in_every_place_and_language_as_it_is_written_down() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statements.md");
    let said = all();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, said).expect("the file rewritten");
    } else {
        assert!(
            said == std::fs::read_to_string(path).expect("the statements"),
            "read what changed, and write it anew with UPDATE=1"
        );
    }
}

#[test]
fn without_is_only_said_where_somebody_has_looked() {
    let english = Words::english();
    for case in cases().iter().filter(|case| case.statement.freshness == Freshness::Unchecked) {
        assert!(!said(case, english).contains("days without"), "{}", case.name);
    }
}

#[test]
fn a_phrase_keeps_names_and_numbers_apart_from_the_words_around_them() {
    let words = Words::english();
    let named = Phrase::list(words, &[name("A"), name("B"), name("C")]);
    assert_eq!(named.text(), "A, B and C");
    let said =
        super::compose!(words, "sum-published", the = "the report", about = "", date = &named);
    assert_eq!(said.sentence_case().text(), "The report was published A, B and C.");
}
