// A record of every kind as an editor finds it, and what they write into the form of a new one.

/** Each with keys that have no form: they have to survive. */
export const RECORDS = {
  "content/incidents/fire.md": `---
title: A fire on the quay
occurred: 2026-03-10 00:47
timezone: Europe/Paris
country: FR
operators: acme
impact:
  - what: Sites lost
    value: 12
awaiting:
  - report: interim-report
    within: 30 days
  - report: final-report
    since: {clock: interim-report}
    within: 12 months
    checked: 2026-11-01
regimes:
  - regime: ours
    from: acme
triggers:
  classified: 2026-03-11
sources:
  - id: city
    title: A note
    url: https://example.org/note
    accessed: 2026-11-01
---

A *fire* [@city].

- one
- two
`,
  "content/incidents/quiet.md": `---
title: Nothing is awaited
occurred: 2021
awaiting: none
---

Words.
`,
  "content/responses/note.md": `---
title: A note
kind: interim-report
date: 2026-04-01
by: acme
incidents: fire
stops: [fire/interim-report]
---

Text.
`,
  "content/responses/aside.md": `---
title: Beside the point
kind: final-report
date: 2026-04-02
incidents: [fire]
stops: []
---

Text.
`,
  "content/articles/one.md": `---
title: One
date: 2026-11-01
incidents: [fire]
---

Text, {{counter fire}}.
`,
  "content/organisations/acme.md": "---\ntitle: Acme\nrole: operator\n---\n",
  "content/pages/us.md": "---\ntitle: Us\nupdated: 2026-11-01\n---\n\nText.\n",
  "content/regimes/ours.yaml": `title: A duty
jurisdiction: Here
status: in-force
effective:
  from: 2020-01-01
publicly_observable: false
limits:
  - id: first
    report: notification
    within: 72 hours
  - id: last
    report: final-report
    within: 30 days
    since:
      limit: first
`,
  "content/calendars/ours.yaml": `title: Free days
weekend: [saturday, sunday]
holidays:
  2026-01-01: New year
covers: [2026, 2026]
`,
};

/** Of each kind: texts, days, words that are chosen and records that are named, by what is shown; and what the file must then hold. */
export const NEW = {
  incidents: {
    texts: { title: "A new fire", occurred: "2026-11-02 04:30", timezone: "Asia/Seoul" },
    days: { updated: "2026-11-20" },
    awaits: "final report",
    holds: { title: "A new fire", occurred: "2026-11-02 04:30", timezone: "Asia/Seoul", awaiting: [{ report: "final-report" }], updated: "2026-11-20" },
  },
  responses: {
    texts: { title: "A new report", date: "2026-11-03" },
    choices: { kind: "final report" },
    names: { incidents: "A fire on the quay" },
    holds: { title: "A new report", kind: "final-report", date: "2026-11-03", incidents: ["fire"] },
  },
  articles: {
    texts: { title: "A new article", date: "2026-11-04" },
    days: { updated: "2026-11-20" },
    holds: { title: "A new article", date: "2026-11-04", updated: "2026-11-20" },
  },
  organisations: {
    texts: { title: "A new body", country: "KR" },
    choices: { role: "authority" },
    holds: { title: "A new body", role: "authority", country: "KR" },
  },
  pages: { texts: { title: "A new page" }, days: { updated: "2026-11-20" }, holds: { title: "A new page", updated: "2026-11-20" } },
  regimes: {
    texts: { title: "A new duty", jurisdiction: "Here" },
    days: { verified: "2026-11-20" },
    choices: { status: "in force" },
    holds: { title: "A new duty", status: "in-force", jurisdiction: "Here", verified: "2026-11-20" },
  },
  calendars: { texts: { title: "New days", note: "A note." }, holds: { title: "New days", note: "A note." } },
};
