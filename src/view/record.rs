//! A record → what its page shows.

use super::clock::{civil, day, moment, number};
use super::locale::{Locale, PageContext};
use super::{
    ArticleView, CommitmentView, CorrectionView, DateView, EntryView, FigureView, FindingView,
    ImageView, ImpactView, IncidentView, ItemView, Link, LiveView, OrganisationView, Phrase,
    RecommendationView, RecordView, ReplyView, ResponseView, RowView, SourceView, StatusView,
    StoppedView, WaitView,
};
use chrono::NaiveDate;

use super::prose::{source_anchor, source_number};
use crate::clock::{
    Clock, Elapsed, ListPart, PromiseState, answer_due, answer_state, elapsed, longest,
    promise_state,
};
use crate::i18n::{Form, Words, say};
use crate::model::{
    Article, Commitment, Correction, Finding, Id, Impact, Incident, Kind, Moment, Organisation,
    Recommendation, Record, Response, Status, StatusEntry, Translated, country_name,
};
use crate::site::{Group, Members, SiteModel, Tie, href};
use crate::text::slug_of;
use crate::wording::{self, Place};

impl PageContext<'_> {
    /// What every record's page has.
    pub(crate) fn record(&self, kind: Kind, record: &Record) -> RecordView {
        let own = record.translations.get(self.locale.language);
        let words = self.locale.words();
        let page = self.locale.site.path(kind, record);
        let (summary, summary_language) = record.summary_in(self.locale.language);
        let own_language =
            if own.is_some() { self.locale.language } else { record.language.as_str() };
        RecordView {
            title: own.map_or(&record.title, |words| &words.title).clone(),
            summary: summary.unwrap_or_default().to_owned(),
            summary_language: self.locale.unless_own(summary_language),
            prose_language: self.locale.unless_own(record.prose_in(self.locale.language).1),
            kind: kind.name().to_owned(),
            language: if own_language == words.language() {
                String::new()
            } else {
                own_language.to_owned()
            },
            draft: record.draft,
            tags: record
                .tags
                .iter()
                .map(|tag| self.locale.group_link(Group::Tag, &slug_of(tag), tag))
                .collect(),
            authors: record.authors.clone(),
            author_list: words.list(&record.authors),
            updated: record.updated.map(|date| day(words, date)),
            image: record.image.as_ref().map(|image| ImageView {
                path: href(&format!("{page}{}", image.file)),
                width: self.plan.size_of(&format!("{page}{}", image.file)).map(|(width, _)| width),
                height: self
                    .plan
                    .size_of(&format!("{page}{}", image.file))
                    .map(|(_, height)| height),
                alt: image.alt.or_own(self.locale.language).clone(),
                credit: image.credit.clone().unwrap_or_default(),
            }),
            sources: (0..)
                .zip(&record.sources)
                .map(|(at, source)| SourceView {
                    anchor: source_anchor(at),
                    number: at + 1,
                    title: source.title.clone(),
                    url: source.url.clone().unwrap_or_default(),
                    archived: source.archived.clone().unwrap_or_default(),
                    publisher: source.publisher.clone().unwrap_or_default(),
                    published: source
                        .published
                        .as_ref()
                        .map(|date| moment(words, date, record.timezone)),
                    accessed: source.accessed.map(|date| day(words, date)),
                    language: self
                        .locale
                        .unless_own(source.language.as_deref().unwrap_or(&record.language)),
                    quote: source.quote.clone().unwrap_or_default(),
                })
                .collect(),
            corrections: record
                .corrections
                .iter()
                .map(|correction| self.locale.correction(correction, record))
                .collect(),
            replies: record
                .replies
                .iter()
                .map(|reply| {
                    let (text, language) = reply
                        .text
                        .as_ref()
                        .map(|text| self.locale.translated(text, record))
                        .unzip();
                    ReplyView {
                        of: self.locale.link(Kind::Organisation, &reply.of),
                        asked: day(words, reply.asked),
                        channel: reply
                            .channel
                            .as_ref()
                            .map(|how| how.or_own(self.locale.language).clone())
                            .unwrap_or_default(),
                        deadline: reply.deadline.map(|date| day(words, date)),
                        answered: reply.answered.map(|date| day(words, date)),
                        text: text.cloned().unwrap_or_default(),
                        language: language.unwrap_or_default(),
                    }
                })
                .collect(),
        }
    }

    pub(crate) fn incident(&self, incident: &Incident) -> IncidentView {
        let record = &incident.record;
        let zone = record.timezone;
        let words = self.locale.words();
        let mut clocks: Vec<&Clock> =
            self.locale.site.docket.of(record.id.as_str()).iter().collect();
        let headline = self.locale.site.docket.headline(record.id.as_str()).map(|clock| &clock.id);
        clocks.sort_by_key(|clock| Some(&clock.id) != headline);
        let country =
            incident.country.as_deref().and_then(|code| country_name(code, words.language()));
        // A place that names its country among others stands alone; one that is its country gives
        // way to the link.
        let place = incident.place.as_ref().map_or("", |place| place.or_own(self.locale.language));
        let says_country =
            country.is_some_and(|country| place != country && wording::names(place, country));
        IncidentView {
            occurred: moment(words, &incident.occurred, zone),
            ended: incident.triggers.get("ended").map(|ended| moment(words, ended, zone)),
            zone: zone.name().to_owned(),
            place: if Some(place) == country { String::new() } else { place.to_owned() },
            country: incident
                .country
                .as_deref()
                .filter(|_| !says_country)
                .map(|code| self.locale.country_link(code)),
            operators: self.locale.links(Kind::Organisation, &incident.operators),
            sector: incident.sector.as_deref().map(|sector| {
                self.locale.group_link(
                    Group::Sector,
                    &slug_of(sector),
                    &wording::sector_name(words, sector),
                )
            }),
            impact: self.locale.impact(&incident.impact, record),
            counters: clocks
                .iter()
                .filter_map(|clock| self.counter(clock, Place::OwnPage))
                .collect(),
            not_applied: self.locale.duties_not_applied(incident),
            timeline: self.locale.timeline(incident),
            commitments: incident
                .commitments
                .iter()
                .map(|commitment| self.locale.commitment(commitment, record))
                .collect(),
            articles: self
                .locale
                .site
                .index
                .articles_about(&record.id)
                .iter()
                .filter_map(|id| self.locale.item(Kind::Article, id))
                .collect(),
            related: self.locale.related(incident),
        }
    }
}

impl Locale<'_> {
    /// A correction; a translation has all of its texts or none.
    pub(crate) fn correction(&self, correction: &Correction, record: &Record) -> CorrectionView {
        let said = |text: &Option<Translated>| {
            text.as_ref().map(|text| text.or_own(self.language).clone()).unwrap_or_default()
        };
        let (was, language) = self.translated(&correction.was, record);
        CorrectionView {
            date: day(self.words(), correction.date),
            was: was.clone(),
            now: said(&correction.now),
            why: said(&correction.why),
            language,
        }
    }

    /// Words in the language of the page, or as they were written; and their language, where it is
    /// not that of the page's frame.
    pub(crate) fn translated<'t, T>(
        &self,
        words: &'t Translated<T>,
        record: &Record,
    ) -> (&'t T, String) {
        match words.translation(self.language) {
            Some(translation) => (translation, self.unless_own(self.language)),
            None => (words, self.unless_own(&record.language)),
        }
    }

    /// Other incidents of the same operators, under the same duties or with documents of the same
    /// authors, five at most.
    fn related(&self, incident: &Incident) -> Vec<ItemView> {
        let words = self.words();
        let item = |(other, tie, by): (&Id, Tie, &Id)| {
            let note = match tie {
                Tie::Operator => {
                    say!(words, "related-operator", name = &self.link(Kind::Organisation, by).title)
                }
                Tie::Duty => say!(words, "related-duty", name = &self.regime_link(by).title),
                Tie::Author => {
                    say!(words, "related-author", name = &self.link(Kind::Organisation, by).title)
                }
            };
            Some(ItemView { note, ..self.item(Kind::Incident, other)? })
        };
        self.site.index.related(&incident.record.id, 5).into_iter().filter_map(item).collect()
    }

    /// What happened and what is expected, oldest first; what is expected comes last.
    pub(crate) fn timeline(&self, incident: &Incident) -> Vec<EntryView> {
        let record = &incident.record;
        let zone = record.timezone;
        let words = self.words();
        let start = EntryView {
            kind: "start".to_owned(),
            date: Some(civil(words, &incident.occurred, zone)),
            link: Link {
                title: self.site.title(record, self.language).to_owned(),
                language: self.foreign(record),
                ..Link::default()
            },
            ..entry()
        };
        // The incident comes first on its day, whatever time it was.
        let began = (incident.occurred.order().0, chrono::NaiveDateTime::MIN);
        let mut entries: Vec<(_, EntryView)> = vec![(began, start)];
        for event in &incident.events {
            let (source, anchor) = numbered(event.source.as_ref(), record);
            let (title, language) = self.translated(&event.title, record);
            entries.push((
                event.date.order(),
                EntryView {
                    kind: "event".to_owned(),
                    date: Some(civil(words, &event.date, zone)),
                    day: self.day_of(incident, &event.date),
                    link: Link { title: title.clone(), language, ..Link::default() },
                    by: event.by.iter().map(|id| self.link(Kind::Organisation, id)).collect(),
                    source,
                    anchor,
                    ..entry()
                },
            ));
        }
        for response in self.site.register.responses_to(&record.id) {
            let Some(date) = response.appeared() else {
                continue;
            };
            entries.push((
                date.order(),
                EntryView {
                    kind: if response.kind.is_document() { "document" } else { "act" }.to_owned(),
                    date: Some(civil(words, date, zone)),
                    day: self.day_of(incident, date),
                    link: self.link(Kind::Response, &response.record.id),
                    by: self.links(Kind::Organisation, &response.by),
                    document: wording::sentence_case(words.document(response.kind, Form::Name)),
                    ..entry()
                },
            ));
        }
        entries.sort_by_key(|(order, _)| *order);
        // What was handed over in confidence is not expected to appear.
        let is_expected = |clock: &&Clock| {
            clock.is_open()
                && !(clock.statement.is_confidential() && clock.statement.delivery.is_some())
        };
        let expected =
            self.site.docket.of(record.id.as_str()).iter().filter(is_expected).flat_map(|clock| {
                expected_on(words, clock).into_iter().map(move |date| (clock, date))
            });
        let expected = expected.filter_map(|(clock, date)| {
            let (_, terms) = self.terms(clock)?;
            Some(EntryView {
                kind: "expected".to_owned(),
                class: super::clock::class(clock).to_owned(),
                date,
                link: Link {
                    title: wording::sentence_case(&words.awaited_as(terms, Form::Name)),
                    path: self.clock_path(clock, incident),
                    ..Link::default()
                },
                by: terms.from.iter().map(|id| self.link(Kind::Organisation, id)).collect(),
                ..entry()
            })
        });
        entries.into_iter().map(|(_, entry)| entry).chain(expected).collect()
    }

    /// `day 349`, counted like a clock from the incident.
    fn day_of(&self, incident: &Incident, date: &Moment) -> String {
        let zone = incident.record.timezone;
        match elapsed(&incident.occurred, zone, date.first_day(zone)) {
            Some(Elapsed { days, at_least: false }) if !date.is_imprecise() => {
                say!(self.words(), "day-number", n = days)
            }
            _ => String::new(),
        }
    }

    /// Figures put together by what they count in the record's own words, in the order of the
    /// author.
    fn impact(&self, figures: &[Impact], record: &Record) -> Vec<ImpactView> {
        let words = self.words();
        let mut groups: Vec<(&str, ImpactView)> = Vec::new();
        for figure in figures {
            let (source, anchor) = numbered(figure.source.as_ref(), record);
            let value = figure
                .value
                .parse()
                .map_or_else(|_| figure.value.clone(), |value| words.number(value));
            let view = FigureView {
                value,
                source,
                anchor,
                as_of: figure.as_of.as_ref().map(|day| moment(words, day, record.timezone)),
            };
            match groups.iter_mut().find(|(own, _)| *own == figure.what.as_str()) {
                Some((_, known)) => known.figures.push(view),
                None => {
                    let (what, language) = self.translated(&figure.what, record);
                    groups.push((
                        &figure.what,
                        ImpactView { what: what.clone(), language, figures: vec![view] },
                    ));
                }
            }
        }
        groups.into_iter().map(|(_, view)| view).collect()
    }

    pub(super) fn commitment(&self, commitment: &Commitment, record: &Record) -> CommitmentView {
        let (what, language) = self.translated(&commitment.what, record);
        let state = promise_state(
            commitment.due,
            commitment.checked,
            &commitment.history,
            self.today(record),
        );
        CommitmentView {
            what: what.clone(),
            language,
            incident: None,
            by: commitment.by.as_ref().map(|id| self.link(Kind::Organisation, id)),
            made: commitment.made.map(|date| day(self.words(), date)),
            due: commitment.due.map(|date| day(self.words(), date)),
            note: wording::promise_note(self.words(), state),
            wait: self.wait(commitment.made, state, record),
            history: self.history(&commitment.history, record),
        }
    }

    /// How long something has been open that was promised or recommended on `made`: until it is
    /// said to be kept or broken.
    fn wait(
        &self,
        made: Option<NaiveDate>,
        state: PromiseState,
        record: &Record,
    ) -> Option<WaitView> {
        let made = made?;
        let zone = record.timezone;
        let today = self.today(record);
        let ended = if let PromiseState::Settled(day) = state { Some(day) } else { None };
        let counted = elapsed(&Moment::day(made), zone, ended.unwrap_or(today))?;
        let live = LiveView {
            since: made.to_string(),
            zone: zone.name().to_owned(),
            as_of: today.to_string(),
            checked: String::new(),
            reach: String::new(),
            recheck: 0,
            due: String::new(),
            badge_overdue: String::new(),
        };
        Some(WaitView {
            number: number(self.words(), counted),
            live: ended.is_none().then_some(live),
        })
    }

    /// The civil date of the as-of where a record is dated.
    fn today(&self, record: &Record) -> NaiveDate {
        self.site.docket.as_of().date_in(record.timezone)
    }

    fn history(&self, history: &[StatusEntry], record: &Record) -> Vec<StatusView> {
        let mut entries: Vec<&StatusEntry> = history.iter().collect();
        entries.sort_by_key(|entry| entry.date);
        let view = |entry: &&StatusEntry| {
            let (source, anchor) = numbered(entry.source.as_ref(), record);
            StatusView {
                status: status(self.words(), entry.status),
                class: entry.status.name().replace(' ', "-"),
                date: day(self.words(), entry.date),
                by: entry.by.as_ref().map(|id| self.link(Kind::Organisation, id)),
                source,
                anchor,
            }
        };
        entries.iter().map(view).collect()
    }

    pub(crate) fn response(&self, response: &Response) -> ResponseView {
        let record = &response.record;
        let zone = record.timezone;
        let words = self.words();
        let stopped = response.incidents.iter().flat_map(|id| self.site.docket.of(id.as_str()));
        let stopped = stopped.filter(|clock| clock.statement.is_answered_by(&record.id));
        let longest = self.site.longest();
        ResponseView {
            document: wording::sentence_case(words.document(response.kind, Form::Name)),
            is_document: response.kind.is_document(),
            date: response.date.as_ref().map(|date| moment(words, date, zone)),
            delivered: response.delivered.as_ref().map(|date| moment(words, date, zone)),
            withdrawn: response.withdrawn.as_ref().map(|date| moment(words, date, zone)),
            by: self.links(Kind::Organisation, &response.by),
            incidents: response
                .incidents
                .iter()
                .filter_map(|id| self.answered(id, response))
                .collect(),
            stopped: stopped
                .filter_map(|clock| {
                    let row = self.row(clock, longest)?;
                    let over = !clock.is_open();
                    Some(StoppedView {
                        // A count that goes on is told on its incident's page.
                        row: if over { row } else { uncounted(row) },
                        over,
                        said: self.subject(clock)?.answered(&record.id),
                    })
                })
                .collect(),
            language: response
                .language
                .as_deref()
                .map(|language| self.unless_own(language))
                .unwrap_or_default(),
            url: response.url.clone().unwrap_or_default(),
            archived: response.archived.clone().unwrap_or_default(),
            findings: response
                .findings
                .iter()
                .map(|finding| self.finding(finding, record))
                .collect(),
            recommendations: response
                .recommendations
                .iter()
                .map(|one| self.recommendation(one, response))
                .collect(),
            overturns: response.overturns.as_ref().map(|id| self.link(Kind::Response, id)),
            overturned_by: self.links(Kind::Response, self.site.index.overturned_by(&record.id)),
        }
    }

    /// An incident that a response answers, with the days between them.
    fn answered(&self, id: &Id, response: &Response) -> Option<ItemView> {
        let incident = self.site.register.incidents.get(id)?;
        let mut item = self.item(Kind::Incident, id)?;
        let date = response.appeared()?;
        let zone = incident.record.timezone;
        // What is dated to the month of the incident came no earlier than the incident.
        let first = date.first_day(zone);
        let first = if date.is_imprecise() {
            first.max(incident.occurred.first_day(zone).min(date.last_day(zone)))
        } else {
            first
        };
        let counted = elapsed(&incident.occurred, zone, first)?;
        let at_least = counted.at_least || date.is_imprecise();
        let words = self.words();
        let public = if response.date.is_some() { "yes" } else { "no" };
        item.note = if at_least && counted.days == 0 {
            let date = civil(words, date, response.record.timezone);
            // What is dated to a month or a year appeared in it, and not on it.
            let key = if date.iso.len() < 8 { "answered-in" } else { "answered-on" };
            say!(words, key, public = public, date = &date.text)
        } else {
            say!(
                words,
                "answered-after",
                public = public,
                days = &wording::day_count(words, counted.days, at_least)
            )
        };
        Some(item)
    }

    fn finding(&self, finding: &Finding, record: &Record) -> FindingView {
        let (source, anchor) = numbered(finding.source.as_ref(), record);
        let (text, language) = self.translated(&finding.text, record);
        FindingView { text: text.clone(), language, source, anchor }
    }

    fn recommendation(&self, one: &Recommendation, response: &Response) -> RecommendationView {
        let record = &response.record;
        let made = response.date.as_ref().map(|date| date.last_day(record.timezone));
        let (text, language) = self.translated(&one.text, record);
        let state = promise_state(None, None, &one.history, self.today(record));
        let due = answer_due(one, response);
        RecommendationView {
            // Of one that nobody follows up nothing is known, and a number of days would sound as
            // if it were.
            wait: self.wait(made.filter(|_| !one.history.is_empty()), state, record),
            id: one.id.clone().filter(|id| is_number(id)).unwrap_or_default(),
            text: text.clone(),
            language,
            to: self.links(Kind::Organisation, &one.to),
            due: due.map(|date| day(self.words(), date)),
            note: wording::answer_note(self.words(), answer_state(one, due, self.today(record))),
            history: self.history(&one.history, record),
        }
    }

    pub(crate) fn article(&self, article: &Article) -> ArticleView {
        let clocks: Vec<&Clock> =
            article.compare.iter().filter_map(|named| self.site.docket.find(named)).collect();
        ArticleView {
            date: moment(self.words(), &article.date, article.record.timezone),
            incidents: article
                .incidents
                .iter()
                .filter_map(|id| self.item(Kind::Incident, id))
                .collect(),
            compare: self.compare(&clocks),
        }
    }

    /// The clocks of what an organisation owes, or owed.
    fn owed<'s>(&'s self, id: &'s Id) -> impl Iterator<Item = &'s Clock> {
        let incidents = self.site.index.of_organisation(id).iter();
        incidents
            .filter(|(kind, _)| *kind == Kind::Incident)
            .flat_map(|(_, incident)| self.site.docket.of(incident.as_str()))
            .filter(move |clock| {
                self.terms(clock).is_some_and(|(_, terms)| terms.from.as_ref() == Some(id))
            })
    }

    pub(crate) fn organisation(&self, organisation: &Organisation) -> OrganisationView {
        let id = &organisation.record.id;
        let records = self.site.index.of_organisation(id);
        let incidents =
            || records.iter().filter(|(kind, _)| *kind == Kind::Incident).map(|(_, id)| id);
        let mut owed: Vec<&Clock> = self.owed(id).collect();
        owed.sort_by_key(|clock| clock.rank());
        let longest = longest(owed.iter().copied());
        let operated = incidents().filter(|incident| {
            self.site
                .register
                .incidents
                .get(*incident)
                .is_some_and(|found| found.operators.contains(id))
        });
        let responses = records
            .iter()
            .filter(|(kind, _)| *kind == Kind::Response)
            .map(|(kind, id)| (*kind, id));
        OrganisationView {
            role: role(self.words(), organisation),
            country: organisation.country.as_deref().map(|code| self.country_link_if_any(code)),
            url: organisation.url.clone().unwrap_or_default(),
            owed: owed.iter().filter_map(|clock| self.row(clock, longest)).collect(),
            axis: super::scale::axis(self.words(), longest),
            incidents: self.newest(operated.map(|id| (Kind::Incident, id)), usize::MAX),
            responses: self.newest(responses, usize::MAX),
        }
    }

    /// A group with its page.
    pub(crate) fn group_link(&self, group: Group, key: &str, title: &str) -> Link {
        let path = self.site.path_of_list(&SiteModel::group_path(group, key), self.language);
        Link { title: title.to_owned(), path: href(&path), ..Link::default() }
    }

    /// A group with its page, by its name in the language of the page.
    pub(crate) fn group_named(&self, group: Group, key: &str, members: &Members) -> Link {
        match group {
            Group::Country => self.country_link(&key.to_ascii_uppercase()),
            Group::Sector => {
                self.group_link(group, key, &wording::sector_name(self.words(), &members.name))
            }
            Group::Tag | Group::Author => self.group_link(group, key, &members.name),
        }
    }

    /// A country with its page.
    pub(crate) fn country_link(&self, code: &str) -> Link {
        self.group_link(
            Group::Country,
            &code.to_ascii_lowercase(),
            country_name(code, self.words().language()).unwrap_or(code),
        )
    }

    /// A country with its page, if an incident there gives it one.
    fn country_link_if_any(&self, code: &str) -> Link {
        let link = self.country_link(code);
        let exists = self.site.index.group(Group::Country, &code.to_ascii_lowercase()).is_some();
        if exists { link } else { Link { path: String::new(), ..link } }
    }

    /// A record as an entry of a list.
    pub(crate) fn item(&self, kind: Kind, id: &Id) -> Option<ItemView> {
        let register = &self.site.register;
        let words = self.words();
        let mut item = ItemView {
            link: self.link(kind, id),
            kind: kind.name().to_owned(),
            about: Vec::new(),
            by: Vec::new(),
            document: String::new(),
            summary: String::new(),
            date: None,
            note: String::new(),
        };
        match kind {
            Kind::Incident => {
                let incident = register.incidents.get(id)?;
                item.date = Some(moment(words, &incident.occurred, incident.record.timezone));
            }
            Kind::Response => {
                let response = register.responses.get(id)?;
                let date = response.appeared();
                item.date = date.map(|date| moment(words, date, response.record.timezone));
                item.document = wording::sentence_case(words.document(response.kind, Form::Name));
                item.about =
                    response.incidents.iter().map(|id| self.link(Kind::Incident, id)).collect();
                item.by = response.by.iter().map(|id| self.link(Kind::Organisation, id)).collect();
                if let Some(first) = response.incidents.first()
                    && response.kind.is_document()
                {
                    item.note =
                        self.answered(first, response).map(|item| item.note).unwrap_or_default();
                }
            }
            Kind::Article => {
                let article = register.articles.get(id)?;
                item.date = Some(moment(words, &article.date, article.record.timezone));
                item.summary = self.summary(&article.record);
            }
            Kind::Organisation => {
                let organisation = register.organisations.get(id)?;
                let awaited =
                    self.owed(id).filter(|clock| clock.part() == ListPart::Counted).count();
                item.note = role(words, organisation);
                if awaited > 0 {
                    item.document = say!(words, "documents-awaited", n = awaited);
                }
            }
            Kind::Page => item.summary = self.summary(&register.pages.get(id)?.record),
        }
        Some(item)
    }

    pub(crate) fn summary(&self, record: &Record) -> String {
        record.summary_in(self.language).0.unwrap_or_default().to_owned()
    }

    /// Records as entries of a list, newest first, `most` at most.
    pub(crate) fn newest<'i>(
        &self,
        records: impl Iterator<Item = (Kind, &'i Id)>,
        most: usize,
    ) -> Vec<ItemView> {
        let mut dated: Vec<_> =
            records.map(|(kind, id)| (self.date_of(kind, id), kind, id)).collect();
        dated.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
        dated.iter().take(most).filter_map(|(_, kind, id)| self.item(*kind, id)).collect()
    }

    fn date_of(&self, kind: Kind, id: &Id) -> Option<(chrono::NaiveDate, chrono::NaiveDateTime)> {
        let register = &self.site.register;
        let moment = match kind {
            Kind::Incident => Some(&register.incidents.get(id)?.occurred),
            Kind::Response => register.responses.get(id).and_then(|found| found.appeared()),
            Kind::Article => Some(&register.articles.get(id)?.date),
            Kind::Organisation | Kind::Page => None,
        };
        moment.map(Moment::order)
    }
}

/// An entry with nothing in it.
fn entry() -> EntryView {
    EntryView {
        kind: String::new(),
        class: String::new(),
        date: None,
        day: String::new(),
        link: Link::default(),
        by: Vec::new(),
        document: String::new(),
        source: 0,
        anchor: String::new(),
    }
}

/// A row without its count.
fn uncounted(row: RowView) -> RowView {
    RowView {
        number: None,
        live: None,
        note: Phrase::default(),
        bar: String::new(),
        due_mark: String::new(),
        ..row
    }
}

/// The most dates of a series on a timeline.
const MOST_EXPECTED: usize = 6;

/// When a document is expected that is awaited: by its due date, or without one; of a series on the
/// last of the dates that nothing has settled.
fn expected_on(words: &Words, clock: &Clock) -> Vec<Option<DateView>> {
    let Some(series) = &clock.statement.series else {
        return vec![clock.due.as_ref().map(|due| DateView {
            iso: due.current.date(clock.zone).to_string(),
            text: wording::due_in_words(words, due),
        })];
    };
    let open = series.instances.iter().filter(|instance| instance.settled.is_none());
    let dates = open.map(|instance| {
        Some(DateView {
            iso: instance.due.date(clock.zone).to_string(),
            text: wording::when(words, instance.due, clock.zone),
        })
    });
    let mut last: Vec<_> = dates.rev().take(MOST_EXPECTED).collect();
    last.reverse();
    last
}

/// The number and anchor of a source, 0 for none.
fn numbered(source: Option<&Id>, record: &Record) -> (usize, String) {
    source.and_then(|id| source_number(record, id)).unwrap_or_default()
}

/// What an organisation does, as a word.
fn role(words: &Words, organisation: &Organisation) -> String {
    words.text(&format!("role-{}", organisation.role.name())).to_owned()
}

/// The state of a promise or recommendation, as a word.
fn status(words: &Words, status: Status) -> String {
    wording::status(words, status).to_owned()
}

/// Whether a report would number a recommendation so (`3`, `R3`, `A-23-12`), and not a name that
/// its author gave it (`nats-12`).
fn is_number(id: &str) -> bool {
    let is_slug = |id: &str| {
        id.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
    };
    let has_word = id.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_lowercase));
    id.contains(|c: char| c.is_ascii_digit()) && !(is_slug(id) && has_word)
}
