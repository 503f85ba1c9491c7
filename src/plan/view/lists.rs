//! Many clocks or records → docket and lists.

use super::clock::{Scene, axis};
use super::{DocketView, Link, ListView, PagesView, RowView};
use crate::clock::{Clock, ListPart};
use crate::model::{Id, Kind};
use crate::plan::pages::ROWS;
use crate::plan::{Group, SiteModel, href};
use crate::wording::{self, Place};

impl Scene<'_> {
    /// One page of the docket, from 0.
    pub(crate) fn docket(&self, page: usize) -> DocketView {
        let ranked = self.world.ranked();
        let longest = self.world.longest();
        let here = ranked.clone().skip(page * ROWS).take(ROWS);
        let rows = |wanted: ListPart| {
            here.clone().filter(move |clock| clock.part() == wanted).filter_map(|clock| self.row(clock, longest)).collect()
        };
        // They stand in this order: open with a number, open without one, settled.
        let (open_count, unknown_count) = self.world.open_counts();
        let first_page = page == 0;
        let lead = self.world.lead().filter(|_| first_page);
        let newest = |kind, ids: Vec<&Id>| self.newest(ids.into_iter().map(|id| (kind, id)), 6);
        let register = &self.world.register;
        DocketView {
            lead: lead.and_then(|(clock, _)| self.counter(clock, Place::Page)),
            lead_why: lead.map_or_else(String::new, |(_, why)| wording::lead(self.words(), why).to_owned()),
            open: rows(ListPart::Counted),
            unknown: rows(ListPart::Uncounted),
            settled: rows(ListPart::Settled),
            open_count,
            unknown_count,
            settled_count: ranked.len() - open_count - unknown_count,
            incident_count: register.incidents.len(),
            axis: axis(self.words(), longest),
            responses: if first_page { newest(Kind::Response, register.responses.keys().collect()) } else { Vec::new() },
            articles: if first_page { newest(Kind::Article, register.articles.keys().collect()) } else { Vec::new() },
            pages: self.pages("", page, ranked.len()),
        }
    }

    /// One page of the list of a kind, from 0: incidents by their headline clocks, newest incident first.
    pub(crate) fn list(&self, kind: Kind, page: usize) -> ListView {
        let register = &self.world.register;
        let base = format!("{}/", kind.folder());
        match kind {
            Kind::Incident => {
                let ids = self.world.index.incidents_newest_first();
                let rows = ids.iter().skip(page * ROWS).take(ROWS).flat_map(|id| self.headline_row(id, self.world.longest()));
                self.list_of("incidents", ids.len(), rows.collect(), Vec::new(), &base, page)
            }
            _ => {
                let ids: Vec<(Kind, &Id)> = register.articles.keys().map(|id| (kind, id)).collect();
                let items = self.newest(ids.iter().copied(), usize::MAX).into_iter().skip(page * ROWS).take(ROWS).collect();
                self.list_of(kind.folder(), ids.len(), Vec::new(), items, &base, page)
            }
        }
    }

    /// One page of a group, from 0.
    pub(crate) fn group(&self, group: Group, key: &str, page: usize) -> ListView {
        let members = self.world.index.group(group, key);
        let records = members.map_or(&[][..], |members| &members.records);
        let here = || records.iter().skip(page * ROWS).take(ROWS);
        let mut clocks: Vec<&Clock> =
            here().filter(|(kind, _)| *kind == Kind::Incident).filter_map(|(_, id)| self.world.docket.headline(id.as_str())).collect();
        clocks.sort_by_key(|clock| clock.rank());
        let longest = self.world.longest();
        let rows = clocks.iter().filter_map(|clock| self.row(clock, longest)).collect();
        let others = here().filter(|(kind, _)| *kind != Kind::Incident).map(|(kind, id)| (*kind, id));
        let kind = match group {
            Group::Tag => "tag",
            Group::Country => "country",
            Group::Sector => "sector",
        };
        self.list_of(kind, records.len(), rows, self.newest(others, usize::MAX), &SiteModel::group_path(group, key), page)
    }

    fn headline_row(&self, incident: &Id, longest: i64) -> Option<RowView> {
        self.row(self.world.docket.headline(incident.as_str())?, longest)
    }

    /// The pages of a list whose first page is at `base` in the site's own language.
    pub(super) fn pages(&self, base: &str, page: usize, rows: usize) -> PagesView {
        let count = rows.div_ceil(ROWS).max(1);
        let at = |number: usize| {
            let path = if number == 0 { base.to_owned() } else { format!("{base}page/{}/", number + 1) };
            let path = self.world.path_of_list(&path, self.language);
            Link { title: (number + 1).to_string(), path: href(&path), ..Link::default() }
        };
        PagesView { number: page + 1, count, previous: page.checked_sub(1).map(at), next: (page + 1 < count).then(|| at(page + 1)) }
    }

    fn list_of(&self, kind: &str, count: usize, rows: Vec<RowView>, items: Vec<super::ItemView>, base: &str, page: usize) -> ListView {
        ListView {
            kind: kind.to_owned(),
            count,
            rows,
            axis: axis(self.words(), self.world.longest()),
            items,
            pages: self.pages(base, page, count),
        }
    }
}
