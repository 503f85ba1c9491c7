//! What the commands say that begin a site and feed it.

use std::path::Path;

use clap::ValueEnum;

use super::scaffold::site::NewSite;

pub(super) const TITLE: &str = "What is the site called?";
pub(super) const URL: &str = "At which address will it be published?";
pub(super) const LANGUAGE: &str = "In which language are its pages?";
pub(super) const TIMEZONE: &str = "In which time zone are days counted?";
pub(super) const HOST: &str = "Where is it published (github-pages, gitlab-pages, netlify, cloudflare, s3, rsync, none)?";

pub(super) const PROGRAM: &str =
    "Which program does its job compile, as https://REPOSITORY#COMMIT, a commit that you trust (empty: no job is written)?";

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
pub(super) const PROGRAM_UNUSED: &str = "--program is for the job of a host; name the host with --host";
pub(super) const NO_INCIDENTS: &str = "a response answers an incident, and this site has none yet: overdue new incident TITLE";
pub(super) const DATE_UNUSED: &str = "--date is for incidents, responses and articles";

pub(super) fn not_an_address(url: &str) -> String {
    format!("`{url}` cannot be the address of a site; write it whole, such as https://example.org/watch/")
}

pub(super) fn not_a_program(why: &str) -> String {
    format!("--program: {why}")
}

/// Why the host got no files, and how to get them.
pub(super) fn no_job(site: &NewSite) -> String {
    let host = site.host.to_possible_value().map_or_else(String::new, |host| host.get_name().to_owned());
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

pub(super) const NOTHING_WRITTEN: &str = "error: nothing was written: with this the site would have a mistake";

pub(super) fn wrote(path: &str) -> String {
    format!("wrote {path}")
}

pub(super) fn taken(paths: &[std::path::PathBuf]) -> String {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    format!("nothing was written, because nothing is overwritten, and this is there already: {}", shown.join(", "))
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
        None => format!("the built-in theme has no file `{path}`; its files are named as in templates/incident.html"),
    }
}

pub(super) fn next_of_theme(theme: &str) -> String {
    format!("next: change what you want in themes/{theme}/ and delete the files that you leave as they are: new versions improve them")
}

pub(super) fn overrides_nothing(path: &str, meant: &str) -> String {
    format!("warning: {path} replaces no file of the built-in theme; did you mean `{meant}`?")
}

pub(super) fn theme_works(theme: &str, own: usize) -> String {
    format!("the theme `{theme}` works on every page of this site; {} of its own", crate::diag::pluralise(own, "file"))
}

pub(super) const CONTENT_FIRST: &str = "error: pages are made of good content alone: mend these first, then check the theme again";
pub(super) const THEME_SAME: &str = "the theme is the built-in one";

pub(super) fn binary_differs(path: &str) -> String {
    format!("{path} differs from the built-in file")
}

pub(super) fn own_file(path: &str) -> String {
    format!("{path} is no file of the built-in theme")
}

pub(super) fn same_file(path: &str) -> String {
    format!("{path} is the same as the built-in file; delete it, so that new versions can improve it")
}

pub(super) const NOTHING_IMPORTED: &str = "error: nothing was imported";
pub(super) const MAP_UNUSED: &str = "--map is for tables";

pub(super) fn not_below(folder: &str, kind: &str) -> String {
    format!("--into {folder}: these records lie in {kind}, or in a folder within it")
}

pub(super) fn stands(path: &str) -> String {
    format!("{path} is there already, and nothing is overwritten")
}

pub(super) fn imported(files: usize, drafts: usize, left_out: usize, dry: bool) -> String {
    let would = if dry { "would write" } else { "wrote" };
    let files = crate::diag::pluralise(files, "file");
    format!("{would} {files}, {drafts} of them drafts; {left_out} left out. Next: read the report above, then: overdue check")
}
