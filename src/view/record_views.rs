//! What templates see of a record: what all have, and what each kind has besides.

use serde::Serialize;

use super::{
    CompareView, CounterView, DateView, ItemView, Link, LiveView, NotAppliedView, NumberView,
    Phrase, RowView, Tick,
};

/// What every record's page has; templates see it as `record`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RecordView {
    /// Its name.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The language of the summary, where it is not that of the page's frame.
    pub summary_language: String,
    /// The language of the body, where it is not that of the page's frame.
    pub prose_language: String,
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
    /// Other incidents of the same operators, under the same duties or with documents of the same
    /// authors; `note` says which.
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
    /// The incident, on pages of others.
    pub incident: Option<Link>,
    /// Who.
    pub by: Option<Link>,
    /// When it was made.
    pub made: Option<DateView>,
    /// By when.
    pub due: Option<DateView>,
    /// That this day has passed, and what is known since; empty otherwise.
    pub note: String,
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

/// A clock on the page of the document that stopped it.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StoppedView {
    /// The clock as a row.
    pub row: RowView,
    /// Whether it ended the wait, and not only one of the times that it is owed.
    pub over: bool,
    /// How long the wait was that it ended; shown by the filter `phrase`.
    pub said: Phrase,
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
    pub stopped: Vec<StoppedView>,
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
    /// Its number in the report: `3`, `R3`, `2.1`. Empty where it has none, and where its author
    /// gave it a name.
    pub id: String,
    /// What.
    pub text: String,
    /// The language of the words, where it is not that of the page's frame.
    pub language: String,
    /// To whom.
    pub to: Vec<Link>,
    /// By when an answer is due.
    pub due: Option<DateView>,
    /// That this day has passed without an answer, and what is known since; empty otherwise.
    pub note: String,
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
