//! Many clocks or records → docket and lists.

use std::collections::BTreeMap;

use super::locale::{Locale, PageContext};
use super::scale::axis;
use super::{CommitmentView, DocketView, ItemView, Link, ListView, PagesView, RowView};
use crate::clock::{Clock, ListPart, latest_state};
use crate::i18n::say;
use crate::model::{Commitment, Id, Incident, Kind, Status};
use crate::plan::ROWS;
use crate::site::{Group, SiteModel, href};
use crate::text::alphabetical;
use crate::wording::{self, Place};

impl PageContext<'_> {
    /// One page of the docket, from 0.
    pub(crate) fn docket(&self, page: usize) -> DocketView {
        let ranked = self.locale.site.ranked();
        let longest = self.locale.site.longest();
        let here = ranked.clone().skip(page * ROWS).take(ROWS);
        let rows = |wanted: ListPart| {
            here.clone()
                .filter(move |clock| clock.part() == wanted)
                .filter_map(|clock| self.locale.row(clock, longest))
                .collect()
        };
        // They stand in this order: open with a number, open without one, settled.
        let (open_count, unknown_count) = self.locale.site.open_counts();
        let first_page = page == 0;
        let lead = self.locale.site.lead().filter(|_| first_page);
        let newest =
            |kind, ids: Vec<&Id>| self.locale.newest(ids.into_iter().map(|id| (kind, id)), 6);
        let register = &self.locale.site.register;
        let promises =
            if first_page && ranked.len() == 0 { self.locale.promises() } else { Vec::new() };
        DocketView {
            lead: lead.and_then(|(clock, _)| self.counter(clock, Place::Page)),
            lead_why: lead.map_or_else(String::new, |(_, why)| {
                wording::lead(self.locale.words(), why).to_owned()
            }),
            open: rows(ListPart::Counted),
            unknown: rows(ListPart::Uncounted),
            settled: rows(ListPart::Settled),
            open_count,
            unknown_count,
            settled_count: ranked.len() - open_count - unknown_count,
            incident_count: register.incidents.len(),
            axis: axis(self.locale.words(), longest),
            promises_counted: self.locale.promises_counted(&promises),
            promises: promises.into_iter().map(|(_, view)| view).collect(),
            responses: if first_page {
                newest(Kind::Response, register.responses.keys().collect())
            } else {
                Vec::new()
            },
            articles: if first_page {
                newest(Kind::Article, register.articles.keys().collect())
            } else {
                Vec::new()
            },
            pages: self.locale.pages("", page, ranked.len()),
        }
    }
}

/// The most promises on the home page.
const MOST_PROMISES: usize = 200;

impl Locale<'_> {
    /// What was promised after the incidents of a site, those due first, with the state that each
    /// was in last.
    fn promises(&self) -> Vec<(Option<Status>, CommitmentView)> {
        let incidents = self.site.register.incidents.values();
        let mut all: Vec<(&Incident, &Commitment)> = incidents
            .flat_map(|incident| incident.commitments.iter().map(move |found| (&**incident, found)))
            .collect();
        all.sort_by_key(|(incident, found)| (found.due.is_none(), found.due, &incident.record.id));
        let view = |(incident, found): (&Incident, &Commitment)| {
            let link = self.link(Kind::Incident, &incident.record.id);
            let view = self.commitment(found, &incident.record);
            let last = latest_state(&found.history).map(|entry| entry.status);
            (last, CommitmentView { incident: Some(link), ..view })
        };
        all.into_iter().take(MOST_PROMISES).map(view).collect()
    }

    /// `3 promises: 1 kept, 2 stalled`; empty where there is none.
    fn promises_counted(&self, promises: &[(Option<Status>, CommitmentView)]) -> String {
        if promises.is_empty() {
            return String::new();
        }
        let mut counts: BTreeMap<Option<Status>, usize> = BTreeMap::new();
        promises.iter().for_each(|(state, _)| *counts.entry(*state).or_default() += 1);
        wording::promises_counted(self.words(), &counts)
    }

    /// One page of the list of a kind, from 0: incidents by their headline clocks.
    pub(crate) fn list(&self, kind: Kind, page: usize) -> ListView {
        let ids = self.site.index.listed(kind);
        let here = ids.iter().skip(page * ROWS).take(ROWS);
        let (mut rows, mut items) = (Vec::new(), Vec::new());
        match kind {
            Kind::Incident => {
                rows.extend(here.filter_map(|id| self.headline_row(id, self.site.longest())));
            }
            _ => items.extend(here.filter_map(|id| self.item(kind, id))),
        }
        let base = format!("{}/", kind.folder());
        self.list_of(kind.folder(), ids.len(), rows, items, &base, page)
    }

    /// One page of the list of all tags, countries, sectors or authors, from 0, by name.
    pub(crate) fn groups(&self, group: Group, page: usize) -> ListView {
        let all = self.site.index.groups_of(group);
        let items = all.map(|(key, members)| ItemView {
            link: self.group_named(group, key, members),
            kind: group.name().to_owned(),
            note: say!(self.words(), "records-counted", n = members.records.len()),
            ..ItemView::default()
        });
        let items = by_title(items.collect(), |item| &item.link);
        let (count, folder) = (items.len(), group.folder());
        let here = items.into_iter().skip(page * ROWS).take(ROWS).collect();
        self.list_of(folder, count, Vec::new(), here, &format!("{folder}/"), page)
    }

    /// One page of a group, from 0.
    pub(crate) fn group(&self, group: Group, key: &str, page: usize) -> ListView {
        let members = self.site.index.group(group, key);
        let records = members.map_or(&[][..], |members| &members.records);
        let here = || records.iter().skip(page * ROWS).take(ROWS);
        let mut clocks: Vec<&Clock> = here()
            .filter(|(kind, _)| *kind == Kind::Incident)
            .filter_map(|(_, id)| self.site.docket.headline(id.as_str()))
            .collect();
        clocks.sort_by_key(|clock| clock.rank());
        let longest = self.site.longest();
        let rows = clocks.iter().filter_map(|clock| self.row(clock, longest)).collect();
        let others =
            here().filter(|(kind, _)| *kind != Kind::Incident).map(|(kind, id)| (*kind, id));
        self.list_of(
            group.name(),
            records.len(),
            rows,
            self.newest(others, usize::MAX),
            &SiteModel::group_path(group, key),
            page,
        )
    }

    fn headline_row(&self, incident: &Id, longest: i64) -> Option<RowView> {
        self.row(self.site.docket.headline(incident.as_str())?, longest)
    }

    /// The pages of a list whose first page is at `base` in the site's own language.
    pub(super) fn pages(&self, base: &str, page: usize, rows: usize) -> PagesView {
        let count = rows.div_ceil(ROWS).max(1);
        let at = |number: usize| {
            let path =
                if number == 0 { base.to_owned() } else { format!("{base}page/{}/", number + 1) };
            let path = self.site.path_of_list(&path, self.language);
            Link { title: (number + 1).to_string(), path: href(&path), ..Link::default() }
        };
        PagesView {
            number: page + 1,
            count,
            previous: page.checked_sub(1).map(at),
            next: (page + 1 < count).then(|| at(page + 1)),
        }
    }

    fn list_of(
        &self,
        kind: &str,
        count: usize,
        rows: Vec<RowView>,
        items: Vec<super::ItemView>,
        base: &str,
        page: usize,
    ) -> ListView {
        ListView {
            kind: kind.to_owned(),
            count,
            rows,
            axis: axis(self.words(), self.site.longest()),
            items,
            pages: self.pages(base, page, count),
        }
    }
}

/// In order of title, as a reader looks for it.
pub(super) fn by_title<T>(mut items: Vec<T>, link: impl Fn(&T) -> &Link) -> Vec<T> {
    items.sort_by_cached_key(|item| {
        let Link { title, path, .. } = link(item);
        (alphabetical(title), path.clone())
    });
    items
}
