//! The agenda's page and calendar, and that nothing breaks a calendar.

use crate::harness::{incident, site, words};

const SITE: &str = "\
-- content/organisations/operator.md --
---
title: The operator
role: operator
---
-- content/incidents/fire.md --
---
title: A fire, and what came of it
occurred: 2020-12-01 23:30
timezone: Europe/Paris
sources: [{title: A paper}]
awaiting:
  - {id: report, report: final-report, from: operator, within: 12 months, checked: 2026-11-20}
  - {id: yearly, report: interim-report, from: operator, due: 2027-03-01, force: hard, checked: 2026-10-01}
replies: [{asked: 2026-11-01, of: operator, channel: e-mail, deadline: 2026-11-30}]
---
";

#[test]
fn the_page_tells_what_has_passed_and_what_is_due_and_leaves_the_rest_to_the_desk() {
    let page = site(SITE).as_of("2026-11-22").text("agenda/index.html");
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    assert_eq!(
        words(&format!("<main{main}")),
        "Docket Agenda Agenda What falls due, and what has passed. As a calendar that a calendar program can follow. \
         Date passed Limits, targets and promises whose day is over, oldest first \
         1 December 2021 1,817 days ago Final report from The operator Target passed · A fire, and what came of it \
         Target: 1 December 2021. None found as of 20 November 2026. \
         Due next What falls due within a year \
         1 December 2026 in 9 days Final report from The operator Anniversary · A fire, and what came of it \
         On 1 December 2026 it will be 6 years without a final report from The operator, unless it appears before. \
         1 December 2026 in 9 days Interim report from The operator Anniversary · A fire, and what came of it \
         On 1 December 2026 it will be 6 years without an interim report from The operator, unless it appears before. \
         1 March 2027 in 99 days Interim report from The operator Due · A fire, and what came of it Legal limit: 1 March 2027."
    );
}

#[test]
fn the_calendar_holds_what_the_page_holds_if_it_has_a_day() {
    let calendar = unfolded(&site(SITE).as_of("2026-11-22").text("agenda.ics"));
    let of =
        |name: &str| calendar.iter().filter_map(|line| line.strip_prefix(name)).collect::<Vec<_>>();
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20211201", "20261201", "20261201", "20270301"]);
    assert_eq!(
        of("SUMMARY:"),
        [
            "Target passed: Final report from The operator (A fire\\, and what came of it)",
            "Anniversary: Final report from The operator (A fire\\, and what came of it)",
            "Anniversary: Interim report from The operator (A fire\\, and what came of it)",
            "Due: Interim report from The operator (A fire\\, and what came of it)",
        ]
    );
}

/// The content lines of a calendar, unfolded.
fn unfolded(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n"), "the last line ends");
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

const HOSTILE: &str = "\
-- content/incidents/a.md --
---
title: \"A; B, C \\\\ D\\r\\nBEGIN:VALARM\\nEND:VEVENT 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥\"
occurred: 2021-03-10
awaiting: [{report: final-report, within: 1 year}]
sources: [{title: A paper}]
---
";

#[test]
fn one_event_goes_in_and_one_comes_out_whatever_its_title_holds() {
    let calendar = site(HOSTILE).as_of("2022-03-01").text("agenda.ics");
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line}");
    }
    let lines = unfolded(&calendar);
    let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
    // The limit and the anniversary fall on one day.
    assert_eq!(
        (count("BEGIN:VEVENT"), count("END:VEVENT"), count("BEGIN:VALARM")),
        (2, 2, 0),
        "{lines:#?}"
    );
    let title = format!("A\\; B\\, C \\\\ D\\nBEGIN:VALARM\\nEND:VEVENT {}", "🔥".repeat(75));
    assert!(lines.contains(&format!("SUMMARY:Due: Final report ({title})")), "{lines:#?}");
}

#[test]
fn an_event_ends_on_the_day_after_and_is_stamped_with_the_as_of() {
    let site = incident(
        "occurred: 2021-03-10 00:47\ntimezone: Pacific/Apia\nawaiting: [{report: final-report, within: 1 month}]\nsources: [{title: A paper}]",
    );
    let dated = |when: &str| {
        let calendar = unfolded(&site.as_of(when).text("agenda.ics"));
        let kept =
            calendar.into_iter().filter(|line| line.starts_with("DT") || line.starts_with("UID"));
        kept.collect::<Vec<_>>().join("\n")
    };
    let event = "UID:limit-incidents-a-clock-final-report@watch.example\n";
    let day = "DTSTART;VALUE=DATE:20210410\nDTEND;VALUE=DATE:20210411";
    assert_eq!(dated("2021-04-01"), format!("{event}DTSTAMP:20210401T000000Z\n{day}"));
    assert_eq!(dated("2021-04-09T22:30Z"), format!("{event}DTSTAMP:20210409T223000Z\n{day}"));
    // Passed, and still the same event.
    assert_eq!(dated("2021-05-01"), format!("{event}DTSTAMP:20210501T000000Z\n{day}"));
}

#[test]
fn things_of_one_name_are_events_of_their_own() {
    let calendar = site(
        "-- content/organisations/operator.md --\n---\ntitle: The operator\nrole: operator\n---\n-- content/incidents/a.md --\n---\ntitle: A fire\n\
         occurred: 2021-03-10\nawaiting: [{report: final-report, checked: 2021-04-01}]\nsources: [{title: A paper}]\ncommitments:\n  \
         - {by: operator, made: 2021-03-20, what: New pumps, due: 2021-06-01}\n  - {by: operator, made: 2021-03-21, what: New pumps!, due: 2021-07-01}\n\
         replies: [{asked: 2021-03-30, of: operator, deadline: 2021-04-10}, {asked: 2021-03-30, of: operator, deadline: 2021-04-20}]\n---\n",
    )
    .as_of("2021-04-01")
    .text("agenda.ics");
    let unfolded = unfolded(&calendar);
    let names: Vec<&str> = unfolded
        .iter()
        .filter_map(|line| line.strip_prefix("UID:")?.strip_suffix("@watch.example"))
        .collect();
    assert_eq!(names, ["commitment-incidents-a-new-pumps", "commitment-incidents-a-new-pumps-2",]);
}

#[test]
fn drafts_and_scheduled_records_are_not_on_the_public_page() {
    let site = incident("occurred: 2021-03-10\nsources: [{title: A paper}]")
        .with("content/articles/later.md", "---\ntitle: Later\ndate: 2027-01-01\n---\n")
        .with(
            "content/articles/draft.md",
            "---\ntitle: Unfinished\ndate: 2021-04-01\ndraft: true\n---\n",
        );
    let compiled = site.now("2026-11-22T12:00:00Z");
    for file in ["agenda/index.html", "agenda.ics"] {
        let text = compiled.text(file);
        assert!(!text.contains("Later") && !text.contains("Unfinished"), "{text}");
    }
}

#[test]
fn a_long_agenda_goes_on_on_other_pages() {
    let mut text = String::new();
    for nth in 0..130 {
        text += &format!(
            "-- content/incidents/i{nth}.md --\n---\ntitle: Fire {nth}\noccurred: 2021-03-10\nsources: [{{title: A paper}}]\n\
             awaiting: [{{report: final-report, within: 12 months, checked: 2022-03-20}}]\n---\n"
        );
    }
    let built = site(&text).as_of("2022-03-25");
    let lines = |path: &str| built.text(path).matches("<li class=\"expected").count();
    assert_eq!((lines("agenda/index.html"), lines("agenda/page/2/index.html")), (100, 30));
    assert!(!built.has("agenda/page/3/index.html"));
}

#[test]
fn a_line_has_what_the_script_needs_to_go_on_with_it() {
    let page = site(SITE).as_of("2026-11-22").text("agenda/index.html");
    // A limit that has passed is told with its check; one to come with the words for when it has.
    assert!(
        page.contains(
            "data-since=\"2021-12-01\" data-zone=\"Europe/Paris\" data-as-of=\"2026-11-22\" data-checked=\"2026-11-20\" data-recheck=\"30\" data-expired=\"\""
        ),
        "{page}"
    );
    assert!(page.contains("data-due=\"2027-03-01\" data-badge-overdue=\"Overdue\""), "{page}");
    // Nobody has seen a round length reached before its day: then the line goes.
    assert!(
        page.contains(
            "data-due=\"2026-12-01\" data-badge-overdue=\"\" data-expired=\"\" data-passed=\"\""
        ),
        "{page}"
    );
    assert!(
        page.contains("data-ahead=\"in {days}\" data-today=\"today\" data-ago=\"{days} ago\""),
        "{page}"
    );
}

#[test]
fn an_answer_to_a_recommendation_is_due_and_is_late_only_where_somebody_looked() {
    let with = |lines: &str, as_of: &str| {
        site(&format!(
            "-- content/organisations/op.md --\n---\ntitle: The operator\n---\n\
             -- content/incidents/a.md --\n---\ntitle: Derailment\noccurred: 2024-01-01\nawaiting: none\n---\n\
             -- content/responses/r.md --\n---\ntitle: Report\nkind: order\ndate: 2024-06-01\nincidents: a\n\
             recommendations:\n  - {{id: R1, to: op, text: Fit alarms., {lines}}}\n---\n"
        ))
        .as_of(as_of)
    };
    let said = |lines: &str, as_of: &str| {
        let compiled = with(lines, as_of);
        (compiled.words("agenda/index.html"), compiled.words("responses/r/index.html"))
    };
    // Ninety days, and the date that they come to.
    for lines in ["due: 2024-08-30", "within: 90 days"] {
        let (agenda, page) = said(lines, "2024-08-01");
        assert!(agenda.contains("Answer due"), "{agenda}");
        assert!(
            agenda.contains("An answer from The operator is due by 30 August 2024."),
            "{agenda}"
        );
        assert!(page.contains("Answer due 30 August 2024"), "{page}");
    }
    // Not knowing is never lateness.
    let (agenda, page) = said("due: 2024-08-30", "2024-12-01");
    assert!(agenda.contains("Whether there is one is not known"), "{agenda}");
    assert!(page.contains("30 August 2024 nobody has noted looking since"), "{page}");
    let (agenda, page) = said("due: 2024-08-30, checked: 2024-08-30", "2024-12-01");
    assert!(agenda.contains("Whether there is one is not known"), "{agenda} {page}");
    let (agenda, page) = said("due: 2024-08-30, checked: 2024-11-20", "2024-12-01");
    assert!(agenda.contains("Answer due, none found"), "{agenda}");
    assert!(agenda.contains("None found as of 20 November 2024."), "{agenda}");
    assert!(page.contains("none found as of 20 November 2024"), "{page}");
    // Whatever was answered is an answer.
    let (agenda, page) =
        said("due: 2024-08-30, status_of: [{date: 2024-08-20, status: pledged}]", "2024-12-01");
    assert!(!agenda.contains("Fit alarms") && !page.contains("none found"), "{agenda} {page}");
    // As of an earlier day the later answer is not known.
    let (agenda, _) =
        said("due: 2024-08-30, status_of: [{date: 2024-08-20, status: pledged}]", "2024-08-10");
    assert!(agenda.contains("Fit alarms"), "{agenda}");
    let codes = |lines: &str| with(lines, "2024-12-01").codes();
    assert_eq!(codes("due: 2024-08-30, within: 90 days"), ["keys-exclusive:7"]);
    assert_eq!(codes("within: 90 working days"), ["period-form:7"]);
}
