use super::Record;

/// Somebody who runs, oversees, investigates or judges.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// What every record has; the title is its name.
    pub record: Record,
    /// What it does here.
    pub role: Role,
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: Option<String>,
    /// Its own site.
    pub url: Option<String>,
}

/// What an organisation does in the matters that a site follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own words, listed in the user guide")]
pub enum Role {
    Operator,
    Authority,
    Investigator,
    Court,
    Legislature,
    Funder,
    Other,
}

impl Role {
    /// Every role with the word for it in front matter and data.
    pub const NAMES: [(Role, &'static str); 7] = [
        (Role::Operator, "operator"),
        (Role::Authority, "authority"),
        (Role::Investigator, "investigator"),
        (Role::Court, "court"),
        (Role::Legislature, "legislature"),
        (Role::Funder, "funder"),
        (Role::Other, "other"),
    ];

    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
}
