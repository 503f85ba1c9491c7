//! What the commands say that begin a site and feed it.

use std::path::Path;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::scaffold::site::NewSite;
use crate::diag::{Place, listed};
use crate::links::Look;
use crate::model::ClockRef;
use crate::wording::date;

pub(super) const TITLE: &str = "What is the site called?";
pub(super) const URL: &str = "At which address will it be published?";
pub(super) const LANGUAGE: &str = "In which language are its pages?";
pub(super) const TIMEZONE: &str = "In which time zone are days counted?";
pub(super) const HOST: &str =
    "Where is it published (github-pages, gitlab-pages, netlify, cloudflare, s3, rsync, none)?";

pub(super) const PROGRAM: &str = "Which program does its job compile, as https://REPOSITORY#COMMIT, a commit that you trust (empty: no job is written)?";

pub(super) const WHEN: &str = "When did it happen (a day, month or year, or a day with a time)?";
pub(super) const PUBLISHED: &str = "On which day was it published?";
pub(super) const ZONE_OF_PLACE: &str = "In which time zone?";
pub(super) const PLACE: &str = "Where (empty if you do not know)?";
pub(super) const COUNTRY: &str = "In which country, as two letters (empty if you do not know)?";
pub(super) const OPERATOR: &str = "Which organisation ran it, by id (empty if you do not know)?";
pub(super) const KIND: &str = "What kind of document or act is it?";
pub(super) const INCIDENT: &str = "Which incident does it answer, by id?";
pub(super) const ROLE: &str = "What is its role?";

pub(super) const NO_TITLE: &str = "give the site a title with --title";
pub(super) const NO_URL: &str = "name the address at which the site will be published with --url";
pub(super) const PROGRAM_UNUSED: &str =
    "--program is for the job of a host; name the host with --host";
pub(super) const NO_INCIDENTS: &str =
    "a response answers an incident, and this site has none yet: overdue new incident TITLE";
pub(super) const DATE_UNUSED: &str = "--date is for incidents, responses and articles";

pub(super) fn not_an_address(url: &str) -> String {
    format!(
        "`{url}` cannot be the address of a site; write it whole, such as https://example.org/watch/"
    )
}

pub(super) fn not_a_program(why: &str) -> String {
    format!("--program: {why}")
}

/// Why the host got no files, and how to get them.
pub(super) fn no_job(site: &NewSite) -> String {
    let host =
        site.host.to_possible_value().map_or_else(String::new, |host| host.get_name().to_owned());
    format!(
        "note: no daily job for {host} was written. It has to compile Overdue, of which there is no release yet; a job that installs what \
         nobody vouches for could give your site away. When you have chosen a repository and a commit that you trust, write the job in an \
         empty folder and copy its files: overdue init job --title {title:?} --url {url} --timezone {zone} --host {host} --program \
         https://REPOSITORY#COMMIT",
        title = site.title,
        url = site.url,
        zone = site.timezone.name(),
    )
}

pub(super) fn not_a_zone(zone: &str) -> String {
    format!("`{zone}` is not a time zone; write a name of the IANA list, such as Europe/Paris")
}

pub(super) fn not_a_language(code: &str) -> String {
    format!("`{code}` is not a language code; write a code such as en, fr or ko")
}

pub(super) fn not_a_country(code: &str) -> String {
    format!("`{code}` is not a country; write two capital letters, such as FR")
}

pub(super) fn not_one_of(word: &str, words: &[&str]) -> String {
    format!("`{word}` is not one of: {}", words.join(", "))
}

pub(super) fn not_known(what: &str, id: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("there is no {what} `{id}`; did you mean `{meant}`?"),
        None => format!("there is no {what} `{id}`"),
    }
}

pub(super) fn which_incident(some: &[&str]) -> String {
    format!("name the incident that it answers with --incident, such as {}", some.join(", "))
}

pub(super) fn no_name_in(title: &str) -> String {
    format!("`{title}` has no letters or digits for the name of a file; give it one with --id")
}

pub(super) fn in_the_future(date: &str) -> String {
    format!("{date} lies in the future, and an incident has happened")
}

pub(super) const NOTHING_WRITTEN: &str =
    "error: nothing was written: with this the site would have a mistake";

pub(super) fn wrote(path: &str) -> String {
    format!("wrote {path}")
}

pub(super) fn taken(paths: &[std::path::PathBuf]) -> String {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    format!(
        "nothing was written, because nothing is overwritten, and this is there already: {}",
        shown.join(", ")
    )
}

pub(super) fn next_of_record(draft: bool) -> &'static str {
    if draft {
        "next: open it and write what you know; `overdue check --drafts` tells what is wrong, and without `draft: true` it is published"
    } else {
        "next: open it and write what you know; `overdue check` tells what is wrong"
    }
}

pub(super) fn next_of_site(folder: &Path, here: bool) -> String {
    let change = if here { String::new() } else { format!("cd {} && ", folder.display()) };
    format!("next: {change}overdue build, then: overdue new incident \"What happened\"")
}

pub(super) fn no_theme_file(path: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("the built-in theme has no file `{path}`; did you mean `{meant}`?"),
        None => format!(
            "the built-in theme has no file `{path}`; its files are named as in templates/incident.html"
        ),
    }
}

pub(super) fn next_of_theme(folder: &str) -> String {
    format!(
        "next: change what you want in {folder}/ and delete the files that you leave as they are: new versions improve them"
    )
}

pub(super) fn overrides_nothing(path: &str, meant: &str) -> String {
    format!("warning: {path} replaces no file of the built-in theme; did you mean `{meant}`?")
}

pub(super) fn theme_works(theme: &str, own: usize) -> String {
    format!(
        "the theme `{theme}` works on every page of this site; {} of its own",
        crate::diag::pluralise(own, "file")
    )
}

pub(super) const CONTENT_FIRST: &str =
    "error: pages are made of good content alone: mend these first, then check the theme again";
pub(super) const THEME_SAME: &str = "the theme is the built-in one";

pub(super) fn binary_differs(path: &str) -> String {
    format!("{path} differs from the built-in file")
}

pub(super) fn own_file(path: &str) -> String {
    format!("{path} is no file of the built-in theme")
}

pub(super) fn laid_over(path: &str) -> String {
    format!("{path} is laid over the built-in words, message by message")
}

pub(super) fn same_file(path: &str) -> String {
    format!(
        "{path} is the same as the built-in file; delete it, so that new versions can improve it"
    )
}

pub(super) const NOTHING_IMPORTED: &str = "error: nothing was imported";
pub(super) const MAP_UNUSED: &str = "--map and --kind are for tables";

pub(super) fn nothing_imported(left_out: usize, first: Option<String>) -> String {
    match first {
        Some(first) => format!(
            "{NOTHING_IMPORTED}: {} left out; the first is {first}",
            crate::diag::pluralise(left_out, "record")
        ),
        None => NOTHING_IMPORTED.to_owned(),
    }
}

pub(super) fn not_below(folder: &str, kind: &str) -> String {
    format!("--into {folder}: these records lie in {kind}, or in a folder within it")
}

pub(super) fn stands(path: &str) -> String {
    format!("{path} is there already, and nothing is overwritten")
}

pub(super) fn imported(files: usize, drafts: usize, left_out: usize, dry: bool) -> String {
    let would = if dry { "would write" } else { "wrote" };
    let files = crate::diag::pluralise(files, "file");
    format!(
        "{would} {files}, {drafts} of them drafts; {left_out} left out. Next: read the report above, then: overdue check"
    )
}

pub(super) const WHAT_WAS_CHECKED: &str = "name the clocks for which nothing was found, such as INCIDENT/CLOCK; at a terminal the round goes through all that are due, and --format md or json lists them";

pub(super) fn clocks_of<'c>(incident: &str, clocks: impl IntoIterator<Item = &'c str>) -> String {
    format!("the clocks of `{incident}` are: {}", listed(clocks))
}

pub(super) fn no_clock(name: &str, meant: Option<&str>, clocks: &str) -> String {
    match meant {
        Some(meant) => format!("there is no clock `{name}`; did you mean `{meant}`? {clocks}"),
        None => format!("there is no clock `{name}`; {clocks}"),
    }
}

pub(super) fn nothing_awaited(name: &str) -> String {
    format!("nothing is awaited of `{name}` that somebody could look for")
}

pub(super) fn is_a_draft(incident: &str) -> String {
    format!(
        "`{incident}` is a draft, which claims nothing: publish it first, then record the check"
    )
}

pub(super) fn is_there(clock: &str, response: &str, on: NaiveDate) -> String {
    format!("`{clock}` awaits nothing: `{response}` appeared on {on}")
}

pub(super) fn is_closed(clock: &str) -> String {
    format!("`{clock}` is closed: nobody has to look for its document any more")
}

pub(super) fn cannot_be_seen(clock: &str) -> String {
    format!(
        "nobody outside can see whether the document of `{clock}` was filed, so that nobody can find it missing"
    )
}

pub(super) fn not_yet(clock: &str, on: NaiveDate, today: NaiveDate) -> String {
    format!("nobody can have looked for `{clock}` on {on}: it is {today} there")
}

pub(super) fn a_whole_day(option: &str, text: &str) -> String {
    format!("{option}: `{text}` is not a whole day; write year-month-day, such as 2026-11-22")
}

pub(super) fn no_web_address(text: &str) -> String {
    format!("--where: `{text}` is not an address of the web; write it whole, with https://")
}

/// What a clock's file says now, and what it said.
pub(super) fn checked(
    clock: &ClockRef,
    now: Option<NaiveDate>,
    before: Option<NaiveDate>,
) -> String {
    let day =
        |day: Option<NaiveDate>| day.map_or_else(|| "never".to_owned(), |day| day.to_string());
    format!("{}: checked {} (before: {})", clock_name(clock), day(now), day(before))
}

pub(super) const NO_PLACES: &str =
    "  no places to look are noted: `checked_where` in its file, or --where with its name";
pub(super) const OUTCOMES: &str = "  [n]one found, [f]ound, [l]ater, [o]pen the places, [q]uit";
pub(super) const FOUND_TITLE: &str = "  What is it called?";
pub(super) const FOUND_URL: &str = "  Where is it (empty if you fill that in later)?";
pub(super) const NOTHING_DUE: &str = "no check is due, and none will be within a week";
pub(super) const NO_DAY: &str =
    "the list does not say of which day it is; say it with --on, such as --on 2026-11-22";
pub(super) const NOTHING_TICKED: &str = "nothing is ticked in the list";

pub(super) fn asking(places: usize) -> String {
    format!("looking at {} …", crate::diag::pluralise(places, "page"))
}

/// What a place is like, in a line; so many of its new lines name the document.
pub(super) fn look_of(look: &Look, naming: usize) -> String {
    let lines = |count| crate::diag::pluralise(count, "line");
    match look {
        Look::First => "not compared before".to_owned(),
        Look::Unchanged(since) => format!("unchanged since {}", date(*since)),
        Look::Changed { since, new } => {
            let since = date(*since);
            match (new.len(), naming) {
                (0, _) => format!("changed since {since}; no line is new"),
                (new, 0) => {
                    format!("changed since {since}; {} new, none names the document", lines(new))
                }
                (_, 1) => format!("changed since {since}; new: 1 line that names the document"),
                (_, naming) => {
                    format!("changed since {since}; new: {naming} lines that name the document")
                }
            }
        }
        Look::NotKnown(why) => format!("not known: {why}"),
    }
}

pub(super) fn round_done(due: usize, recorded: usize) -> String {
    format!("recorded {recorded} of {}", crate::diag::pluralise(due, "check"))
}

/// A clock as it is named on the command line.
pub(super) fn clock_name(clock: &ClockRef) -> String {
    match &clock.clock {
        Some(own) => format!("{}/{own}", clock.incident),
        None => clock.incident.to_string(),
    }
}

/// Why a file was not changed, and what to do.
pub(super) fn layout_unknown(place: &Place) -> String {
    let (line, column) = place.line_and_column();
    format!(
        "nothing was written: no change could be found in {}:{line}:{column} that leaves everything else as it is; write it there by hand",
        place.file.path
    )
}

pub(super) fn recorded(clocks: usize) -> String {
    format!("recorded for {}", crate::diag::pluralise(clocks, "clock"))
}
