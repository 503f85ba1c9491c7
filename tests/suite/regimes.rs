//! Reporting duties: which clocks they declare, by when these are due, and what is said of them.

use serde_json::{Value, json};

use crate::harness::{Site, site};

/// A site with one incident `a` at 10:40 on Tuesday 3 November 2026 in Paris, with these lines in
/// its front matter, and more files.
fn duty(lines: &str, files: &str) -> Site {
    site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2026-11-03 10:40\ntimezone: Europe/Paris\n{lines}\n---\n\
         -- content/organisations/acme.md --\n---\ntitle: Acme\nrole: operator\n---\n{files}"
    ))
}

/// A regime of the site's own, `content/regimes/own.yaml`.
fn own(lines: &str) -> String {
    format!("-- content/regimes/own.yaml --\ntitle: A duty of our own\n{lines}\n")
}

/// The fields of a clock's row, in the order asked for.
fn fields(row: &Value, names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| row[name].clone()).collect()
}

#[test]
fn a_limit_chained_to_a_document_is_provisional_until_that_document_is_there() {
    let lines = "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]";
    let waiting = duty(lines, "").as_of("2026-11-04T08:00Z");
    let provisional = waiting.clock("a/eu-nis2/final-report");
    // 72 hours from 11:00 on 3 November end at 11:00 on 6 November; a month later is a Sunday, and
    // moves to Monday.
    assert_eq!(waiting.clock("a/eu-nis2/notification")["due"], "2026-11-06T10:00:00Z");
    assert_eq!(
        fields(&provisional, &["due", "provisional", "standing", "elapsed_days"]),
        [json!("2026-12-07"), json!(true), json!("waiting"), Value::Null]
    );
    let page = waiting.words("incidents/a/index.html");
    assert!(page.contains("Legal limit, provisional: 7 December 2026, counted from a date by which another document is due"), "{page}");
    assert!(page.contains("Due, provisionally 7 December 2026"), "{page}");

    let response = "-- content/responses/n.md --\n---\ntitle: Notified\nkind: notification\ndate: 2026-11-04 09:00\ntimezone: Europe/Paris\n\
                    by: acme\nincidents: a\n---\n";
    let notified = duty(lines, response).as_of("2026-11-05");
    let actual = notified.clock("a/eu-nis2/final-report");
    assert_eq!(
        fields(&actual, &["due", "provisional", "since"]),
        [json!("2026-12-04"), json!(false), json!("2026-11-04 09:00")]
    );
}

#[test]
fn a_duty_that_was_not_in_force_does_not_apply_and_says_so_on_both_pages() {
    let later = duty(
        "regimes: own",
        &own(
            "effective: {from: 2026-12-01}\nlimits: [{id: r, report: notification, within: 3 days}]",
        ),
    );
    let built = later.as_of("2026-11-20");
    assert_eq!(built.codes(), ["regime-not-applied:5"]);
    assert!(built.find_clock("a/own/r").is_none());
    assert!(built.find_clock("a/final-report").is_none(), "nobody asked for a final report");
    let why =
        "it was not in force on the day of the incident: it came into force on 1 December 2026";
    let incident = built.words("incidents/a/index.html");
    assert!(
        incident.contains(&format!("A duty of our own It does not apply to this incident: {why}.")),
        "{incident}"
    );
    let page = built.words("regimes/own/index.html");
    assert!(page.contains(&format!("Does not apply to A fire Because {why}.")), "{page}");
    assert!(page.contains("No clock on this site runs under this duty."), "{page}");
}

#[test]
fn a_duty_applies_on_its_first_and_its_last_day() {
    let one_day = own(
        "effective: {from: 2026-11-03, to: 2026-11-03}\nlimits: [{id: r, report: notification, within: 3 days}]",
    );
    let built = duty("regimes: own", &one_day).as_of("2026-11-20");
    assert!(built.codes().is_empty(), "{}", built.complaints());
    assert_eq!(built.clock("a/own/r")["due"], "2026-11-06");
}

#[test]
fn apply_anyway_makes_the_clocks_and_the_duty_says_that_it_was_decided() {
    let bill = duty(
        "aware: 2026-11-03 10:40\nregimes: [{regime: uk-csr-bill, from: acme, apply: anyway}]",
        "",
    )
    .as_of("2026-11-03");
    assert!(bill.codes().is_empty(), "{}", bill.complaints());
    assert_eq!(bill.clock("a/uk-csr-bill/initial-notification")["due"], "2026-11-04T09:40:00Z");
    let page = bill.words("regimes/uk-csr-bill/index.html");
    assert!(page.contains("Standing Proposed, and not law"), "{page}");
    assert!(page.contains("Applied all the same By decision of the editors A fire The clocks are shown although it is proposed"), "{page}");
}

#[test]
fn what_is_filed_in_confidence_is_never_shown_as_missed() {
    let lines = "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]\nawaiting: [{report: final-report, checked: 2026-11-20}]";
    let text = "-- content/pages/p.md --\n---\ntitle: P\n---\n{{ days(\"a/eu-nis2/early-warning\") }} \
                {{ days(\"a/eu-nis2/early-warning\", as_of=\"2026-11-05\") }} {{ standing(\"a/eu-nis2/early-warning\") }} \
                {{ ratio(\"a/eu-nis2/early-warning\", \"a/final-report\") }}\n";
    let built = duty(lines, text).as_of("2026-11-20");
    let row = built.clock("a/eu-nis2/early-warning");
    assert_eq!(
        fields(&row, &["standing", "elapsed_days", "overdue_days", "days_late", "headline"]),
        [json!("confidential"), json!(17), Value::Null, Value::Null, json!(false)]
    );
    let said = "No public evidence of filing; filings under this rule are confidential.";
    let incident = built.words("incidents/a/index.html");
    assert!(
        incident.contains(&format!(
            "Filing confidential Legal limit: 4 November 2026, 11:00; within 24 hours. Early warning from Acme. {said}"
        ))
    );
    assert!(incident.contains("Early warning Due; filings are confidential"), "{incident}");
    let prose = built.words("pages/p/index.html");
    assert!(prose.contains(&format!(
        "an unknown number of days (filings under this rule are confidential) a count that cannot be made Filing confidential {said} \
         a number of times that is not known"
    )));
    for page in [
        "index.html",
        "incidents/a/index.html",
        "organisations/acme/index.html",
        "regimes/eu-nis2/index.html",
    ] {
        let html = built.text(page);
        assert!(!html.contains("data-badge-overdue"), "{page} may turn overdue in the browser");
        assert!(!built.words(page).contains("17 days without an early warning"), "{page}");
    }
    let docket = built.words("index.html");
    let rows = &docket[docket.find("Still waiting").expect("rows")..];
    assert!(
        rows.find("Final report 17").expect("a count")
            < rows.find("Early warning, from Acme").expect("the other"),
        "{rows}"
    );
}

#[test]
fn days_under_a_confidential_duty_are_not_counted_before_its_limit_either() {
    let built = duty("regimes: [{regime: kr-bcdf, from: acme, checked: 2026-11-04}]", "")
        .as_of("2026-11-20");
    assert_eq!(built.clock("a/kr-bcdf/report")["standing"], "waiting");
    let page = built.words("incidents/a/index.html");
    assert!(page.contains("Filing confidential No time limit recorded. Final report from Acme. No public evidence of filing;"), "{page}");
    assert!(
        !built.words("index.html").contains("The longest wait on this site"),
        "it leads nothing"
    );
}

#[test]
fn a_document_that_became_public_stops_a_confidential_clock_and_says_nothing_of_when_it_was_filed()
{
    let response = "-- content/responses/n.md --\n---\ntitle: Told\nkind: early-warning\ndate: 2026-11-06\nby: acme\nincidents: a\n---\n";
    let lines = "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]";
    let row = duty(lines, response).as_of("2026-11-20").clock("a/eu-nis2/early-warning");
    assert_eq!(
        fields(&row, &["standing", "elapsed_days", "days_late"]),
        [json!("published"), json!(3), json!(null)]
    );
}

#[test]
fn the_earliest_of_several_limits_counts_and_one_without_its_start_is_passed_over() {
    let with = |triggers: &str| {
        duty(&format!("regimes: [{{regime: eu-dora-art19, triggers: {{{triggers}}}}}]"), "")
            .as_of("2026-11-03")
    };
    let due = |triggers: &str| {
        with(triggers).clock("a/eu-dora-art19/initial-notification")["due"].clone()
    };
    assert_eq!(
        due("aware: 2026-11-03 10:40, classified: 2026-11-03 12:00"),
        "2026-11-03T16:00:00Z"
    );
    assert_eq!(
        due("aware: 2026-11-03 10:40"),
        "2026-11-04T10:00:00Z",
        "24 hours from the next full hour"
    );
    assert_eq!(
        due("classified: 2026-11-03 12:00"),
        "2026-11-03T16:00:00Z",
        "4 hours from the next full hour"
    );
    let neither = duty("regimes: eu-dora-art19", "").as_of("2026-11-03");
    let row = neither.clock("a/eu-dora-art19/initial-notification");
    assert_eq!(
        fields(&row, &["standing", "missing", "due"]),
        [json!("unknown"), json!("classified"), Value::Null]
    );
    let page = with("aware: 2026-11-03 10:40").words("incidents/a/index.html");
    assert!(
        page.contains(
            "Legal limit: 4 November 2026, 11:00; within 4 hours or 24 hours, whichever ends first"
        ),
        "{page}"
    );
}

#[test]
fn a_fixed_day_is_reckoned_from_the_year_of_the_incident() {
    let built = duty("regimes: [{regime: entsoe-ics-3, from: acme}]", "").as_of("2026-11-20");
    let row = built.clock("a/entsoe-ics-3/final-report");
    assert_eq!(
        fields(&row, &["due", "due_ends", "standing"]),
        [json!("2027-09-30"), json!("end-of-day"), json!("waiting")]
    );
    let page = built.words("incidents/a/index.html");
    assert!(
        page.contains("Legal limit: 30 September 2027; 30 September of the following year"),
        "{page}"
    );
}

#[test]
fn a_limit_that_repeats_is_due_again_at_each_anniversary_of_the_start() {
    let due = |as_of: &str| {
        duty("regimes: icao-annex13", "").as_of(as_of).clock("a/icao-annex13/interim-statement")["due"].clone()
    };
    assert_eq!(due("2026-11-20"), "2027-11-03");
    assert_eq!(due("2027-11-03"), "2027-11-03");
    assert_eq!(due("2027-11-04"), "2027-11-03", "it has passed without a document");
}

#[test]
fn triggers_of_the_duty_go_before_those_of_the_incident() {
    let lines = "aware: 2026-11-03 12:00\nregimes: [{regime: in-certin, triggers: {aware: 2026-11-04 09:30}}]";
    let row = duty(lines, "").as_of("2026-11-04").clock("a/in-certin/report");
    assert_eq!(
        fields(&row, &["since", "due"]),
        [json!("2026-11-04 09:30"), json!("2026-11-04T14:30:00Z")]
    );
}

#[test]
fn an_unknown_trigger_is_named_and_nothing_is_counted() {
    let built = duty("regimes: [{regime: ca-crtc-2025-225, from: acme}]", "").as_of("2026-11-20");
    let row = built.clock("a/ca-crtc-2025-225/notification");
    let names = ["standing", "missing", "elapsed_days", "due"];
    assert_eq!(
        fields(&row, &names),
        [json!("unknown"), json!("threshold-met"), Value::Null, Value::Null]
    );
    let page = built.words("incidents/a/index.html");
    assert!(
        page.contains(
            "within 2 hours; it cannot be dated, because the time of “threshold met” is not known."
        ),
        "{page}"
    );
    assert!(page.contains("Begins with “threshold met”, of which the time is not known"), "{page}");
}

#[test]
fn a_limit_in_hours_needs_a_time_of_day() {
    let built = duty("aware: 2026-11-03\nregimes: eu-gdpr-33", "").as_of("2026-11-20");
    let row = built.clock("a/eu-gdpr-33/notification");
    assert_eq!(
        fields(&row, &["standing", "missing"]),
        [json!("unknown"), json!("a limit in hours needs a time of day")]
    );
}

#[test]
fn a_file_of_the_sites_own_stands_in_for_the_built_in_duty_of_its_name() {
    let text = "-- content/regimes/eu-nis2.yaml --\ntitle: NIS2 as transposed here\nverified: 2026-10-01\npublicly_observable: true\n\
                limits: [{id: report, report: final-report, within: 2 weeks}]\n";
    let built = duty("regimes: eu-nis2", text).as_of("2026-11-20");
    assert_eq!(built.clock("a/eu-nis2/report")["due"], "2026-11-17");
    assert!(built.find_clock("a/eu-nis2/early-warning").is_none());
    let page = built.words("regimes/eu-nis2/index.html");
    assert!(page.contains("NIS2 as transposed here"), "{page}");
    assert!(
        page.contains("Official text Compared with the official journal, on 1 October 2026"),
        "{page}"
    );
    assert!(page.contains("A target. Where it has passed, the page says “target passed”; that is no breach of anything."), "{page}");
    let earlier = duty("regimes: eu-nis2", text).as_of("2026-09-30");
    assert!(
        earlier
            .words("regimes/eu-nis2/index.html")
            .contains("Official text Not compared with the official journal")
    );
}

#[test]
fn a_holiday_more_in_the_calendar_moves_the_due_date_of_open_and_closed_clocks() {
    let calendar = |more: &str| {
        format!(
            "-- content/calendars/here.yaml --\ntitle: Here\nweekend: [saturday, sunday]\ncovers: [2020, 2030]\n\
             holidays: {{2026-04-06: Easter Monday{more}}}\n"
        )
    };
    let rules = own(
        "publicly_observable: true\nlimits:\n  - {id: open, report: final-report, within: 3 working days, calendar: here}\n  \
                     - {id: done, report: notification, within: 3 working days, calendar: here}",
    );
    let response = "-- content/responses/n.md --\n---\ntitle: Told\nkind: notification\ndate: 2026-11-07\nby: acme\nincidents: a\n---\n";
    let built = |more: &str| {
        duty("regimes: own", &format!("{rules}{}{response}", calendar(more))).as_of("2026-11-20")
    };
    let dues = |more: &str| {
        ["open", "done"].map(|limit| {
            fields(&built(more).clock(&format!("a/own/{limit}")), &["due", "days_late"])
        })
    };
    assert_eq!(dues(""), [[json!("2026-11-06"), Value::Null], [json!("2026-11-06"), json!(1)]]);
    let day = ", 2026-11-05: A new holiday";
    assert_eq!(dues(day), [[json!("2026-11-09"), Value::Null], [json!("2026-11-09"), Value::Null]]);
    let page = built(day).words("incidents/a/index.html");
    assert!(page.contains("passing over 5 November 2026 (A new holiday), 7 November 2026 (Saturday), 8 November 2026 (Sunday)"), "{page}");
    let examples = |more: &str| built(more).words("regimes/own/index.html");
    assert!(
        examples("").contains("The incident: Friday 3 April 2026 Thursday 9 April 2026"),
        "{}",
        examples("")
    );
    assert!(
        examples(", 2026-04-08: Another")
            .contains("The incident: Friday 3 April 2026 Friday 10 April 2026")
    );
}

#[test]
fn the_page_of_a_duty_says_what_it_is_and_works_its_limits_out() {
    let built = duty("aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]", "")
        .as_of("2026-11-20");
    let page = built.words("regimes/eu-nis2/index.html");
    for words in [
        "This is not legal advice.",
        "Where it holds European Union",
        "Standing In force",
        "In effect From 18 October 2024",
        "Not compared with the official journal",
        "Early warning 24 hours Awareness of it CSIRT or competent authority On the clock from the next full hour",
        "nobody outside can see whether a document was filed",
        "Directive (EU) 2022/2555, Article 23(4)",
        "The words are those of three stored copies",
        "Awareness of it: Friday 6 March 2026, 10:15 Saturday 7 March 2026, 11:00 How this was counted Limit runs from 6 March 2026, 10:15 (UTC)",
        "The notification still awaited, due 9 March 2026, 11:00 Thursday 9 April 2026, provisionally",
        "The notification: Saturday 31 January 2026 Monday 2 March 2026",
        "(the month has no such day, so that it ends with the month)",
        "A fire Early warning, from Acme filings are confidential Filing confidential",
    ] {
        assert!(page.contains(words), "{words}\n\n{page}");
    }
    assert!(built.text("incidents/a/index.html").contains(
        "<a href=\"../../regimes/eu-nis2/\">Directive (EU) 2022/2555, Article 23(4)</a>"
    ));
    let list = built.words("regimes/index.html");
    assert!(
        list.contains(
            "NIS2 Directive, Article 23 European Union In force From 18 October 2024 early warning: 24 hours; notification: 72 hours;"
        ),
        "{list}"
    );
    assert!(
        !built.has("regimes/eu-gdpr-33/index.html"),
        "a duty that no incident names has no page"
    );
}

#[test]
fn a_duty_that_says_little_has_a_page_that_says_what_is_missing() {
    let page = duty("", &own("limits: []")).as_of("2026-11-20").words("regimes/own/index.html");
    assert!(!page.contains("In force"), "since when, nobody says: {page}");
    for words in [
        "Where it holds Not said",
        "In effect No dates are given here",
        "No limits are given.",
        "No provision is cited.",
        "Its words are not quoted, and no reason is given.",
        "There is no limit to work out.",
        "No clock on this site runs under this duty.",
    ] {
        assert!(page.contains(words), "{words}\n\n{page}");
    }
}

#[test]
fn every_built_in_duty_has_a_page_whose_limits_are_worked_out() {
    for (id, _) in overdue::load::built_in_regimes() {
        let built =
            duty(&format!("regimes: [{{regime: {id}, apply: anyway}}]"), "").as_of("2026-11-20");
        let page = built.text(&format!("regimes/{id}/index.html"));
        let worked = page.matches("<summary>How this was counted</summary>").count();
        let limits = page.matches("<tr id=\"limit-").count();
        assert!(limits > 0, "{id}");
        assert!(worked >= limits || *id == "kr-bcdf", "{id}: {worked} examples of {limits} limits");
    }
}

#[test]
fn a_limit_falls_away_with_a_trigger_that_is_known_and_not_before() {
    let rules = own(
        "limits:\n  - {id: whole, report: notification, within: 3 days, unless: {since: classified}}\n  \
         - {id: part, report: final-report, earliest_of: [{within: 1 day, since: occurred, unless: {since: classified}}, \
         {within: 3 days, since: classified}]}",
    );
    let lines = "triggers: {classified: 2026-11-05}\nregimes: own";
    let due = |as_of: &str, clock: &str| {
        let built = duty(lines, &rules).as_of(as_of);
        built.find_clock(clock).map(|row| row["due"].clone())
    };
    assert_eq!(due("2026-11-04", "a/own/whole"), Some(json!("2026-11-06")));
    assert_eq!(due("2026-11-04", "a/own/part"), Some(json!("2026-11-04")));
    assert_eq!(due("2026-11-05", "a/own/whole"), None);
    assert_eq!(due("2026-11-05", "a/own/part"), Some(json!("2026-11-08")));
}

#[test]
fn a_limit_that_begins_with_the_latest_document_begins_again_with_each() {
    let interim = |id: &str, day: &str| {
        format!(
            "-- content/responses/{id}.md --\n---\ntitle: {id}\nkind: interim-report\ndate: {day}\nincidents: a\n---\n"
        )
    };
    let rules = own("limits:\n  - {id: interim, report: interim-report, within: 3 days}\n  \
         - {id: last, report: final-report, within: 1 month, since: {limit: interim, document: latest}}");
    let final_report = "-- content/responses/end.md --\n---\ntitle: End\nkind: final-report\ndate: 2026-12-06\nincidents: a\n---\n";
    let files = format!(
        "{rules}{}{}{}{final_report}",
        interim("one", "2026-11-05"),
        interim("two", "2026-11-10"),
        interim("after", "2026-12-20")
    );
    let row = |as_of: &str| {
        fields(
            &duty("regimes: own", &files).as_of(as_of).clock("a/own/last"),
            &["due", "since", "days_late"],
        )
    };
    assert_eq!(row("2026-11-09"), [json!("2026-12-05"), json!("2026-11-05"), Value::Null]);
    assert_eq!(row("2026-11-10"), [json!("2026-12-10"), json!("2026-11-10"), Value::Null]);
    assert_eq!(row("2026-12-31"), [json!("2026-12-10"), json!("2026-11-10"), Value::Null]);
}

#[test]
fn each_of_several_limits_counts_by_its_own_calendar() {
    let calendar = "-- content/calendars/school.yaml --\ntitle: School days\nincludes: [gb-any-part]\ncovers: [2021, 2021]\n\
                    holidays: {2021-07-21: x, 2021-07-22: x, 2021-07-23: x, 2021-07-26: x}\n";
    let rules = own(
        "limits:\n  - id: answer\n    report: final-report\n    earliest_of: [{within: 20 working days, since: asked, calendar: school}, \
         {within: 60 working days, since: asked, calendar: gb-any-part}]",
    );
    let lines = "regimes: [{regime: own, triggers: {asked: 2021-07-19}, apply: anyway}]";
    let row = site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-07-19\n{lines}\n---\n{calendar}{rules}"
    ))
    .as_of("2021-12-01")
    .clock("a/own/answer");
    assert_eq!(row["due"], "2021-08-23");
}

#[test]
fn an_entry_says_of_all_limits_or_of_one_what_a_clock_of_the_editors_own_can() {
    let rules =
        own("force: hard\nlimits:\n  - {id: notice, report: notification, within: 3 days}\n  \
         - {id: report, report: final-report, within: 1 month}");
    let entry = "regimes:\n  - regime: own\n    checked: 2026-11-19\n    force: soft\n    calendar: fr\n    limits:\n      \
                 notice: {closed: {on: 2026-11-10, why: The plant was sold}}\n      \
                 report: {title: audit of the plant, from: acme, force: hard, roll: next-working-day, checked_where: [https://acme.example/], \
                 recheck_every: 90 days, paused: [{from: 2026-11-05, to: 2026-11-10, why: By request}], \
                 extended: [{to: 1 week, on: 2026-11-12, by: acme, why: More time}]}\n";
    let french = "-- content/incidents/a.fr.md --\n---\ntitle: Un incendie\nregimes:\n  - regime: own\n    limits:\n      \
                  notice: {closed: {why: L’usine a été vendue}}\n      \
                  report: {title: audit de l’usine, paused: [{why: Sur demande}], extended: [{why: Plus de temps}]}\n---\n";
    let settings =
        "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\nlanguages: [en, fr]\n";
    let built = duty(entry, &format!("{settings}{rules}{french}")).as_of("2026-11-20");
    assert!(built.codes().is_empty(), "{}", built.complaints());
    let notice = built.clock("a/own/notice");
    assert_eq!(
        fields(&notice, &["standing", "force", "from"]),
        [json!("closed"), json!("soft"), Value::Null]
    );
    // A month after 3 November and five days of pause is 8 December; a week more, the 15th.
    let report = built.clock("a/own/report");
    assert_eq!(
        fields(
            &report,
            &["due", "due_original", "force", "from", "checked", "freshness", "document"]
        ),
        [
            json!("2026-12-15"),
            json!("2026-12-08"),
            json!("hard"),
            json!("acme"),
            json!("2026-11-19"),
            json!("fresh"),
            json!("audit of the plant")
        ]
    );
    let page = built.words("incidents/a/index.html");
    assert!(page.contains("More time") && page.contains("The plant was sold"), "{page}");
    let translated = built.words("fr/incidents/a/index.html");
    for words in ["Plus de temps", "L’usine a été vendue", "udit de l’usine"] {
        assert!(translated.contains(words), "{words}\n\n{translated}");
    }
}

/// What the receivers of documents would say is the last day, worked out by hand.
#[test]
fn limits_of_built_in_duties_end_where_their_receivers_say_that_they_do() {
    let cases = [
        ("us-sec-8k-105", "form-8-k", "materiality-determined: 2025-01-06", "2025-01-13"),
        ("us-sec-8k-105", "form-8-k", "materiality-determined: 2023-12-23", "2023-12-29"),
        ("jp-tba-serious", "detailed-report", "occurred: 2026-07-02", "2026-08-03"),
        ("jp-tba-serious", "detailed-report", "occurred: 2025-11-30", "2026-01-05"),
        ("us-fcc-nors", "final-report", "discovered: 2025-03-07 12:00", "2025-04-07"),
        ("us-wa-breach", "notice", "discovered: 2026-10-08", "2026-11-09"),
        ("ca-crtc-2025-225", "report", "ended: 2025-12-01 20:00", "2025-12-31"),
        (
            "eu-dora-art19",
            "initial-notification",
            "aware: 2025-06-02 09:10, classified: 2025-06-03 15:20",
            "2025-06-03T18:00:00Z",
        ),
        (
            "eu-dora-art19",
            "initial-notification",
            "aware: 2025-06-02 09:10",
            "2025-06-03T08:00:00Z",
        ),
    ];
    for (regime, limit, triggers, due) in cases {
        let lines =
            format!("regimes: [{{regime: {regime}, apply: anyway, triggers: {{{triggers}}}}}]");
        let row = duty(&lines, "").as_of("2026-11-20").clock(&format!("a/{regime}/{limit}"));
        assert_eq!(row["due"], due, "{regime}/{limit} after {triggers}");
    }
}

#[test]
fn publish_all_that_a_built_in_duty_asks_for_and_nothing_of_it_is_awaited() {
    for (id, text) in overdue::load::built_in_regimes() {
        let file: Value = serde_yaml::from_str(text).expect("a duty");
        let limits = file["limits"].as_array().expect("limits");
        let names = text.split("since: ").skip(1).filter_map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_lowercase() && letter != '-');
            rest.get(..end.unwrap_or(rest.len())).filter(|name| !name.is_empty())
        });
        let triggers: std::collections::BTreeSet<String> =
            names.map(|name| format!("{name}: 2026-03-02 08:00")).collect();
        let triggers: Vec<String> = triggers.into_iter().collect();
        let entry = format!(
            "regimes: [{{regime: {id}, apply: anyway, from: acme, triggers: {{{}}}}}]",
            triggers.join(", ")
        );
        let mut files = String::new();
        for (at, limit) in limits.iter().enumerate() {
            let kind = limit["report"].as_str().expect("a kind");
            let day = if kind == "final-report" { "2026-03-05" } else { "2026-03-02 09:00" };
            files += &format!(
                "-- content/responses/r{at}.md --\n---\ntitle: R\nkind: {kind}\ndate: {day}\nby: acme\nincidents: a\n---\n"
            );
        }
        let built = site(&format!(
            "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2026-03-02 08:00\n{entry}\n---\n\
             -- content/organisations/acme.md --\n---\ntitle: Acme\n---\n{files}"
        ))
        .as_of("2030-01-01");
        for limit in limits {
            let row = built.clock(&format!("a/{id}/{}", limit["id"].as_str().expect("an id")));
            let standing = row["standing"].as_str().expect("a standing");
            let settled = ["published", "published-late", "ended"].contains(&standing);
            // Where a calendar ends before the due date nobody is late, and it is still published.
            assert!(settled, "{id}: {row}");
            assert_eq!(row["overdue_days"], Value::Null, "{id}: {row}");
        }
    }
}

/// Every worked example of every built-in duty, counted again day by day from the duty's own file:
/// no code is shared with the program but that which reads a calendar's file.
#[test]
fn worked_examples_of_built_in_duties_are_what_a_slow_count_gives() {
    let mut counted = 0;
    let calendars = crate::built_in::calendars();
    for (id, text) in overdue::load::built_in_regimes() {
        let file: Value = serde_yaml::from_str(text).expect("a duty");
        let built =
            duty(&format!("regimes: [{{regime: {id}, apply: anyway}}]"), "").as_of("2026-12-01");
        let page: Value =
            serde_json::from_str(&built.text(&format!("regimes/{id}/index.json"))).expect("JSON");
        let shown = page["view"]["limits"].as_array().expect("limits");
        for (limit, shown) in file["limits"].as_array().expect("limits").iter().zip(shown) {
            let Some(within) = limit["within"].as_str() else { continue };
            for example in shown["examples"].as_array().expect("examples") {
                let (start, due) = (&example["start"], &example["due"]);
                let (start, due) = (start.as_str().expect("text"), due.as_str().expect("text"));
                // While another document is awaited the start is that document's due date.
                if example["provisional"] == true || limit["repeat"].is_string() {
                    continue;
                }
                let start = slow::moment(start);
                let free = |day| slow::is_free(day, limit["calendar"].as_str(), &calendars);
                assert_eq!(
                    slow::moment(due),
                    slow::due(start, within, limit, &free),
                    "{id}: {example}"
                );
                counted += 1;
            }
        }
    }
    assert!(counted > 150, "{counted} examples");
}

/// Days and periods, one at a time.
mod slow {
    use std::collections::BTreeMap;

    use chrono::{
        Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday,
    };
    use overdue::model::{Calendar, Id};
    use serde_json::Value;

    /// The last moment that a text names: `… Friday 6 March 2026, 10:15`; the end of a day is 00:00.
    pub(super) fn moment(text: &str) -> NaiveDateTime {
        let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let year = words
            .iter()
            .rposition(|word| word.len() == 4 && word.parse::<i32>().is_ok())
            .unwrap_or_else(|| panic!("no year: {text}"));
        let day = words[year - 2..=year].join(" ");
        let day = NaiveDate::parse_from_str(&day, "%d %B %Y").expect("a day");
        let time =
            words.get(year + 1).and_then(|word| NaiveTime::parse_from_str(word, "%H:%M").ok());
        let noon = words.get(year + 1).filter(|word| **word == "noon");
        let noon = noon.and_then(|_| NaiveTime::from_hms_opt(12, 0, 0));
        day.and_time(time.or(noon).unwrap_or(NaiveTime::MIN))
    }

    pub(super) fn is_free(
        day: NaiveDate,
        calendar: Option<&str>,
        all: &BTreeMap<Id, Calendar>,
    ) -> bool {
        let listed = |id: &str| {
            let mut names = vec![Id::from(id)];
            let mut at = 0;
            while let Some(name) = names.get(at).cloned() {
                names.extend(all[&name].includes.iter().cloned());
                at += 1;
            }
            names.iter().any(|name| all[name].holidays.contains_key(&day))
        };
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || calendar.is_some_and(listed)
    }

    pub(super) fn due(
        start: NaiveDateTime,
        within: &str,
        limit: &Value,
        is_free: &dyn Fn(NaiveDate) -> bool,
    ) -> NaiveDateTime {
        let (count, unit) = within.split_once(' ').expect("a period");
        let count: u64 = count.parse().expect("a number");
        let unit = unit.trim_end_matches('s');
        let rolls = limit["roll"].as_str().unwrap_or("none");
        if unit == "hour" || unit == "minute" {
            let mut from = start;
            // The hour in which the event falls is not counted, not even one that it begins.
            if limit["hours"] == "eu-1182-71" {
                from += TimeDelta::minutes(1);
                while from.minute() > 0 {
                    from += TimeDelta::minutes(1);
                }
            }
            let minutes = if unit == "hour" { count * 60 } else { count };
            let end = from + TimeDelta::minutes(i64::try_from(minutes).expect("short"));
            let mut day = end.date();
            while rolls != "none" && is_free(day) {
                day = day.succ_opt().expect("a day");
            }
            let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
            return if day == end.date() { end } else { day.and_time(noon) };
        }
        let mut day = start.date();
        match unit {
            "day" => day = day + Days::new(count),
            "month" | "year" => {
                let months = if unit == "year" { count * 12 } else { count };
                let first = (0..months).fold(day.with_day(1).expect("the first"), |first, _| {
                    (first + Days::new(31)).with_day(1).expect("the first of the next month")
                });
                let next = (first + Days::new(31)).with_day(1).expect("the first");
                let last = next.pred_opt().expect("the last").day();
                day = first.with_day(day.day().min(last)).expect("a day");
            }
            "working day" => {
                // By General Instruction B.1 and by Regulation 2 alike, the day itself never counts,
                // and a start on a free day counts from the next working day on.
                let mut left = count;
                while left > 0 {
                    day = day.succ_opt().expect("a day");
                    left -= u64::from(!is_free(day));
                }
            }
            _ => panic!("{unit}"),
        }
        let mut rolled = day;
        while rolls != "none" && is_free(rolled) {
            rolled = rolled.succ_opt().expect("a day");
        }
        let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
        if rolls == "next-working-day-noon" && rolled != day {
            rolled.and_time(noon)
        } else {
            rolled.and_time(NaiveTime::MIN)
        }
    }
}

#[test]
fn links_in_the_rule_of_a_clock_lead_to_pages_of_the_site() {
    let built =
        duty("awaiting: [{report: final-report, rule: \"As [counted](/statistics/).\"}]", "")
            .as_of("2026-11-20");
    assert!(
        built.text("incidents/a/index.html").contains("<a href=\"../../statistics/\">counted</a>")
    );
}

#[test]
fn nobody_is_asked_to_look_for_what_is_filed_in_confidence() {
    let lines =
        "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme, checked: 2026-11-03}]";
    let folder = crate::harness::Folder::new();
    folder.put("overdue.yaml", crate::harness::SETTINGS);
    folder.put(
        "content/incidents/a.md",
        format!("---\ntitle: A fire\noccurred: 2026-11-03 10:40\n{lines}\n---\n"),
    );
    folder.put("content/organisations/acme.md", "---\ntitle: Acme\n---\n");
    let status = folder.run(&["status", "--as-of", "2027-03-20"]).out;
    assert!(!status.contains("eu-nis2"), "{status}");
    let explained =
        folder.run(&["explain", "a/eu-nis2/early-warning", "--as-of", "2027-03-20"]).out;
    assert!(
        explained.contains(
            "Early warning from Acme. No public evidence of filing; filings under this rule are"
        ),
        "{explained}"
    );
    assert!(explained.contains("  Directive (EU) 2022/2555, Article 23(4)"), "{explained}");
}
