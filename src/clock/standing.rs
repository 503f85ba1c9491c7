/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The document is awaited, and no limit has passed.
    Waiting,
    /// The document is awaited, and its limit has passed.
    Overdue,
    /// The document is public.
    Published,
    /// The document is public, and came after its limit.
    PublishedLate,
    /// The document was handed over and is not public.
    Delivered,
    /// The clock stands still for a time: its limit had not passed when the pause began. A pause of
    /// a clock without a limit stops nothing, and one that began after the limit had passed excuses
    /// nothing: then the wait goes on.
    Paused,
    /// The wait has ended without a document.
    Closed,
    /// It was owed again and again, and is no longer, since the final document is there.
    Ended,
    /// A limit has passed, and nobody outside can see whether it was kept.
    Confidential,
    /// What starts the clock is not known.
    Unknown,
}

impl Standing {
    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Waiting => "waiting",
            Standing::Overdue => "overdue",
            Standing::Published => "published",
            Standing::PublishedLate => "published-late",
            Standing::Delivered => "delivered",
            Standing::Paused => "paused",
            Standing::Closed => "closed",
            Standing::Ended => "ended",
            Standing::Confidential => "confidential",
            Standing::Unknown => "unknown",
        }
    }

    /// Whether the wait is over.
    pub fn is_settled(self) -> bool {
        matches!(
            self,
            Standing::Published | Standing::PublishedLate | Standing::Closed | Standing::Ended
        )
    }
}
