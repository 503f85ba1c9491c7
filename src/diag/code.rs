/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The build goes on, unless it is strict.
    Warning,
    /// Advice that `check` gives; it never stops a build.
    Note,
}

impl Severity {
    /// The word for it, in every form in which diagnostics are told.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

macro_rules! codes {
    ($( $severity:ident $variant:ident = $name:literal : $meaning:literal )*) => {
        /// The kinds of mistake, each with a name that does not change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( #[doc = $meaning] $variant, )* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[ $( Code::$variant, )* ];

            /// The name, as in `error[NAME]`.
            pub fn name(self) -> &'static str {
                match self { $( Code::$variant => $name, )* }
            }

            /// What the code means, for somebody who meets it for the first time.
            pub fn meaning(self) -> &'static str {
                match self { $( Code::$variant => $meaning, )* }
            }

            /// A paragraph or two for editors, with a wrong example and the right one where text
            /// can show them: each a small site between two lines of four tildes.
            pub fn explanation(self) -> &'static str {
                match self { $( Code::$variant => include_str!(concat!("codes/", $name, ".md")), )* }
            }

            /// Whether it is an error, a warning or a note.
            pub fn severity(self) -> Severity {
                match self { $( Code::$variant => Severity::$severity, )* }
            }
        }
    };
}

codes! {
    // Files
    Error FileUnreadable = "file-unreadable": "A file of the site could not be read."
    Error FileEncoding = "file-encoding": "A text file is not UTF-8. Save it as UTF-8 in the editor."
    Error FileSpecial = "file-special": "A device, socket or pipe lies in the site, or a hard link from elsewhere. Only files of its own can be published."
    Error FileSecret = "file-secret": "A file that often holds passwords or keys would be published. Move it out of the site."
    Error FileTooLarge = "file-too-large": "A file or the number of files is beyond what a site can sensibly hold."
    Error PictureRefused = "picture-refused": "A picture is damaged, is not what its name says, or does more than show something."
    Error FileName = "file-name": "A file's name cannot be used on every system, or in an address."
    Error FileMissing = "file-missing": "A file that is named does not exist beside the record."
    Error FileKind = "file-kind": "A file beside a record is of a kind that is not published from there."
    Warning FileRuns = "file-runs": "A file in static/ could run in readers' browsers or on the server."
    Warning FileMisplaced = "file-misplaced": "A file lies where nothing is read from."
    Warning LinkSkipped = "link-skipped": "A symbolic link was not followed, so that nothing outside the site is published."
    // Front matter and YAML
    Error FrontMatterMissing = "front-matter-missing": "A record begins with front matter between two lines of three hyphens."
    Error FrontMatterUnclosed = "front-matter-unclosed": "The front matter is not closed by a line of three hyphens."
    Error FrontMatterTooLarge = "front-matter-too-large": "Front matter is at most 64 KiB."
    Error YamlSyntax = "yaml-syntax": "The YAML cannot be read."
    Error YamlTooDeep = "yaml-too-deep": "YAML is nested at most 32 levels deep."
    Error YamlAnchor = "yaml-anchor": "YAML anchors, aliases and merge keys are not used here: write the value out."
    Error YamlTag = "yaml-tag": "YAML tags are not used here: write the value without one."
    Error KeyDuplicate = "key-duplicate": "A key stands twice."
    Error KeyUnknown = "key-unknown": "A key is not known here; most often it is misspelt."
    Error KeysExclusive = "keys-exclusive": "Two keys that exclude each other stand together."
    Error KeyMissing = "key-missing": "A required key is missing."
    Error ValueType = "value-type": "A value is of another kind than its key asks for."
    Error ValueUnknown = "value-unknown": "A value is none of the words that its key knows."
    Error ListTooLong = "list-too-long": "A list has more entries than a record can sensibly hold."
    Error ValueRange = "value-range": "A number is out of range."
    // Moments
    Error DateImpossible = "date-impossible": "A day that does not exist in the calendar."
    Error DateForm = "date-form": "A date that is not written as year-month-day."
    Error TimeSkipped = "time-skipped": "A local time that a clock change skipped."
    Error TimeTwice = "time-twice": "A local time that a clock change made happen twice."
    Error DateShifted = "date-shifted": "A content tool has stored a day as UTC midnight, which is another day in the record's zone."
    Warning DateHasTime = "date-has-time": "A time of day where only a date is used; the time is left out."
    Error DateOrder = "date-order": "Two dates are in an order that cannot be."
    Error CalendarMissing = "calendar-missing": "Working days, or a due date that moves from a free day, without a calendar."
    Warning DateElsewhere = "date-elsewhere": "A moment with an offset is another day in the zone of its record."
    Warning DocumentEarly = "document-early": "A final report is dated before its incident was over."
    Warning DateAhead = "date-ahead": "Something that can only have happened is dated in the future."
    Error DateFuture = "date-future": "Something has happened in the future; most often a year is mistyped."
    Error PeriodForm = "period-form": "A period that cannot be read: write a number and a unit."
    Error ZoneUnknown = "zone-unknown": "A time zone that is not in the IANA list."
    Error CountryUnknown = "country-unknown": "A country code that is not in ISO 3166-1."
    Error LanguageUnknown = "language-unknown": "A language that the site is not made in."
    Warning LanguageWithoutWords = "language-without-words": "A language of the site for which there are no words of the interface."
    // Addresses
    Error SlugForm = "slug-form": "An address that would not work on every system, or lead out of the site."
    Error UrlForm = "url-form": "An address that is not a web address."
    Error UrlCollision = "url-collision": "Two pages would have the same address."
    Error AliasForm = "alias-form": "An old address that is not a path of this site."
    // References
    Error IdDuplicate = "id-duplicate": "Two things that are told apart by their name have the same one."
    Error ReferenceUnknown = "reference-unknown": "A record is named that does not exist."
    Error ReferenceAmbiguous = "reference-ambiguous": "A link in double brackets may mean more than one record."
    Error ClockUnknown = "clock-unknown": "A clock is named that its incident does not have, or a document stops something that is no clock of its own incidents."
    Error ClockLoop = "clock-loop": "Clocks start each other in a circle."
    Error CitationUnknown = "citation-unknown": "A citation names a source that the record does not list."
    Error AbsenceContradicted = "absence-contradicted": "A check found no document on a day on which there was one."
    Error TranslationFact = "translation-fact": "A translation repeats a fact differently."
    Error TranslationOrphan = "translation-orphan": "A translation has no record beside it."
    // Prose
    Error CounterForm = "counter-form": "A counter in prose that cannot be read."
    Warning CounterLiteral = "counter-literal": "A counter or citation stays in the text as it was written, instead of being one."
    Warning DaysTyped = "days-typed": "A number of days was typed beside a link to an incident. It will be wrong tomorrow."
    Warning HtmlShown = "html-shown": "Raw HTML is shown as text."
    Warning HtmlUnpaired = "html-unpaired": "An HTML tag that is not ended in its paragraph, or ends what never began there."
    Warning LinkUnsafe = "link-unsafe": "A link whose scheme is not allowed was left out; its text is kept."
    Warning AltMissing = "alt-missing": "A picture has no description for those who do not see it."
    Warning ImageRemote = "image-remote": "A picture on another site became a link, so that readers are not followed."
    Warning LinkDead = "link-dead": "A link to a page of this site that does not exist."
    Warning TextBidi = "text-bidi": "Invisible characters that change the order of text, or hide."
    Warning TextControl = "text-control": "Control characters were removed."
    Warning ValueCut = "value-cut": "What stands behind `#` is a comment to YAML, and not part of the value."
    Warning QuotesShown = "quotes-shown": "Curly quotation marks around a value are part of it."
    Warning ListAsText = "list-as-text": "One text with commas stands where a list is expected."
    Error MergeConflict = "merge-conflict": "A file holds two versions of a passage, between the marks of a merge."
    Warning MarkupLiteral = "markup-literal": "What looks like Markdown stays in the text as it is written."
    Warning FootnoteLost = "footnote-lost": "A footnote is not shown."
    Warning CellsLost = "cells-lost": "A row of a table has cells that are not shown."
    Warning EmphasisLiteral = "emphasis-literal": "Asterisks that were meant as emphasis stay asterisks."
    // Truth
    Warning CheckExpired = "check-expired": "Nobody has checked an absence for too long: no number of days is claimed any more."
    Warning CheckStale = "check-stale": "An absence has not been checked lately: the counter stands at the day of the check."
    Warning RegimeNotApplied = "regime-not-applied": "A reporting duty was not in force when or where the incident happened, and gives it no clock."
    Warning RegimeElsewhere = "regime-elsewhere": "A reporting duty holds somewhere else than where the incident was."
    Warning TriggerUnknown = "trigger-unknown": "A duty and an incident that names it call a trigger by different names, so that a limit never starts."
    Warning DocumentStopsNothing = "document-stops-nothing": "A document was published on an incident and stops none of its clocks."
    Warning DueDoubtful = "due-doubtful": "A due date rests on something that is not known for sure, such as holidays of a year that the calendar lacks."
    // Advice
    Warning AbsenceTyped = "absence-typed": "A sentence says that a document does not exist, and no clock or day stands beside it."
    Note WordRelative = "word-relative": "A word such as yesterday means another day whenever it is read."
    Note SourceMissing = "source-missing": "A record or a figure says nowhere where it is known from."
    Note SourceUnarchived = "source-unarchived": "Pages that prove something have no copy in an archive."
    Warning LinkBroken = "link-broken": "A page of another site is not there any more. Found by check --links."
    Note LinkUnanswered = "link-unanswered": "A page of another site gave no clear answer. Found by check --links."
    // Output
    Error TemplateFailed = "template-failed": "A template of the theme cannot be used."
    Error ThemeApi = "theme-api": "A theme was written for another version of the templates than this program has."
    Error WordsForm = "words-form": "A message in a file of words that cannot be read, or that asks for something it is not given."
    Error WordsMissing = "words-missing": "A language lacks a message, a form of the plural, or a variable that the English words have."
}
