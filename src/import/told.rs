//! What is told in one line of the report, however often it is so.

use crate::diag::pluralise;

/// Something that happens to many records of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    // Dates.
    Midnight,
    BareMidnight,
    Utc,
    Serial,
    TwoDigits,
    MonthOfYear,
    NamedDay,
    // What the other program shows.
    Headless,
    Expired,
    TooEarly,
    Notice,
    Resolved,
    // Keys and cells.
    NoTitle,
    NoDate,
    Keys,
    Country,
    NoAddress,
    AliasTaken,
    AliasForm,
    AliasUnknown,
    Organisation,
    Row,
    Cell,
    CheckAfter,
    NoOrganisation,
    Several,
    AddressGuessed,
    AnswerUndated,
    Format,
    // Prose.
    Tracking,
    Comment,
    More,
    Times,
    Invitation,
    Template,
    Markup,
    Attributes,
    Styling,
    Frame,
    Script,
    Pictures,
    Picture,
    PictureElsewhere,
    PictureWithoutWords,
    Link,
    LinkBack,
    Fragment,
    // Languages and other records.
    Translation,
    Language,
    Languages,
    LeadsToDraft,
}

impl Told {
    /// The sentence for so many, with the first few of them and whether there are more.
    pub(super) fn sentence(self, count: usize, examples: &[String], has_more: bool) -> String {
        let n = |what: &str| pluralise(count, what);
        let more = if has_more { " …" } else { "" };
        let list = format!("{}{more}", examples.join(", "));
        let ticked = format!("`{}`{more}", examples.join("`, `"));
        match self {
            Told::Midnight => format!(
                "{} of midnight in UTC taken for the day alone, as tools write it",
                n("time")
            ),
            Told::BareMidnight => {
                format!("{} of midnight taken for the day alone, as tools write it", n("time"))
            }
            Told::Utc => format!("{} without a zone taken as UTC, as Hugo takes it", n("time")),
            Told::Serial => format!(
                "{} written as a spreadsheet's number, which was counted from 1900: {list}",
                n("day")
            ),
            Told::TwoDigits => format!(
                "{} with a year of two digits, taken for the latest that it can be: {list}",
                n("date")
            ),
            Told::MonthOfYear => {
                format!("{} taken for a month and a year of two digits: {list}", n("date"))
            }
            Told::NamedDay => {
                format!("{} in the name of a file, taken for its date: {list}", n("day"))
            }
            Told::Headless => format!("{} of which Hugo makes no page: {list}", n("record")),
            Told::Expired => format!("{} that Hugo does not show any more: {list}", n("record")),
            Told::TooEarly => format!("{} that Hugo does not show yet: {list}", n("record")),
            Told::Notice => format!(
                "{}, perhaps of planned work: publish them only if something went wrong: {list}",
                n("notice")
            ),
            Told::Resolved => format!("{} marked as resolved, without a time: {list}", n("issue")),
            Told::NoTitle => {
                format!("{} without a title, named by the file or row: {list}", n("record"))
            }
            Told::NoDate => format!(
                "{} no date, and an incident or article needs one: {list}",
                are(count, "text has", "texts have")
            ),
            Told::Keys => {
                format!("{} of front matter that a record has no place for: {ticked}", n("key"))
            }
            Told::Country => format!(
                "{} no country that is known here, so that the record has none: {ticked}",
                are(count, "text is", "texts are")
            ),
            Told::NoAddress => {
                format!("{} no web address: {ticked}", are(count, "text is", "texts are"))
            }
            Told::AliasTaken => format!(
                "{} that another page has as well: {list}",
                n("old address").replace("addresss", "addresses")
            ),
            Told::AliasForm => format!(
                "{} that cannot be a path of this site: {list}",
                n("old address").replace("addresss", "addresses")
            ),
            Told::AliasUnknown => format!(
                "{} without its old address, which cannot be told from {ticked}",
                n("record")
            ),
            Told::Organisation => format!(
                "{} named, with a record of its own where there is none: {list}",
                n("organisation")
            ),
            Told::Row => format!(
                "{} the same as an earlier row in every cell: {list}",
                are(count, "row is", "rows are")
            ),
            Told::Cell => format!("{} that could not be read: {ticked}", n("cell")),
            Told::CheckAfter => format!(
                "{} made on or after the day of the document, so that no absence was found: {list}",
                n("check")
            ),
            Told::NoOrganisation => format!(
                "{} a date and no organisation: {ticked}",
                are(count, "cell is", "cells are")
            ),
            Told::Several => format!(
                "{} several who owe a document; write a clock for each: {list}",
                are(count, "cell names", "cells name")
            ),
            Told::AddressGuessed => format!(
                "{} taken for that of the document as well: {list}",
                n("address").replace("addresss", "addresses")
            ),
            Told::AnswerUndated => format!(
                "{} of a document whose day is not told: {list}",
                n("address").replace("addresss", "addresses")
            ),
            Told::Format => format!(
                "{} no Markdown; only files that end in .md, .markdown or .html are read: {list}",
                are(count, "file is", "files are")
            ),
            Told::Tracking => format!("{} without what tracks readers", n("link")),
            Told::Comment => format!("{} that readers did not see", n("comment")),
            Told::More => format!("{} for the end of a summary", n("mark")),
            Told::Times => {
                format!("{} of updates became words, in the zone of the status page", n("time"))
            }
            Told::Invitation => format!(
                "{} like an invitation and not like the text: {list}",
                are(count, "line looks", "lines look")
            ),
            Told::Template => format!(
                "{} like a template that another program fills in, which readers would see as text: {list}",
                are(count, "place looks", "places look")
            ),
            Told::Markup => format!(
                "{} of HTML that Markdown has nothing for, which readers would see as text: {list}",
                n("tag")
            ),
            Told::Attributes => format!("{} for a style sheet or a script: {list}", n("attribute")),
            Told::Styling => {
                format!("{} of HTML that only changed how text looked: {list}", n("tag"))
            }
            Told::Frame => format!(
                "{} of another site became {}: {list}",
                are(count, "frame", "frames"),
                if count == 1 { "a link" } else { "links" }
            ),
            Told::Script => format!("{} or style sheets within a text: {list}", n("script")),
            Told::Pictures => format!(
                "{} copied beside {}, with the record's name before their own: {list}",
                n("picture"),
                if count == 1 { "its record" } else { "their records" }
            ),
            Told::Picture => format!(
                "{} became words, because there is no such file, or it is damaged: {list}",
                n("picture")
            ),
            Told::PictureElsewhere => format!(
                "{} of another site became {}, because that site would follow our readers: {list}",
                n("picture"),
                if count == 1 { "a link" } else { "links" }
            ),
            Told::PictureWithoutWords => format!(
                "{} without a description for those who do not see it: {list}",
                n("picture")
            ),
            Told::Link => format!(
                "{} became words, because they led to pages or files of the other site: {list}",
                n("link")
            ),
            Told::LinkBack => format!(
                "{} {} to the other site, at the address that its configuration names: {list}",
                n("link"),
                if count == 1 { "leads" } else { "lead" }
            ),
            Told::Fragment => format!(
                "{} to the whole page and no longer to a heading, which is not found there: {list}",
                are(count, "link leads", "links lead")
            ),
            Told::Translation => format!(
                "{} beside {}, with words alone: {list}",
                n("translation"),
                if count == 1 { "its original" } else { "their originals" }
            ),
            Told::Language => format!(
                "{} in another language, of which no original was found: {list}",
                n("record")
            ),
            Told::Languages => format!(
                "add to `languages` in overdue.yaml, without which the site is refused: {list}"
            ),
            Told::LeadsToDraft => format!(
                "{} a draft, because a record that it leads to is one: {list}",
                are(count, "record is", "records are")
            ),
        }
    }
}

/// A count with its noun and verb.
fn are(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
