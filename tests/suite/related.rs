//! Other incidents on an incident's page: which, in what order, and why.

use crate::harness::{Compiled, site};

const SITE: &str = "\
-- content/organisations/ops.md --
---
title: Ops
---
-- content/organisations/inspectorate.md --
---
title: Inspectorate
---
-- content/organisations/ministry.md --
---
title: Ministry
---
-- content/incidents/here.md --
---
title: Here
occurred: 2021-03-10
operators: [ops]
regimes: [jp-tba-serious]
awaiting: [{report: final-report, from: inspectorate}]
---
-- content/incidents/old-of-ops.md --
---
title: Old of Ops
occurred: 2020-01-01
operators: [ops]
awaiting: [{report: final-report, from: inspectorate}]
---
-- content/incidents/new-of-ops.md --
---
title: New of Ops
occurred: 2021-05-01
operators: [ops]
---
-- content/incidents/same-duty.md --
---
title: Same duty
occurred: 2022-01-05
regimes: [jp-tba-serious]
---
-- content/incidents/awaited.md --
---
title: Awaited
occurred: 2022-02-05
awaiting: [{report: final-report, from: inspectorate}]
---
-- content/incidents/answered.md --
---
title: Answered
occurred: 2022-03-05
---
-- content/responses/answer.md --
---
title: An answer
kind: statement
date: 2022-04-05
by: [ministry]
incidents: [answered, here]
---
-- content/incidents/apart.md --
---
title: Apart
occurred: 2022-06-01
---
";

/// What stands under \"Other incidents\" on a page.
fn related(compiled: &Compiled, path: &str) -> String {
    let words = compiled.words(path);
    let Some((_, rest)) = words.split_once("By operator, duty and author of documents ") else {
        return String::new();
    };
    let end = ["Sources", "Share"]
        .into_iter()
        .filter_map(|heading| rest.find(heading))
        .min()
        .unwrap_or(rest.len());
    rest[..end].trim().to_owned()
}

#[test]
fn other_incidents_come_by_operator_then_duty_then_author_and_say_which() {
    let compiled = site(SITE).as_of("2022-12-07");
    assert_eq!(
        related(&compiled, "incidents/here/index.html"),
        "New of Ops 1 May 2021 · same operator: Ops Old of Ops 1 January 2020 · same operator: Ops \
         Same duty 5 January 2022 · same duty: Serious accidents under Japan’s Telecommunications Business Act \
         Awaited 5 February 2022 · documents of: Inspectorate Answered 5 March 2022 · documents of: Ministry"
    );
    assert_eq!(related(&compiled, "incidents/apart/index.html"), "");
}

#[test]
fn an_incident_or_an_answer_of_a_later_day_ties_nothing() {
    let compiled = site(SITE).as_of("2022-02-01");
    let here = related(&compiled, "incidents/here/index.html");
    assert!(
        here.contains("Same duty") && !here.contains("Awaited") && !here.contains("Answered"),
        "{here}"
    );
}
