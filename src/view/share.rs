//! A page → what other places show of it: its card, its oEmbed answer, and what a reader may copy.
//!
//! Addresses here are whole, since what holds them stands elsewhere.

use serde::Serialize;

use super::clock::{class, day};
use super::locale::{Locale, PageContext, anchor};
use super::{CounterView, LiveView, PageBody, Phrase};
use crate::clock::Clock;
use crate::i18n::{Words, say};
use crate::model::{Incident, Kind};
use crate::plan::{BadgeForm, Page, PageKind, badge_path, card_path, embed_path, oembed_path};
use crate::site::href;
use crate::wording::{self, BadgeSides, CardWords, Place, compose, titled};

/// The width of a frame that is suggested, in CSS pixels.
const FRAME_WIDTH: u32 = 600;
/// The height of a frame in which the longest usual sentence has room, in CSS pixels.
const FRAME_HEIGHT: u32 = 320;
/// The width of a card in pixels.
pub const CARD_WIDTH: u32 = 1200;
/// The height of a card in pixels.
pub const CARD_HEIGHT: u32 = 630;

/// What other sites are told of a page; part of [`super::PageView`].
#[derive(Debug, Default, Serialize, schemars::JsonSchema)]
pub struct SharingView {
    /// `article` or `website`.
    pub kind: String,
    /// `en_GB`; empty where the language alone is known.
    pub locale: String,
    /// The page's card.
    pub card: Option<CardLink>,
    /// The whole address of the oEmbed answer; empty without one.
    pub oembed: String,
    /// What a reader may copy from an incident's page.
    pub copy: Option<CopyView>,
}

/// A card as another site takes it.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CardLink {
    /// The whole address.
    pub url: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// Texts to be copied: HTML or Markdown as text, to be escaped where it is shown.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CopyView {
    /// A frame with the living counter; empty where embeds are turned off.
    pub frame: String,
    /// The badge as Markdown; empty where badges are turned off.
    pub badge_markdown: String,
    /// The badge as HTML; likewise.
    pub badge_html: String,
    /// A quotation with its day and a link, which holds without this site.
    pub quotation: String,
    /// The counter's state, since a quotation is taken back when its check expires.
    pub live: Option<LiveView>,
}

/// A counter in a frame: `embed.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct EmbedView {
    /// The clock.
    pub counter: CounterView,
    /// For which day it holds, where its sentence does not say so.
    pub dated: Option<Phrase>,
}

/// A clock on a badge.
#[derive(Debug)]
pub(crate) struct BadgeView {
    /// What is counted.
    pub(crate) label: String,
    /// How long, and for which day that holds.
    pub(crate) message: String,
    /// The whole sentence.
    pub(crate) title: String,
    /// The class by which the theme marks the state.
    pub(crate) class: String,
}

/// What a card shows.
#[derive(Debug)]
pub(crate) struct CardView {
    /// The site's name.
    pub(crate) site: String,
    /// Word and class of the badge; nothing on the site's own card.
    pub(crate) badge: Option<(String, String)>,
    /// Above the number: `At least`, or nothing.
    pub(crate) at_least: String,
    /// The number.
    pub(crate) number: String,
    /// What follows it.
    pub(crate) below: String,
    /// The name of the incident; on the site's card what the site is.
    pub(crate) title: String,
    /// The day for which it holds.
    pub(crate) day: String,
    /// Where more is to be read.
    pub(crate) address: String,
}

impl<'a> PageContext<'a> {
    /// A clock in a frame.
    pub(crate) fn embed(&self, clock: &'a Clock) -> Option<EmbedView> {
        let counter = self.counter(clock, Place::Page)?;
        let date = Phrase::today(self.locale.words(), clock.statement.today);
        let dated = compose!(self.locale.words(), "records-as-of", date = &date);
        Some(EmbedView { dated: (!counter.sentence.dated).then_some(dated), counter })
    }
}

impl<'a> Locale<'a> {
    fn whole(&self, path: &str) -> String {
        format!("{}{}", self.site.settings.url, href(path))
    }

    /// A clock on a badge.
    pub(crate) fn badge(&self, clock: &'a Clock) -> Option<BadgeView> {
        let subject = self.subject(clock)?;
        let BadgeSides { label, message } = subject.badge_sides();
        Some(BadgeView {
            label,
            message,
            title: subject.quotation(),
            class: class(clock).to_owned(),
        })
    }

    /// The card of an incident, by its headline clock.
    pub(crate) fn card(&self, incident: &Incident) -> Option<CardView> {
        let clock = self.site.docket.headline(incident.record.id.as_str())?;
        let subject = self.subject(clock)?;
        let CardWords { at_least, number, below, day } = subject.card();
        Some(CardView {
            site: self.site.settings.title.clone(),
            badge: Some((subject.badge().to_owned(), class(clock).to_owned())),
            at_least,
            number,
            below,
            day,
            title: subject.incident.title,
            address: address(&self.site.settings.url),
        })
    }

    /// The card of the site: it speaks of no single incident, since it stands for pages about
    /// others as well.
    pub(crate) fn site_card(&self) -> CardView {
        let settings = &self.site.settings;
        CardView {
            site: String::new(),
            badge: None,
            at_least: String::new(),
            number: String::new(),
            below: settings.description.clone().unwrap_or_default(),
            title: settings.title.clone(),
            day: say!(
                self.words(),
                "records-as-of",
                date = &day(self.words(), self.site.today()).text
            ),
            address: address(&settings.url),
        }
    }

    /// What an oEmbed answer says of an incident's page.
    pub(crate) fn oembed(&self, incident: &Incident) -> Option<OEmbedView> {
        let clock = self.site.docket.headline(incident.record.id.as_str())?;
        let subject = self.subject(clock)?;
        let settings = &self.site.settings;
        let card =
            settings.outputs.cards.then(|| self.whole(&card_path(self.site, Some(incident))));
        Some(OEmbedView {
            version: "1.0",
            kind: "rich",
            title: subject.quotation(),
            provider_name: settings.title.clone(),
            provider_url: settings.url.clone(),
            url: self.whole(&self.site.path(Kind::Incident, &incident.record)),
            html: self.frame(
                clock,
                &frame_title(self.words(), &subject.incident.title, subject.document_name()),
            ),
            width: FRAME_WIDTH,
            height: FRAME_HEIGHT,
            thumbnail_width: card.is_some().then_some(CARD_WIDTH),
            thumbnail_height: card.is_some().then_some(CARD_HEIGHT),
            thumbnail_url: card,
            as_of: wording::iso(clock.statement.counted_to()),
        })
    }

    /// The code of a frame with a clock.
    fn frame(&self, clock: &Clock, title: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{FRAME_WIDTH}\" height=\"{FRAME_HEIGHT}\" loading=\"lazy\" \
             style=\"border:0;width:100%;max-width:{FRAME_WIDTH}px\"></iframe>",
            self.whole(&embed_path(self.site, clock, self.language)),
            escaped(title),
        )
    }

    /// What a reader may copy from an incident's page.
    fn copy(&self, incident: &Incident, clock: &Clock, counter: &CounterView) -> CopyView {
        let outputs = self.site.settings.outputs;
        let page = self.whole(&self.site.path_in(Kind::Incident, &incident.record, self.language));
        let badge = self.whole(&badge_path(self.site, clock, BadgeForm::Svg, self.language));
        let alt = frame_title(self.words(), &counter.incident.title, &counter.document);
        let when_on = |on: bool, text: &dyn Fn() -> String| if on { text() } else { String::new() };
        CopyView {
            frame: when_on(outputs.embeds, &|| self.frame(clock, &alt)),
            badge_markdown: when_on(outputs.badges, &|| {
                format!("[![{}]({badge})]({page})", markdown(&alt))
            }),
            badge_html: when_on(outputs.badges, &|| {
                format!("<a href=\"{page}\"><img src=\"{badge}\" alt=\"{}\"></a>", escaped(&alt))
            }),
            quotation: format!(
                "<blockquote cite=\"{page}\">\n<p>{}</p>\n<p><a href=\"{page}\">{}</a></p>\n</blockquote>",
                escaped(&counter.statement),
                escaped(&self.site.settings.title),
            ),
            live: counter.live.clone(),
        }
    }
}

/// An oEmbed answer of the type `rich`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub(crate) struct OEmbedView {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    url: String,
    html: String,
    width: u32,
    height: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_height: Option<u32>,
    as_of: String,
}

/// What other sites are told of a page that shows `body`.
pub(super) fn sharing(locale: &Locale<'_>, page: Page<'_>, body: &PageBody) -> SharingView {
    let site = locale.site;
    let outputs = site.settings.outputs;
    let incident = match page.kind {
        PageKind::Record(Kind::Incident, id) => site.register.incidents.get(id).map(Box::as_ref),
        PageKind::Redirect(_) | PageKind::NotFound | PageKind::Embed(..) => {
            return SharingView::default();
        }
        PageKind::Docket(_)
        | PageKind::Sorted(..)
        | PageKind::List(..)
        | PageKind::Groups(..)
        | PageKind::Group(..)
        | PageKind::Agenda(_)
        | PageKind::Record(..)
        | PageKind::Regimes
        | PageKind::Regime(_)
        | PageKind::Statistics
        | PageKind::Search
        | PageKind::Corrections(_) => None,
    };
    let is_article =
        matches!(page.kind, PageKind::Record(Kind::Incident | Kind::Article | Kind::Response, _));
    let counters = if let PageBody::Incident(view) = body { view.counters.as_slice() } else { &[] };
    let headline = incident.and_then(|found| {
        let clock = site.docket.headline(found.record.id.as_str())?;
        let name = anchor(clock);
        Some((found, clock, counters.iter().find(|counter| counter.anchor == name)?))
    });
    let alt = || match &headline {
        Some((_, _, counter)) => counter.statement.clone(),
        None => titled(
            locale.words(),
            &site.settings.title,
            site.settings.description.as_deref().unwrap_or_default(),
        ),
    };
    SharingView {
        kind: if is_article { "article" } else { "website" }.to_owned(),
        locale: open_graph_locale(page.language).to_owned(),
        card: outputs.cards.then(|| CardLink {
            url: locale.whole(&card_path(site, incident)),
            width: CARD_WIDTH,
            height: CARD_HEIGHT,
            alt: alt(),
        }),
        oembed: incident
            .filter(|_| outputs.embeds)
            .map_or_else(String::new, |found| locale.whole(&oembed_path(found))),
        copy: headline.map(|(found, clock, counter)| locale.copy(found, clock, counter)),
    }
}

/// The title of a frame's page: without a number, since a title does not move on.
pub(super) fn frame_title(words: &Words, incident: &str, document: &str) -> String {
    titled(words, incident, document)
}

/// The address of the site as people write it.
fn address(url: &str) -> String {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

/// A language with the country whose way of writing it we follow, as Open Graph wants it; nothing
/// for other languages.
fn open_graph_locale(language: &str) -> &'static str {
    match language {
        "en" => "en_GB",
        "fr" => "fr_FR",
        "ko" => "ko_KR",
        "de" => "de_DE",
        "ja" => "ja_JP",
        "es" => "es_ES",
        _ => "",
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut html, text);
    html
}

/// Text between the brackets of a Markdown picture.
fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '!' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
