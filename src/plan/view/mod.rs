//! What a template sees.
//!
//! Views are plain data, named in the field's words; a template formats them and never fetches more. Paths are from the root of the
//! site and are written after [`PageView::root`]. Fields that end in `html` are safe and are printed with `| safe`.

mod agenda;
mod build;
mod clock;
mod corrections;
mod formats;
mod frame;
mod json_ld;
mod lists;
mod record;
mod regime;
mod schema;
mod search;
mod share;
mod sorted;
mod statistics;

use serde::Serialize;

pub(crate) use crate::plan::account::text_line;
pub use agenda::{AgendaLine, AgendaSection, AgendaView};
pub(crate) use agenda::{awaited, lines};
pub(crate) use build::alternates;
pub use build::{PageBody, body, page, sites};
pub(crate) use clock::{Scene, anchor, class, day, external, live, moment, number, paused_from, paused_through, paused_to, ratio_of};
pub use corrections::{CorrectedView, CorrectionsView};
pub use formats::FormatView;
pub use frame::FrameView;
pub use regime::{ExampleView, LimitView, NotAppliedView, RegimeItem, RegimeView, RegimesView};
pub use schema::schema;
pub use search::{LanguageView, SearchView};
pub(crate) use share::BadgeView;
pub(crate) use share::CardView;
pub use share::{CARD_HEIGHT, CARD_WIDTH, CardLink, CopyView, EmbedView, SharingView};
pub use sorted::{SortedPart, SortedView};
pub use statistics::{ChartView, KindView, Mark, RankView, RankingView, ShareView, StatisticsView, StepView, TimeMark};

/// The site as a whole; every template sees it as `site`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Who publishes it.
    pub publisher: String,
    /// The moment for which it was built, in the site's zone.
    pub as_of: DateView,
    /// Its time zone, as a name of the IANA database.
    pub timezone: String,
    /// Where its pages may load what from, for browsers: a `Content-Security-Policy`.
    pub content_policy: String,
    /// The main menu.
    pub navigation: Vec<Link>,
    /// Addresses of styles and scripts, by their name in the theme.
    pub assets: std::collections::BTreeMap<String, String>,
    /// The pattern of a date for the script: `{day} {month} {year}`.
    pub date: String,
    /// The pattern of a date on the first of a month.
    pub date_first: String,
    /// The names of the months, with bars between them.
    pub months: String,
    /// What stands between the thousands of a number, and in front of its decimals.
    pub number_marks: [String; 2],
    /// Categories of the plural with their word for a unit of days, in a fixed order.
    pub units: Vec<(&'static str, String)>,
    /// On the badge of a clock that nobody has checked lately.
    pub badge_stale: String,
    /// On the badge of a clock that nobody has checked for too long.
    pub badge_expired: String,
    /// On the row of a clock that nobody has checked lately; `{date}` stands for the day of the check.
    pub note_stale: String,
    /// On the row of a clock that nobody has checked for too long; likewise.
    pub note_expired: String,
    /// Where the rules of counting are told: a page of the site, if it has one.
    pub method: Option<Link>,
}

/// The page itself; every template sees it as `page`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct PageView {
    /// Its name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// Its path.
    pub path: String,
    /// The way from the page to the root of the site: `../../`.
    pub root: String,
    /// The whole address.
    pub canonical: String,
    /// The language of its content.
    pub language: String,
    /// The day for which it was built, on pages that show anything that the day decides.
    pub as_of: Option<DateView>,
    /// The pages above it.
    pub breadcrumbs: Vec<Link>,
    /// The same page in other languages, this one included, if there is more than one.
    pub alternates: Vec<Alternate>,
    /// Feeds that announce what is new here, and the page as data.
    pub formats: Vec<FormatView>,
    /// What other sites are told of it.
    pub sharing: SharingView,
    /// What it is about, for search engines: JSON-LD that is safe within a `script` element. Empty if there is nothing to say.
    pub json_ld: String,
}

/// A page in another language.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Alternate {
    /// BCP 47.
    pub language: String,
    /// The language's own name.
    pub name: String,
    /// Its path.
    pub path: String,
    /// The whole address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A text that leads somewhere, or nowhere if `path` is empty.
#[derive(Debug, Clone, Default, Serialize, schemars::JsonSchema)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// A path of the site, or a whole address.
    pub path: String,
    /// Whether `path` is a whole address.
    pub external: bool,
    /// The language of the text and of what it leads to, where it is not that of the page's frame.
    pub language: String,
}

/// A civil date or less, for people and for machines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct DateView {
    /// `2026-11-22`, `2026-11`, `2026`, or an instant.
    pub iso: String,
    /// `22 November 2026`.
    pub text: String,
}

/// A number of days.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct NumberView {
    /// For machines.
    pub value: i64,
    /// With separators: `2,083`.
    pub text: String,
    /// `day` or `days`.
    pub unit: String,
    /// Whether it may have been more, because a date is known only to the month or year.
    pub at_least: bool,
}

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
    /// For how many days a check is fresh.
    pub recheck: u32,
    /// The day after which the limit has passed, while it has not; empty without one.
    pub due: String,
    /// On the badge from then on.
    pub badge_overdue: String,
}

/// A clock as a large counter or a card.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CounterView {
    /// Unique on the page of its incident.
    pub anchor: String,
    /// The incident, with the path to this clock.
    pub incident: Link,
    /// `final report`.
    pub document: String,
    /// `its final report`, of whoever published it.
    pub its_document: String,
    /// `the final report`.
    pub the_document: String,
    /// `of the final report`.
    pub of_document: String,
    /// Behind `without`: `a final report`.
    pub without_document: String,
    /// Behind `without`: `a public final report`.
    pub without_public: String,
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
    /// What is said in place of a count where nobody outside can see what was filed; empty otherwise.
    pub confidential: String,
    /// What may be claimed; absent when nobody has checked for too long, or the clock has not begun.
    pub number: Option<NumberView>,
    /// While it waits.
    pub live: Option<LiveView>,
    /// The day to which it is counted.
    pub as_of: DateView,
    /// In place of `as of …` when the check is stale.
    pub stale: String,
    /// The whole sentence when the check has expired; `{days}` stands for the days since the incident. Empty if never checked.
    pub expired: String,
    /// The sentence to show now, if the check has expired.
    pub expired_now: String,
    /// What was found, and when somebody last looked; a sentence. Empty when settled.
    pub proof: String,
    /// Where somebody looked; of several pages of one host the first, with how many there are.
    pub checked_where: Vec<Link>,
    /// What is said of the time limit; a sentence without a full stop.
    pub limit: String,
    /// The same in parts, where it has passed and the days since then go on.
    pub passed: Option<PassedView>,
    /// The document that stopped it.
    pub stop: Option<StopView>,
    /// The document that was handed over and is not public.
    pub delivery: Option<StopView>,
    /// Why it was closed, and when.
    pub closing: Option<ClosingView>,
    /// While it stands still: days within pauses, and why.
    pub pause: Option<PauseView>,
    /// How it was counted, line by line.
    pub account: Vec<AccountLine>,
    /// Why it is owed; safe HTML.
    pub rule_html: String,
    /// The language of that, where it is not that of the page's frame.
    pub rule_language: String,
}

/// A document that stopped a clock.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StopView {
    /// The response.
    pub response: Link,
    /// Who published it.
    pub by: Vec<Link>,
    /// When.
    pub date: DateView,
    /// When it was handed over, if that was another time.
    pub delivered: Option<DateView>,
    /// When it was taken offline.
    pub withdrawn: Option<DateView>,
}

/// The end of a wait without a document.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ClosingView {
    /// When.
    pub date: DateView,
    /// Why.
    pub why: String,
}

/// A stretch in which a clock stands still.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct PauseView {
    /// Days within pauses, up to the day to which the clock is counted.
    pub days: NumberView,
    /// The day from which these have been counted, pauses drawn together.
    pub from: String,
    /// The last day of the pause, if it is known; no later one is counted.
    pub to: String,
    /// What to say of it when the check is stale; empty if never checked.
    pub stale: String,
    /// Why.
    pub why: String,
}

/// A limit that has passed.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct PassedView {
    /// `Target: 10 March 2022`.
    pub limit: String,
    /// The day on which it ended, for machines.
    pub since: String,
    /// Days since then.
    pub days: NumberView,
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
    /// The date by which it stands where it stands, in a list in another order: `Target: 10 March 2022`. Empty otherwise.
    pub by: String,
    /// The first day on which the incident can have happened, for the script.
    pub occurred: String,
    /// The day on which the document is or was due, for the script; empty without one.
    pub due: String,
    /// The country of the incident, as a code in capitals; empty if it is not said.
    pub country: String,
    /// The sector of the incident, in words; empty if it is not said.
    pub sector: String,
    /// Why its number stands still or is missing: `not checked since 1 December 2022`. Empty otherwise.
    pub note: String,
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

/// A numbered row of pages.
#[derive(Debug, Default, Serialize, schemars::JsonSchema)]
pub struct PagesView {
    /// This one, from 1.
    pub number: usize,
    /// How many.
    pub count: usize,
    /// The one before.
    pub previous: Option<Link>,
    /// The one after.
    pub next: Option<Link>,
}

/// The docket: `docket.html`, of which the first page is the home page.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct DocketView {
    /// The clock that the site leads with: the longest wait that somebody has checked lately. Only on the first page.
    pub lead: Option<CounterView>,
    /// What makes it the first: `The longest wait on this site`.
    pub lead_why: String,
    /// Clocks that are open and of which a number is claimed.
    pub open: Vec<RowView>,
    /// Clocks that are open and of which no number is claimed.
    pub unknown: Vec<RowView>,
    /// Clocks that are settled.
    pub settled: Vec<RowView>,
    /// How many are open with a number, on all pages.
    pub open_count: usize,
    /// How many are open without one, on all pages.
    pub unknown_count: usize,
    /// How many are settled, on all pages.
    pub settled_count: usize,
    /// How many incidents there are.
    pub incident_count: usize,
    /// Days at the ends of the scale's parts, with their places in percent.
    pub axis: Vec<Tick>,
    /// The newest responses. Only on the first page.
    pub responses: Vec<ItemView>,
    /// The newest articles. Only on the first page.
    pub articles: Vec<ItemView>,
    /// Other pages of the docket.
    pub pages: PagesView,
}

/// A mark on a scale.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Tick {
    /// Days.
    pub text: String,
    /// Percent of the width.
    pub at: String,
}

/// A record as an entry of a list.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ItemView {
    /// Its title and path.
    pub link: Link,
    /// `incident`, `response`, `article`, `organisation` or `page`.
    pub kind: String,
    /// The kind of a response: `final report`.
    pub document: String,
    /// One or two sentences; only of articles and pages.
    pub summary: String,
    /// When it happened or appeared.
    pub date: Option<DateView>,
    /// `after 52 days`, or what it is.
    pub note: String,
}

/// A list of incidents, articles or the members of a group: `list.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ListView {
    /// `incidents`, `articles`, `tag`, `country` or `sector`.
    pub kind: String,
    /// How many on all pages.
    pub count: usize,
    /// Clocks of the incidents on this page.
    pub rows: Vec<RowView>,
    /// Marks on the scale of the rows.
    pub axis: Vec<Tick>,
    /// Other records.
    pub items: Vec<ItemView>,
    /// Other pages of the list.
    pub pages: PagesView,
}

/// What every record's page has; templates see it as `record`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RecordView {
    /// Its name.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// `incident`, `response`, `article`, `organisation` or `page`.
    pub kind: String,
    /// The language of its words, where it is not the page's.
    pub language: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// Tags with their pages.
    pub tags: Vec<Link>,
    /// As written.
    pub authors: Vec<String>,
    /// The same as a list in a sentence.
    pub author_list: String,
    /// When its author last changed it.
    pub updated: Option<DateView>,
    /// A picture at its head.
    pub image: Option<ImageView>,
    /// Numbered from 1 in this order.
    pub sources: Vec<SourceView>,
    /// Mistakes that were put right.
    pub corrections: Vec<CorrectionView>,
    /// What was asked, and answered.
    pub replies: Vec<ReplyView>,
}

/// A picture.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ImageView {
    /// Its path.
    pub path: String,
    /// In pixels, if it is known.
    pub width: Option<u32>,
    /// In pixels, if it is known.
    pub height: Option<u32>,
    /// What it shows.
    pub alt: String,
    /// Who made it.
    pub credit: String,
}

/// A source in the list at the end of a page.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SourceView {
    /// Unique on the page: `source-…`.
    pub anchor: String,
    /// From 1.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// A copy in an archive.
    pub archived: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: Option<DateView>,
    /// When the author read it.
    pub accessed: Option<DateView>,
    /// The language it is in, if not the page's.
    pub language: String,
    /// Its own words.
    pub quote: String,
}

/// A mistake that was put right.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CorrectionView {
    /// When.
    pub date: DateView,
    /// What the page said.
    pub was: String,
    /// What it says now.
    pub now: String,
    /// Why.
    pub why: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
}

/// A question, and the answer.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ReplyView {
    /// Who was asked.
    pub of: Link,
    /// When.
    pub asked: DateView,
    /// How.
    pub channel: String,
    /// By when an answer was asked for.
    pub deadline: Option<DateView>,
    /// When they answered.
    pub answered: Option<DateView>,
    /// What they said.
    pub text: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
}

/// An incident: `incident.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct IncidentView {
    /// When it happened.
    pub occurred: DateView,
    /// When it ended.
    pub ended: Option<DateView>,
    /// The zone of its dates.
    pub zone: String,
    /// Where.
    pub place: String,
    /// The country with its page.
    pub country: Option<Link>,
    /// Who ran what failed.
    pub operators: Vec<Link>,
    /// The sector with its page.
    pub sector: Option<Link>,
    /// Figures; several for one thing where sources differ.
    pub impact: Vec<ImpactView>,
    /// The headline first.
    pub counters: Vec<CounterView>,
    /// Duties that are named and do not apply.
    pub not_applied: Vec<NotAppliedView>,
    /// Oldest first.
    pub timeline: Vec<EntryView>,
    /// What was promised.
    pub commitments: Vec<CommitmentView>,
    /// Articles about it.
    pub articles: Vec<ItemView>,
    /// Other incidents of the same operators, under the same duties or with documents of the same authors; `note` says which.
    pub related: Vec<ItemView>,
}

/// What was counted, with every figure that sources give.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ImpactView {
    /// What was counted.
    pub what: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
    /// One figure, or several that conflict.
    pub figures: Vec<FigureView>,
}

/// One figure.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FigureView {
    /// With separators.
    pub value: String,
    /// The number of the source that gives it; 0 for none.
    pub source: usize,
    /// The anchor of that source.
    pub anchor: String,
    /// The day for which it was given.
    pub as_of: Option<DateView>,
}

/// An entry of a timeline.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct EntryView {
    /// `start`, `document`, `act`, `event` or `expected`.
    pub kind: String,
    /// Class of the standing, of what is expected.
    pub class: String,
    /// When; absent where no date is given.
    pub date: Option<DateView>,
    /// `day 349`; empty for the start.
    pub day: String,
    /// What, with its page if it has one.
    pub link: Link,
    /// Who.
    pub by: Vec<Link>,
    /// The kind of a response: `final report`.
    pub document: String,
    /// The number of the source that says so; 0 for none.
    pub source: usize,
    /// The anchor of that source.
    pub anchor: String,
}

/// A promise.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CommitmentView {
    /// What.
    pub what: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
    /// Who.
    pub by: Option<Link>,
    /// When it was made.
    pub made: Option<DateView>,
    /// By when.
    pub due: Option<DateView>,
    /// Whether that day has passed, and nothing was recorded since.
    pub lapsed: bool,
    /// Days since it was made, or until it was kept or broken.
    pub wait: Option<WaitView>,
    /// How it went, oldest first.
    pub history: Vec<StatusView>,
}

/// How long a promise or recommendation has been open, or was.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct WaitView {
    /// Whole days.
    pub number: NumberView,
    /// While it is open.
    pub live: Option<LiveView>,
}

/// One state of a promise or recommendation.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StatusView {
    /// The word: `in progress`.
    pub status: String,
    /// A class for it: `in-progress`.
    pub class: String,
    /// Since when.
    pub date: DateView,
    /// Who says so.
    pub by: Option<Link>,
    /// The number of the source that says so; 0 for none.
    pub source: usize,
    /// The anchor of that source.
    pub anchor: String,
}

/// A response: `response.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ResponseView {
    /// `final report`.
    pub document: String,
    /// Whether it is a document that stops clocks, rather than an act.
    pub is_document: bool,
    /// When it appeared.
    pub date: Option<DateView>,
    /// When it was handed over.
    pub delivered: Option<DateView>,
    /// When it was taken offline.
    pub withdrawn: Option<DateView>,
    /// Who published it.
    pub by: Vec<Link>,
    /// What it answers, with the days from each incident: `after 52 days`.
    pub incidents: Vec<ItemView>,
    /// Clocks that it stopped.
    pub stopped: Vec<RowView>,
    /// Where it is.
    pub url: String,
    /// A copy in an archive.
    pub archived: String,
    /// The language the document is in, where it is not the page's.
    pub language: String,
    /// What it found.
    pub findings: Vec<FindingView>,
    /// What it asks for.
    pub recommendations: Vec<RecommendationView>,
    /// What it sets aside.
    pub overturns: Option<Link>,
    /// What sets it aside.
    pub overturned_by: Vec<Link>,
}

/// A finding.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FindingView {
    /// What.
    pub text: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
    /// The number of the source that says so; 0 for none.
    pub source: usize,
    /// The anchor of that source.
    pub anchor: String,
}

/// A recommendation.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RecommendationView {
    /// Its number in the report: `3`, `R3`, `2.1`. Empty where it has none, and where its author gave it a name.
    pub id: String,
    /// What.
    pub text: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
    /// To whom.
    pub to: Vec<Link>,
    /// Days since it was made, or until it was kept or broken.
    pub wait: Option<WaitView>,
    /// What became of it, oldest first.
    pub history: Vec<StatusView>,
}

/// An article: `article.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ArticleView {
    /// When it appeared.
    pub date: DateView,
    /// What it is about.
    pub incidents: Vec<ItemView>,
    /// Clocks side by side, if it names any.
    pub compare: Option<CompareView>,
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
    /// With its day: `12.25× (on 7 December 2022)`. Empty where it stands for good, or moves on in the browser.
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

/// An organisation: `organisation.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct OrganisationView {
    /// What it does here.
    pub role: String,
    /// Its country with the country's page.
    pub country: Option<Link>,
    /// Its own site.
    pub url: String,
    /// Documents awaited from it, or that it published.
    pub owed: Vec<RowView>,
    /// Marks on the scale of the rows.
    pub axis: Vec<Tick>,
    /// Incidents in what it runs.
    pub incidents: Vec<ItemView>,
    /// What it published, newest first.
    pub responses: Vec<ItemView>,
}
