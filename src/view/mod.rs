//! Register, docket and plan → what a template sees of a page, and what a feed announces.
//!
//! Views are plain data, named in the field's words; a template formats them and never fetches
//! more. Paths are from the root of the site and are written after [`PageView::root`]. Fields that
//! end in `html` are safe and are printed with `| safe`.

mod account;
mod agenda;
mod announcements;
mod build;
mod clock;
mod clock_views;
mod compare;
mod corrections;
mod description;
mod example;
mod formats;
mod frame;
mod json_ld;
mod lists;
mod locale;
mod news;
mod prose;
mod record;
mod record_views;
mod regime;
mod scale;
mod schema;
mod search;
mod share;
mod sorted;
mod statistics;

use serde::Serialize;

pub use crate::wording::{DateView, Evidence, Link, Phrase, Remark, Sentence, StopView};
pub(crate) use agenda::lines;
pub use agenda::{AgendaLine, AgendaSection, AgendaView, DistancesView};
pub use announcements::{Announcement, Feed, feed};
pub use build::{PageBody, body, page, sites};
pub(crate) use build::{alternates, content_policy};
pub(crate) use clock::{class, day, external, live, moment, number};
pub use clock_views::{
    AccountLine, ClosingView, CompareView, ComparedView, CounterView, LiveView, RatioLive,
    RatioView, RowView,
};
pub(crate) use compare::ratio_of;
pub use corrections::{CorrectedView, CorrectionsView};
pub use formats::FormatView;
pub use frame::FrameView;
pub(crate) use locale::{Locale, PageContext, anchor};
pub use news::{Line, Section, news};
pub(crate) use prose::fill;
pub use record_views::{
    ArticleView, CommitmentView, CorrectionView, EntryView, FigureView, FindingView, ImageView,
    ImpactView, IncidentView, OrganisationView, RecommendationView, RecordView, ReplyView,
    ResponseView, SourceView, StatusView, StoppedView, WaitView,
};
pub use regime::{ExampleView, LimitView, NotAppliedView, RegimeItem, RegimeView, RegimesView};
pub use schema::schema;
pub use search::{LanguageView, SearchView};
pub(crate) use share::{BadgeView, CardView};
pub use share::{CARD_HEIGHT, CARD_WIDTH, CardLink, CopyView, EmbedView, SharingView};
pub use sorted::{SortedPart, SortedView};
pub use statistics::{
    ChartView, KindView, Mark, RankView, RankingView, ShareView, StatisticsView, StepView, TimeMark,
};

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
    /// The lists of all there is of a kind: incidents, responses, organisations, tags, countries,
    /// sectors, authors.
    pub lists: Vec<Link>,
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
    /// On the badge of a clock whose last check reaches no further than to an earlier day.
    pub badge_reach: String,
    /// On the badge of a clock that nobody has checked for too long.
    pub badge_expired: String,
    /// On the row of a clock that nobody has checked lately; `{date}` stands for the day of the
    /// check.
    pub note_stale: String,
    /// On the row of a clock whose last check reaches no further than to an earlier day, which
    /// `{date}` stands for.
    pub note_reach: String,
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
    /// The same for those who do not see the page; where nobody wrote any, what is true of its first
    /// clock or the beginning of its text. Never empty.
    pub about: String,
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
    /// What it is about, for search engines: JSON-LD that is safe within a `script` element. Empty
    /// if there is nothing to say.
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
    /// The clock that the site leads with: the longest wait that somebody has checked lately. Only
    /// on the first page.
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
    /// What was promised, those due first. Only on the home page of a site that awaits no document.
    pub promises: Vec<CommitmentView>,
    /// How many promises there are, and in which state: `3 promises: 1 kept, 2 stalled`.
    pub promises_counted: String,
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
#[derive(Debug, Default, Serialize, schemars::JsonSchema)]
pub struct ItemView {
    /// Its title and path.
    pub link: Link,
    /// `incident`, `response`, `article`, `organisation`, `page`, or a group: `tag`, `country`,
    /// `sector`, `author`.
    pub kind: String,
    /// The incidents that a response answers.
    pub about: Vec<Link>,
    /// Who published a response.
    pub by: Vec<Link>,
    /// The kind of a response: `final report`; of an organisation, how many are awaited from it.
    pub document: String,
    /// One or two sentences; only of articles and pages.
    pub summary: String,
    /// When it happened or appeared.
    pub date: Option<DateView>,
    /// `after 52 days`, or what it is.
    pub note: String,
}

/// A list of records of a kind, of groups, or of the members of a group: `list.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ListView {
    /// `incidents`, `responses`, `articles` or `organisations`; one group, `tag`, `country`,
    /// `sector` or `author`; or all of them, `tags`, `countries`, `sectors` or `authors`.
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
