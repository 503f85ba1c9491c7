//! What templates see of a clock: the large counter, the row of a list, and clocks side by side.

use serde::Serialize;

use super::{DateView, Evidence, Link, NumberView, Phrase, Sentence, StopView};

/// What the script needs to keep a waiting clock true in the reader's browser.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct LiveView {
    /// The civil date of the start.
    pub since: String,
    /// IANA.
    pub zone: String,
    /// The civil date of the as-of in that zone.
    pub as_of: String,
    /// The civil date of the last check; empty if there was none.
    pub checked: String,
    /// The day to which that check reaches, if to an earlier one; else empty.
    pub reach: String,
    /// For how many days a check is fresh.
    pub recheck: u32,
    /// The day after which the limit has passed, while it has not; empty without one.
    pub due: String,
    /// On the badge from then on.
    pub badge_overdue: String,
}

/// A clock as a large counter.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CounterView {
    /// Unique on the page of its incident.
    pub anchor: String,
    /// The incident, with the path to this clock.
    pub incident: Link,
    /// `final report`.
    pub document: String,
    /// Who owes it.
    pub from: Option<Link>,
    /// Data word of the standing.
    pub standing: String,
    /// Data word of the freshness.
    pub freshness: String,
    /// Class of the badge.
    pub class: String,
    /// Word on the badge.
    pub badge: String,
    /// What is true of it, as text that can stand alone wherever it is copied to.
    pub statement: String,
    /// The same as its page says it; shown by the filter `sentence`.
    pub sentence: Sentence,
    /// What was found, when and where; shown by the filter `evidence`.
    pub evidence: Evidence,
    /// How long the document has been awaited, or was; absent where no wait may be claimed.
    pub number: Option<NumberView>,
    /// While it waits.
    pub live: Option<LiveView>,
    /// The day to which it is counted.
    pub as_of: DateView,
    /// What was found, and when somebody last looked; a sentence. Empty when settled.
    pub proof: String,
    /// Where somebody looked; of several pages of one host the first, with how many there are.
    pub checked_where: Vec<Link>,
    /// What is said of the time limit, without a full stop; shown by the filter `phrase`.
    pub limit: Phrase,
    /// The document that stopped it.
    pub stop: Option<StopView>,
    /// The document that was handed over and is not public.
    pub delivery: Option<StopView>,
    /// Why it was closed, and when.
    pub closing: Option<ClosingView>,
    /// How it was counted, line by line; nothing where nobody has checked for too long.
    pub account: Vec<AccountLine>,
    /// Why it is owed; safe HTML.
    pub rule_html: String,
    /// The language of that, where it is not that of the page's frame.
    pub rule_language: String,
}

/// The end of a wait without a document.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ClosingView {
    /// When.
    pub date: DateView,
    /// Why.
    pub why: String,
}

/// One line of the account of a count.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AccountLine {
    /// What it is about: `From`.
    pub term: String,
    /// What is said; empty where a number or date says it.
    pub text: String,
    /// A number of days.
    pub number: Option<NumberView>,
    /// A day.
    pub date: Option<DateView>,
    /// `days` or `as-of` where the browser keeps it true.
    pub live: String,
    /// The day from which the number goes on, where it is not the start of the clock.
    pub from: String,
    /// The last day with which it goes on; empty where it has none.
    pub to: String,
    /// The number when the check is stale, if the browser cannot know it.
    pub stale: String,
    /// Whether it is the result.
    pub total: bool,
    /// Where more is told.
    pub links: Vec<Link>,
}

/// A clock as a row of the docket or of another list.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RowView {
    /// The incident.
    pub title: String,
    /// The language of that, where it is not that of the page's frame.
    pub language: String,
    /// Its path, to the clock.
    pub path: String,
    /// `Final report, from OVHcloud`.
    pub owed: String,
    /// What it is counted from, where that is not the incident: `counted from the final report`.
    /// Empty otherwise.
    pub since: String,
    /// The date by which it stands where it stands, in a list in another order: `Target: 10 March
    /// 2022`. Empty otherwise.
    pub by: String,
    /// The first day on which the incident can have happened, for the script.
    pub occurred: String,
    /// The day on which the document is or was due, for the script; empty without one.
    pub due: String,
    /// The country of the incident, as a code in capitals; empty if it is not said.
    pub country: String,
    /// The sector of the incident, in words; empty if it is not said.
    pub sector: String,
    /// Why its number stands still or is missing: `not checked since 1 December 2022`. Empty
    /// otherwise.
    pub note: Phrase,
    /// In place of a number: `within October 2025`.
    pub within: String,
    /// What may be claimed.
    pub number: Option<NumberView>,
    /// While it waits.
    pub live: Option<LiveView>,
    /// Data word of the standing.
    pub standing: String,
    /// Class of the badge.
    pub class: String,
    /// Word on the badge.
    pub badge: String,
    /// The bar on the scale of the longest: a path in a box of 100 by 16. Empty without a number.
    pub bar: String,
    /// The mark of the due date on the same scale: a path in the same box. Empty without one.
    pub due_mark: String,
}

/// Clocks side by side: `blocks/compare.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CompareView {
    /// Unique on the page.
    pub anchor: String,
    /// Whether all are counted from the day of their incident.
    pub from_incident: bool,
    /// In the order of the author.
    pub clocks: Vec<ComparedView>,
    /// How many times as long the longest is as the shortest, where there are just two.
    pub ratio: Option<RatioView>,
}

/// One of the clocks side by side.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ComparedView {
    /// The clock as a row.
    pub row: RowView,
    /// When the incident was.
    pub occurred: DateView,
    /// Who owes the document or published it.
    pub publisher: String,
    /// What is awaited.
    pub document: String,
    /// Why it is owed: `legal limit`, `target`, `promise` or `no time limit`.
    pub duty: String,
    /// The day to which it is counted, while it is open.
    pub to: Option<DateView>,
    /// In place of that day when the check is stale; empty if never checked.
    pub stale: String,
    /// When it was stopped, if it was.
    pub stopped: Option<DateView>,
    /// Where.
    pub place: String,
}

/// How many times as long.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RatioView {
    /// `12.25×`.
    pub text: String,
    /// For machines.
    pub value: String,
    /// `637 days against 52 days, on 7 December 2022`.
    pub title: String,
    /// With its day: `12.25× (on 7 December 2022)`. Empty where it stands for good, or moves on in
    /// the browser.
    pub dated: String,
    /// Both numbers with it, as a comparison shows it; safe HTML.
    pub html: String,
    /// Where the longer one waits and the shorter one does not.
    pub live: Option<RatioLive>,
}

/// What the script needs to keep a ratio true.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RatioLive {
    /// The longer clock.
    pub clock: LiveView,
    /// The days of the shorter one.
    pub over: i64,
    /// The ratio, with `{ratio}` to be filled in: `at least {ratio}×`.
    pub text: String,
    /// The title, with `{days}` and `{date}` to be filled in.
    pub title: String,
    /// The ratio when the check is stale, with its day.
    pub stale: String,
    /// Its title.
    pub stale_title: String,
}
