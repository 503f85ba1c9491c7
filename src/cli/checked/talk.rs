//! The round at a terminal: for each check the sentence, the places, and what came of the look.

use super::super::ask::Somebody;
use super::super::{Exit, Session, browser, say, sentences};
use super::desk::{Desk, Look};
use super::found;
use super::round::Due;
use crate::links::Looks;

/// What came of a look.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    None,
    Found,
    Later,
    Open,
    Quit,
}

/// Goes through the checks that are due. `opens` opens the places of each.
pub(super) fn round(
    desk: &mut Desk,
    dues: &[Due],
    looks: &mut Looks,
    opens: bool,
    session: &mut Session<'_>,
) -> Result<(), Exit> {
    let open = |due: &Due| due.places.iter().for_each(|place| browser::open(&place.url));
    let mut recorded = 0;
    for (number, due) in (1..).zip(dues) {
        tell(number, dues.len(), due, session);
        if opens {
            open(due);
        }
        let outcome = loop {
            match ask(session) {
                Outcome::Open => open(due),
                other => break other,
            }
        };
        match outcome {
            Outcome::None => {
                super::record(desk, std::slice::from_ref(&due.clock), &Look::default(), session)?;
                note(desk, due, looks);
                recorded += 1;
            }
            Outcome::Found => found::begin(desk, due, session)?,
            Outcome::Later | Outcome::Open => {}
            Outcome::Quit => break,
        }
    }
    say(session.err, &sentences::round_done(dues.len(), recorded));
    Ok(())
}

/// What the places are like now is what the next round compares them with.
fn note(desk: &Desk, due: &Due, looks: &mut Looks) {
    let urls: Vec<String> = due.places.iter().map(|place| place.url.clone()).collect();
    looks.note(&sentences::clock_name(&due.clock), &urls, desk.today(&due.clock));
}

fn tell(number: usize, of: usize, due: &Due, session: &mut Session<'_>) {
    let head = format!(
        "({number} of {of}) {}: {}, {}",
        sentences::clock_name(&due.clock),
        due.line.what,
        due.line.record.title
    );
    for line in ["", &head, &format!("  {}", due.line.sentence)] {
        say(session.err, line);
    }
    if due.places.is_empty() {
        say(session.err, sentences::NO_PLACES);
    }
    for place in &due.places {
        say(
            session.err,
            &format!("  {}: {}", place.url, sentences::look_of(&place.look, place.naming.len())),
        );
        for line in place.naming.iter().take(5) {
            say(session.err, &format!("    > {line}"));
        }
    }
}

fn ask(session: &mut Session<'_>) -> Outcome {
    let words = [
        (Outcome::None, "n", "none found"),
        (Outcome::Found, "f", "found"),
        (Outcome::Later, "l", "later"),
        (Outcome::Open, "o", "open"),
        (Outcome::Quit, "q", "quit"),
    ];
    let read = |typed: &str| {
        let typed = typed.to_lowercase();
        let known = words.iter().find(|(_, letter, word)| typed == *letter || typed == *word);
        known.map(|(outcome, ..)| *outcome).ok_or_else(|| sentences::OUTCOMES.to_owned())
    };
    let answer = Somebody::at(session.surroundings, session.err)
        .map(|mut somebody| somebody.ask_until(sentences::OUTCOMES, "l", read));
    answer.and_then(Result::ok).unwrap_or(Outcome::Later)
}
