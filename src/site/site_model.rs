//! Register → the model of a site: facts and counts, in order, with the paths of pages.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::order::Orders;
use super::{Group, Index, Order};
use crate::clock::{self, Clock, Docket, Entry, Lead, ListPart, Position};
use crate::i18n::{Lexicon, Words};
use crate::model::{Id, Kind, Record, Register, Settings};
use crate::resolve::{Ahead, Options};

/// Everything a page can show: facts, counts and who belongs to whom. Nothing in it changes while
/// pages are rendered.
#[derive(Debug)]
pub struct SiteModel {
    /// The configuration.
    pub settings: Settings,
    /// The register as it stood.
    pub register: Register,
    /// Every clock.
    pub docket: Docket,
    /// Responses and articles whose day has not come, which no page shows.
    pub scheduled: Vec<Entry>,
    /// Records that are not published, which no page shows.
    pub drafts: Vec<Entry>,
    /// Records by group.
    pub index: Index,
    /// The clocks that a site leads with: open ones first, longest wait first.
    ranked: Vec<Position>,
    /// The same in other orders.
    pub(super) orders: Orders,
    longest: i64,
    /// What has passed and what comes, worked out when it is first asked for.
    agenda: OnceLock<Vec<Entry>>,
    /// The name of the site's card.
    pub(crate) site_card: String,
    pub(crate) lexicon: Option<Arc<Lexicon>>,
}

impl SiteModel {
    /// Days ahead within which the agenda names a date: a year, so that a subscriber sees what is
    /// coming.
    pub const AHEAD: u64 = 366;

    /// Counts what was read, as of the moment for which it was read. `drafts` are records that are
    /// left out.
    pub fn new(
        settings: Settings,
        register: Register,
        drafts: &[(Kind, Record)],
        options: Options,
    ) -> Self {
        let scheduled = if options.ahead == Ahead::Mistake {
            clock::scheduled(&register, options.as_of)
        } else {
            Vec::new()
        };
        let drafts = clock::drafts(drafts.iter().map(|(kind, record)| (*kind, record)));
        let register = clock::as_it_stood(register, options.as_of);
        let docket = Docket::new(&register, options.as_of);
        let index = Index::new(&register);
        let mut ranked: Vec<Position> = docket.positions().collect();
        ranked.par_sort_by_cached_key(|position| {
            let clock = docket.at(*position);
            (clock.rank(), &clock.incident, &clock.id)
        });
        let longest = clock::longest(docket.clocks());
        let site_card = site_card(&register);
        // What a site has named itself has no words in the program.
        let lexicon =
            (!settings.documents.is_empty()).then(|| Arc::new(Lexicon::english(&settings)));
        let orders = Orders::default();
        Self {
            settings,
            register,
            docket,
            scheduled,
            drafts,
            index,
            ranked,
            orders,
            longest,
            agenda: OnceLock::new(),
            site_card,
            lexicon,
        }
    }

    /// The same, told in the languages of `lexicon`; without one everything is told in English, as
    /// on the command line.
    #[must_use]
    pub fn with_words(self, lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon: Some(lexicon), ..self }
    }

    /// A record whose words are to be changed; what follows from facts stays as it is.
    pub fn record_mut(&mut self, kind: Kind, id: &Id) -> Option<&mut Record> {
        // Titles are words, and one of the orders is by title.
        self.orders = Orders::default();
        self.register.record_mut(kind, id)
    }

    /// The words for what is in `language`: those of the language, or of the site's own, or English
    /// ones.
    pub fn words(&self, language: &str) -> &Words {
        self.lexicon.as_ref().map_or_else(
            || Words::english(),
            |lexicon| lexicon.get_or(language, &self.settings.language),
        )
    }

    /// Every clock: open ones before settled ones, those of which no number is claimed last among
    /// the open, longest first.
    pub fn ranked(&self) -> impl ExactSizeIterator<Item = &Clock> + Clone {
        self.ranked.iter().map(|position| self.docket.at(*position))
    }

    /// How many clocks are open with a number, and how many without one; the others are settled.
    /// They are ranked in this order.
    pub fn open_counts(&self) -> (usize, usize) {
        let before =
            |part: ListPart| self.ranked.partition_point(|at| self.docket.at(*at).part() < part);
        (before(ListPart::Uncounted), before(ListPart::Settled) - before(ListPart::Uncounted))
    }

    /// The clock that a site leads with, and why.
    pub fn lead(&self) -> Option<(&Clock, Lead)> {
        let recheck = |clock: &Clock| {
            let incident = self.register.incidents.get(&clock.incident);
            incident.and_then(|found| clock.terms(found)).map_or(0, |terms| terms.recheck_days)
        };
        clock::lead(self.ranked(), recheck)
    }

    /// Every clock in an order.
    pub fn ordered(&self, order: Order) -> impl ExactSizeIterator<Item = &Clock> + Clone {
        let places = self.orders.places(order, || self.ranked().collect(), &self.register);
        places.iter().map(|place| self.docket.at(self.ranked[*place]))
    }

    /// What of the agenda readers see, by day: what has passed, then what comes within
    /// [`Self::AHEAD`] days.
    pub fn agenda(&self) -> &[Entry] {
        self.agenda.get_or_init(|| {
            let mut found = clock::agenda(&self.register, &self.docket, Self::AHEAD);
            found.retain(|entry| entry.matter.is_public());
            found.sort_by_key(|entry| (!entry.matter.has_passed(), entry.day));
            found
        })
    }

    /// The longest number of days that any clock claims.
    pub fn longest(&self) -> i64 {
        self.longest
    }

    /// The civil date of the as-of in the site's zone.
    pub fn today(&self) -> NaiveDate {
        self.docket.as_of().date_in(self.settings.timezone)
    }

    /// The path of a record's page.
    pub fn path(&self, kind: Kind, record: &Record) -> String {
        [kind.folder(), "/", &record.slug, "/"].concat()
    }

    /// The path of a record's page in `language` if it is translated into it, and otherwise of the
    /// one in its own.
    pub fn path_in(&self, kind: Kind, record: &Record, language: &str) -> String {
        let path = self.path(kind, record);
        let translated = record.translations.contains_key(language)
            && self.settings.languages.iter().any(|other| other == language);
        if translated { [language, "/", &path].concat() } else { path }
    }

    /// The path of a page that the site has in each of its languages, such as a list, from its path
    /// in the site's own.
    pub fn path_of_list(&self, path: &str, language: &str) -> String {
        let other = language != self.settings.language
            && self.settings.languages.iter().any(|other| other == language);
        if other { format!("{language}/{path}") } else { path.to_owned() }
    }

    /// The path of the named record's page, if it exists as of this moment.
    pub fn path_of(&self, kind: Kind, id: &Id) -> Option<String> {
        Some(self.path(kind, self.register.record(kind, id.as_str())?))
    }

    /// The path of a group's page.
    pub fn group_path(group: Group, key: &str) -> String {
        format!("{}/{key}/", group.folder())
    }

    /// The path of a duty's page.
    pub fn regime_path(id: &Id) -> String {
        format!("regimes/{id}/")
    }

    /// A clock of an incident, by their ids.
    pub fn clock(&self, incident: &Id, clock: &Id) -> Option<&Clock> {
        self.docket.of(incident.as_str()).iter().find(|found| found.id == *clock)
    }

    /// The language of what [`SiteModel::title`] gives.
    pub fn language_of<'r>(&self, record: &'r Record, language: &'r str) -> &'r str {
        if record.translations.contains_key(language) { language } else { &record.language }
    }

    /// The title of a record in `language`, or in its own.
    pub fn title<'r>(&self, record: &'r Record, language: &str) -> &'r str {
        record
            .translations
            .get(language)
            .map_or(record.title.as_str(), |words| words.title.as_str())
    }
}

/// The name of the site's card, which is that of no incident.
fn site_card(register: &Register) -> String {
    let mut name = "site".to_owned();
    while register
        .incidents
        .values()
        .any(|incident| incident.record.slug.eq_ignore_ascii_case(&name))
    {
        name.insert_str(0, "the-");
    }
    name
}
