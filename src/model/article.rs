use super::{ClockRef, Id, Moment, Record};

/// An editorial piece about incidents.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// What every record has.
    pub record: Record,
    /// When it was or will be published.
    pub date: Moment,
    /// What it is about.
    pub incidents: Vec<Id>,
    /// Clocks to be shown side by side.
    pub compare: Vec<ClockRef>,
}

/// A page that is none of the other kinds: about, method, corrections.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What every record has.
    pub record: Record,
}
