//! A document was found: its response is begun, as a draft with what the clock says of it.

use super::super::ask::Somebody;
use super::super::scaffold::records::Beginning;
use super::super::scaffold::{fill, quoted};
use super::super::{Exit, Session, new, say, sentences};
use super::desk::Desk;
use super::round::Due;
use crate::i18n::Form;
use crate::text::{is_web_address, short_slug_of};
use crate::wording::sentence_case;
use crate::write::{self, Obstacle};

/// Begins the response that stops a clock.
pub(super) fn begin(desk: &Desk, due: &Due, session: &mut Session<'_>) -> Result<(), Exit> {
    let register = &desk.site.register;
    let Some(incident) = register.incidents.get(&due.clock.incident) else { return Ok(()) };
    let clock = desk.site.docket.find(&due.clock);
    let Some(terms) = clock.and_then(|clock| clock.terms(incident)) else { return Ok(()) };
    let lexicon = desk.lexicon();
    let language = &incident.record.language;
    let name = lexicon.get_or(language, language).awaited_as(terms, Form::Name);
    let suggested = format!("{}: {}", sentence_case(&name), incident.record.title);
    let (mut title, mut url) = (suggested.clone(), String::new());
    if let Some(mut somebody) = Somebody::at(session.surroundings, session.err) {
        title = somebody.ask(sentences::FOUND_TITLE, &suggested);
        let address = somebody.ask_until(sentences::FOUND_URL, "", |typed| {
            if typed.is_empty() || is_web_address(typed) {
                Ok(typed.to_owned())
            } else {
                Err(sentences::no_web_address(typed))
            }
        });
        url = address.unwrap_or_default();
    }
    let stem = Some(short_slug_of(&title)).filter(|stem| !stem.is_empty());
    let stem = stem.unwrap_or_else(|| format!("{}-{}", due.clock.incident, terms.report.name()));
    let paths = (1..100).map(|number| match number {
        1 => Beginning::Response.path(&stem),
        _ => Beginning::Response.path(&format!("{stem}-{number}")),
    });
    let mut free = paths.filter(|path| write::taken(&session.root, [path.as_str()]).is_empty());
    let Some(path) = free.next() else { return Ok(()) };
    let by: Vec<&str> = terms.from.iter().map(crate::model::Id::as_str).collect();
    let by = if by.is_empty() { String::new() } else { format!("[{}]", by.join(", ")) };
    let url = if url.is_empty() { url } else { quoted(&url) };
    let values = [
        ("title", quoted(&title)),
        ("date", desk.today(&due.clock).to_string()),
        ("kind", terms.report.name().to_owned()),
        ("incident", due.clock.incident.to_string()),
        ("by", new::line("by", &by, "[msit]")),
        ("url", new::line("url", &url, "https://example.org/report.pdf")),
    ];
    let text = fill(Beginning::Response.template(), &values);
    match write::create(&session.root, &path, text.as_bytes()) {
        Ok(()) => {
            say(session.out, &sentences::wrote(&path));
            say(session.out, sentences::next_of_record(true));
            Ok(())
        }
        Err(obstacle) => {
            say(session.err, &format!("error: {obstacle}"));
            Err(if matches!(obstacle, Obstacle::Disk(..)) { Exit::Machine } else { Exit::Usage })
        }
    }
}
