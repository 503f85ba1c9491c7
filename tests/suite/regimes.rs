//! Reporting duties: which clocks they declare, by when these are due, and what is said of them.

use serde_json::{Value, json};

use crate::harness::{Site, site};

/// A site with one incident `a` at 10:40 on Tuesday 3 November 2026 in Paris, with these lines in its front matter, and more files.
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
    // 72 hours from 11:00 on 3 November end at 11:00 on 6 November; a month later is a Sunday, and moves to Monday.
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
    assert_eq!(fields(&actual, &["due", "provisional", "since"]), [json!("2026-12-04"), json!(false), json!("2026-11-04 09:00")]);
}

#[test]
fn a_duty_that_was_not_in_force_does_not_apply_and_says_so_on_both_pages() {
    let later = duty("regimes: own", &own("effective: {from: 2026-12-01}\nlimits: [{id: r, report: notification, within: 3 days}]"));
    let built = later.as_of("2026-11-20");
    assert_eq!(built.codes(), ["regime-not-applied:5"]);
    assert!(built.find_clock("a/own/r").is_none());
    assert!(built.find_clock("a/final-report").is_none(), "nobody asked for a final report");
    let why = "it was not in force on the day of the incident: it came into force on 1 December 2026";
    let incident = built.words("incidents/a/index.html");
    assert!(incident.contains(&format!("A duty of our own It does not apply to this incident: {why}.")), "{incident}");
    let page = built.words("regimes/own/index.html");
    assert!(page.contains(&format!("Does not apply to A fire Because {why}.")), "{page}");
    assert!(page.contains("No clock on this site runs under this duty."), "{page}");
}

#[test]
fn a_duty_applies_on_its_first_and_its_last_day() {
    let one_day = own("effective: {from: 2026-11-03, to: 2026-11-03}\nlimits: [{id: r, report: notification, within: 3 days}]");
    let built = duty("regimes: own", &one_day).as_of("2026-11-20");
    assert!(built.codes().is_empty(), "{}", built.complaints());
    assert_eq!(built.clock("a/own/r")["due"], "2026-11-06");
}

#[test]
fn apply_anyway_makes_the_clocks_and_the_duty_says_that_it_was_decided() {
    let bill = duty("aware: 2026-11-03 10:40\nregimes: [{regime: uk-csr-bill, from: acme, apply: anyway}]", "").as_of("2026-11-03");
    assert!(bill.codes().is_empty(), "{}", bill.complaints());
    assert_eq!(bill.clock("a/uk-csr-bill/initial-notification")["due"], "2026-11-04T09:40:00Z");
    let page = bill.words("regimes/uk-csr-bill/index.html");
    assert!(page.contains("Standing Proposed, and not law"), "{page}");
    assert!(page.contains("Applied all the same By decision of the editors A fire The clocks are shown although it is proposed"), "{page}");
}

#[test]
fn what_is_filed_in_confidence_is_never_shown_as_missed() {
    let lines =
        "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]\nawaiting: [{report: final-report, checked: 2026-11-20}]";
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
    for page in ["index.html", "incidents/a/index.html", "organisations/acme/index.html", "regimes/eu-nis2/index.html"] {
        let html = built.text(page);
        assert!(!html.contains("data-badge-overdue"), "{page} may turn overdue in the browser");
        assert!(!built.words(page).contains("17 days without an early warning"), "{page}");
    }
    let docket = built.words("index.html");
    let rows = &docket[docket.find("Still waiting").expect("rows")..];
    assert!(rows.find("Final report 17").expect("a count") < rows.find("Early warning, from Acme").expect("the other"), "{rows}");
}

#[test]
fn days_under_a_confidential_duty_are_not_counted_before_its_limit_either() {
    let built = duty("regimes: [{regime: kr-bcdf, from: acme, checked: 2026-11-04}]", "").as_of("2026-11-20");
    assert_eq!(built.clock("a/kr-bcdf/report")["standing"], "waiting");
    let page = built.words("incidents/a/index.html");
    assert!(page.contains("Filing confidential No time limit recorded. Final report from Acme. No public evidence of filing;"), "{page}");
    assert!(!built.words("index.html").contains("The longest wait on this site"), "it leads nothing");
}

#[test]
fn a_document_that_became_public_stops_a_confidential_clock_and_says_nothing_of_when_it_was_filed() {
    let response = "-- content/responses/n.md --\n---\ntitle: Told\nkind: early-warning\ndate: 2026-11-06\nby: acme\nincidents: a\n---\n";
    let lines = "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]";
    let row = duty(lines, response).as_of("2026-11-20").clock("a/eu-nis2/early-warning");
    assert_eq!(fields(&row, &["standing", "elapsed_days", "days_late"]), [json!("published"), json!(3), json!(null)]);
}

#[test]
fn the_earliest_of_several_limits_counts_and_one_without_its_start_is_passed_over() {
    let with = |triggers: &str| duty(&format!("regimes: [{{regime: eu-dora-art19, triggers: {{{triggers}}}}}]"), "").as_of("2026-11-03");
    let due = |triggers: &str| with(triggers).clock("a/eu-dora-art19/initial-notification")["due"].clone();
    assert_eq!(due("aware: 2026-11-03 10:40, classified: 2026-11-03 12:00"), "2026-11-03T16:00:00Z");
    assert_eq!(due("aware: 2026-11-03 10:40"), "2026-11-04T10:00:00Z", "24 hours from the next full hour");
    assert_eq!(due("classified: 2026-11-03 12:00"), "2026-11-03T16:00:00Z", "4 hours from the next full hour");
    let neither = duty("regimes: eu-dora-art19", "").as_of("2026-11-03");
    let row = neither.clock("a/eu-dora-art19/initial-notification");
    assert_eq!(fields(&row, &["standing", "missing", "due"]), [json!("unknown"), json!("classified"), Value::Null]);
    let page = with("aware: 2026-11-03 10:40").words("incidents/a/index.html");
    assert!(page.contains("Legal limit: 4 November 2026, 11:00; within 4 hours or 24 hours, whichever ends first"), "{page}");
}

#[test]
fn a_fixed_day_is_reckoned_from_the_year_of_the_incident() {
    let built = duty("regimes: [{regime: entsoe-ics-3, from: acme}]", "").as_of("2026-11-20");
    let row = built.clock("a/entsoe-ics-3/final-report");
    assert_eq!(fields(&row, &["due", "due_ends", "standing"]), [json!("2027-09-30"), json!("end-of-day"), json!("waiting")]);
    let page = built.words("incidents/a/index.html");
    assert!(page.contains("Legal limit: 30 September 2027; 30 September of the following year"), "{page}");
}

#[test]
fn a_limit_that_repeats_is_due_again_at_each_anniversary_of_the_start() {
    let due = |as_of: &str| duty("regimes: icao-annex13", "").as_of(as_of).clock("a/icao-annex13/interim-statement")["due"].clone();
    assert_eq!(due("2026-11-20"), "2027-11-03");
    assert_eq!(due("2027-11-03"), "2027-11-03");
    assert_eq!(due("2027-11-04"), "2028-11-03");
}

#[test]
fn triggers_of_the_duty_go_before_those_of_the_incident() {
    let lines = "aware: 2026-11-03 12:00\nregimes: [{regime: in-certin, triggers: {aware: 2026-11-04 09:30}}]";
    let row = duty(lines, "").as_of("2026-11-04").clock("a/in-certin/report");
    assert_eq!(fields(&row, &["since", "due"]), [json!("2026-11-04 09:30"), json!("2026-11-04T14:30:00Z")]);
}

#[test]
fn an_unknown_trigger_is_named_and_nothing_is_counted() {
    let built = duty("regimes: [{regime: ca-crtc-2025-225, from: acme}]", "").as_of("2026-11-20");
    let row = built.clock("a/ca-crtc-2025-225/notification");
    let names = ["standing", "missing", "elapsed_days", "due"];
    assert_eq!(fields(&row, &names), [json!("unknown"), json!("threshold-met"), Value::Null, Value::Null]);
    let page = built.words("incidents/a/index.html");
    assert!(page.contains("within 2 hours; it cannot be dated, because the time of “threshold met” is not known."), "{page}");
    assert!(page.contains("Begins with “threshold met”, of which the time is not known"), "{page}");
}

#[test]
fn a_limit_in_hours_needs_a_time_of_day() {
    let built = duty("aware: 2026-11-03\nregimes: eu-gdpr-33", "").as_of("2026-11-20");
    let row = built.clock("a/eu-gdpr-33/notification");
    assert_eq!(fields(&row, &["standing", "missing"]), [json!("unknown"), json!("a limit in hours needs a time of day")]);
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
    assert!(page.contains("Official text Compared with the official text on 1 October 2026"), "{page}");
    assert!(page.contains("A target. Where it has passed, the page says “target passed”; that is no breach of anything."), "{page}");
    let earlier = duty("regimes: eu-nis2", text).as_of("2026-09-30");
    assert!(earlier.words("regimes/eu-nis2/index.html").contains("Official text Not compared with the official journal"));
}

#[test]
fn a_holiday_more_in_the_calendar_moves_the_due_date_of_open_and_closed_clocks() {
    let calendar = |more: &str| {
        format!(
            "-- content/calendars/here.yaml --\ntitle: Here\nweekend: [saturday, sunday]\ncovers: [2020, 2030]\n\
             holidays: {{2026-04-06: Easter Monday{more}}}\n"
        )
    };
    let rules = own("publicly_observable: true\nlimits:\n  - {id: open, report: final-report, within: 3 working days, calendar: here}\n  \
                     - {id: done, report: notification, within: 3 working days, calendar: here}");
    let response = "-- content/responses/n.md --\n---\ntitle: Told\nkind: notification\ndate: 2026-11-07\nby: acme\nincidents: a\n---\n";
    let built = |more: &str| duty("regimes: own", &format!("{rules}{}{response}", calendar(more))).as_of("2026-11-20");
    let dues = |more: &str| ["open", "done"].map(|limit| fields(&built(more).clock(&format!("a/own/{limit}")), &["due", "days_late"]));
    assert_eq!(dues(""), [[json!("2026-11-06"), Value::Null], [json!("2026-11-06"), json!(1)]]);
    let day = ", 2026-11-05: A new holiday";
    assert_eq!(dues(day), [[json!("2026-11-09"), Value::Null], [json!("2026-11-09"), Value::Null]]);
    let page = built(day).words("incidents/a/index.html");
    assert!(page.contains("passing over 5 November 2026 (A new holiday), 7 November 2026 (Saturday), 8 November 2026 (Sunday)"), "{page}");
    let examples = |more: &str| built(more).words("regimes/own/index.html");
    assert!(examples("").contains("The incident: Friday 3 April 2026 Thursday 9 April 2026"), "{}", examples(""));
    assert!(examples(", 2026-04-08: Another").contains("The incident: Friday 3 April 2026 Friday 10 April 2026"));
}

#[test]
fn the_page_of_a_duty_says_what_it_is_and_works_its_limits_out() {
    let built = duty("aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme}]", "").as_of("2026-11-20");
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
    assert!(
        built.text("incidents/a/index.html").contains("<a href=\"../../regimes/eu-nis2/\">Directive (EU) 2022/2555, Article 23(4)</a>")
    );
    let list = built.words("regimes/index.html");
    assert!(
        list.contains(
            "NIS2 Directive, Article 23 European Union In force From 18 October 2024 early warning: 24 hours; notification: 72 hours;"
        ),
        "{list}"
    );
    assert!(!built.has("regimes/eu-gdpr-33/index.html"), "a duty that no incident names has no page");
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
        let built = duty(&format!("regimes: [{{regime: {id}, apply: anyway}}]"), "").as_of("2026-11-20");
        let page = built.text(&format!("regimes/{id}/index.html"));
        let worked = page.matches("<summary>How this was counted</summary>").count();
        let limits = page.matches("<tr id=\"limit-").count();
        assert!(limits > 0, "{id}");
        assert!(worked >= 2 * limits || *id == "kr-bcdf", "{id}: {worked} examples of {limits} limits");
    }
}

#[test]
fn links_in_the_rule_of_a_clock_lead_to_pages_of_the_site() {
    let built = duty("awaiting: [{report: final-report, rule: \"As [counted](/statistics/).\"}]", "").as_of("2026-11-20");
    assert!(built.text("incidents/a/index.html").contains("<a href=\"../../statistics/\">counted</a>"));
}

#[test]
fn nobody_is_asked_to_look_for_what_is_filed_in_confidence() {
    let lines = "aware: 2026-11-03 10:40\nregimes: [{regime: eu-nis2, from: acme, checked: 2026-11-03}]";
    let folder = crate::harness::Folder::new();
    folder.put("overdue.yaml", crate::harness::SETTINGS);
    folder.put("content/incidents/a.md", format!("---\ntitle: A fire\noccurred: 2026-11-03 10:40\n{lines}\n---\n"));
    folder.put("content/organisations/acme.md", "---\ntitle: Acme\n---\n");
    let status = folder.run(&["status", "--as-of", "2027-03-20"]).out;
    assert!(!status.contains("eu-nis2"), "{status}");
    let explained = folder.run(&["explain", "a/eu-nis2/early-warning", "--as-of", "2027-03-20"]).out;
    assert!(explained.contains("Early warning from Acme. No public evidence of filing; filings under this rule are"), "{explained}");
    assert!(explained.contains("  Directive (EU) 2022/2555, Article 23(4)"), "{explained}");
}
