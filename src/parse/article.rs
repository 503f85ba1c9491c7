//! `content/articles/NAME.md` → [`Article`].

use super::record::{self, Name};
use crate::front_matter::moment::Written;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::Reader;
use crate::front_matter::values::List;
use crate::front_matter::yaml::{Key, Node};
use crate::markdown::mention::Mentions;
use crate::model::{Article, Record};

raw! {
    /// The keys of an article besides those of every record.
    RawArticle ("an article") {
        /// The day of publication; one that has not come yet keeps it back until then.
        date [required]: Written,
        /// The incidents that it is about, by id.
        incidents [incident]: List<Name>,
        /// Clocks shown side by side: incidents by id, or INCIDENT/CLOCK.
        compare [clock]: List<Name, 100>,
    }
}

/// Reads the article's own keys; `record` has been read from the same map.
pub(super) fn article(
    map: &[(Key, Node)],
    record: Record,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Article> {
    let RawArticle { date, incidents, compare } = RawArticle::read(map, reader);
    let head = mentions.head.clone();
    let date =
        reader.require(date, map, &head, "date", "write `date:` with the day of publication");
    Some(Article {
        incidents: record::names(incidents, |name| mentions.incident(name)),
        compare: compare.map_or_else(Vec::new, |list| {
            list.value.0.iter().map(|clock| mentions.clock(clock)).collect()
        }),
        date: reader.moment_of(&date, record.timezone)?,
        record,
    })
}
