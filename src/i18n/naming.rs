//! What a document is called → the forms in which sentences say it.
//!
//! The names of a site's own documents come as a noun. What a sentence puts around it is made here:
//! articles in English, gender, elision and contraction in French; Korean words put no particle
//! behind a document. It is right for most nouns, and each form can be said by the site where it is
//! not. Other languages use the noun as it is, unless the site's file of words has a message
//! `document-NAME` of its own.

use super::{ATTRIBUTES, FORMS, Form};
use crate::model::DocumentName;

/// The name of a document in every form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentForms([String; FORMS]);

impl DocumentForms {
    /// The forms of a name in a language.
    pub(crate) fn of(language: &str, name: &DocumentName) -> Self {
        let made = match language.split('-').next() {
            Some("en") => english(name),
            Some("fr") => french(name),
            Some("ko") => korean(name),
            _ => std::array::from_fn(|_| name.title.clone()),
        };
        let mut forms = made;
        if let Some(plural) = &name.plural {
            forms[Form::Many as usize].clone_from(plural);
        }
        for (form, attribute) in forms.iter_mut().zip(ATTRIBUTES) {
            if let Some(own) = name.forms.get(attribute.trim_start_matches('.')) {
                form.clone_from(own);
            }
        }
        Self(forms)
    }

    pub(super) fn new(forms: [String; FORMS]) -> Self {
        Self(forms)
    }

    pub(crate) fn form(&self, form: Form) -> &str {
        &self.0[form as usize]
    }
}

/// In the order of [`ATTRIBUTES`].
fn english(name: &DocumentName) -> [String; FORMS] {
    let noun = &name.title;
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    let a = format!("{} {noun}", if vowel { "an" } else { "a" });
    [
        noun.clone(),
        a.clone(),
        format!("the {noun}"),
        format!("of the {noun}"),
        format!("its {noun}"),
        a,
        format!("a public {noun}"),
        format!("no {noun}"),
        format!("no public {noun}"),
        format!("the {noun}"),
        head_in_plural(
            noun,
            &["to", "of", "on", "for", "from", "about", "by", "in", "into", "with"],
            english_plural,
        ),
    ]
}

fn french(name: &DocumentName) -> [String; FORMS] {
    let noun = &name.title;
    let head = noun.split([' ', '-']).next().unwrap_or(noun).to_lowercase();
    let feminine = name.feminine.unwrap_or_else(|| is_feminine(&head));
    let elides = head.starts_with(|c: char| "aeiouyàâéèêëîïôûœh".contains(c));
    let (the, of) = match (elides, feminine) {
        (true, _) => (format!("l’{noun}"), format!("de l’{noun}")),
        (false, true) => (format!("la {noun}"), format!("de la {noun}")),
        (false, false) => (format!("le {noun}"), format!("du {noun}")),
    };
    let (its, no, made_public) = match (feminine, elides) {
        (true, true) => ("son", "aucune", "rendue publique"),
        (true, false) => ("sa", "aucune", "rendue publique"),
        (false, _) => ("son", "aucun", "rendu public"),
    };
    [
        noun.clone(),
        noun.clone(),
        the,
        of.clone(),
        format!("{its} {noun}"),
        noun.clone(),
        format!("{noun} {made_public}"),
        format!("{no} {noun}"),
        format!("{no} {noun} {made_public}"),
        of,
        head_in_plural(
            noun,
            &["à", "au", "aux", "de", "du", "des", "en", "par", "pour", "sur"],
            french_plural,
        ),
    ]
}

fn korean(name: &DocumentName) -> [String; FORMS] {
    let public = format!("공개된 {}", name.title);
    let mut forms: [String; FORMS] = std::array::from_fn(|_| name.title.clone());
    forms[Form::WithoutPublic as usize].clone_from(&public);
    forms[Form::NoPublic as usize] = public;
    forms
}

/// Whether a French noun is feminine by its ending, as most with these endings are.
fn is_feminine(noun: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "tion", "sion", "aison", "té", "tte", "ance", "ence", "ture", "ie", "ée", "onse", "lyse",
        "ude", "ice",
    ];
    noun == "lettre" || noun == "note" || ENDINGS.iter().any(|ending| noun.ends_with(ending))
}

/// The noun in the plural: its words up to the first preposition. In English only the last of them
/// changes.
fn head_in_plural(noun: &str, prepositions: &[&str], plural: fn(&[&str]) -> String) -> String {
    let words: Vec<&str> = noun.split(' ').collect();
    let is_end = |word: &&str| {
        prepositions.contains(word) || word.starts_with("d’") || word.starts_with("d'")
    };
    let end = words.iter().position(is_end).unwrap_or(words.len());
    let head = plural(&words[..end]);
    let rest = words[end..].iter().map(|word| (*word).to_owned());
    [head].into_iter().chain(rest).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn english_plural(words: &[&str]) -> String {
    let text = words.join(" ");
    let before_y = text.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match before_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|ending| text.ends_with(ending)) => {
            format!("{text}es")
        }
        None => format!("{text}s"),
    }
}

fn french_plural(words: &[&str]) -> String {
    let one = |word: &&str| match *word {
        word if word.ends_with(['s', 'x', 'z']) => word.to_owned(),
        word if word.ends_with("eau") => format!("{word}x"),
        word if word.ends_with("al") => format!("{}aux", &word[..word.len() - 2]),
        word => format!("{word}s"),
    };
    words.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(language: &str, title: &str) -> Vec<String> {
        let name = DocumentName { title: title.to_owned(), ..DocumentName::default() };
        DocumentForms::of(language, &name).0.to_vec()
    }

    #[test]
    fn an_english_noun_gets_its_article_and_its_plural() {
        assert_eq!(
            forms("en", "reply to a request"),
            [
                "reply to a request",
                "a reply to a request",
                "the reply to a request",
                "of the reply to a request",
                "its reply to a request",
                "a reply to a request",
                "a public reply to a request",
                "no reply to a request",
                "no public reply to a request",
                "the reply to a request",
                "replies to a request",
            ]
        );
        assert_eq!(forms("en-GB", "annual review")[1], "an annual review");
        assert_eq!(forms("en", "government response")[10], "government responses");
        assert_eq!(forms("en", "witness address")[10], "witness addresses");
    }

    #[test]
    fn a_french_noun_gets_gender_elision_and_contraction() {
        let said = |title: &str| {
            let forms = forms("fr", title);
            [2, 3, 4, 6, 7, 10].map(|at| forms[at].clone())
        };
        assert_eq!(
            said("réponse à une demande"),
            [
                "la réponse à une demande",
                "de la réponse à une demande",
                "sa réponse à une demande",
                "réponse à une demande rendue publique",
                "aucune réponse à une demande",
                "réponses à une demande",
            ]
        );
        assert_eq!(
            said("avis du coroner"),
            [
                "l’avis du coroner",
                "de l’avis du coroner",
                "son avis du coroner",
                "avis du coroner rendu public",
                "aucun avis du coroner",
                "avis du coroner",
            ]
        );
        assert_eq!(said("audition")[2], "son audition");
        assert_eq!(said("procès-verbal d’audition")[1], "du procès-verbal d’audition");
        let name = DocumentName {
            title: "mémoire".to_owned(),
            feminine: Some(true),
            ..DocumentName::default()
        };
        assert_eq!(DocumentForms::of("fr", &name).form(Form::No), "aucune mémoire");
    }

    #[test]
    fn what_is_said_by_the_site_stands_and_other_languages_take_the_noun() {
        let name = DocumentName {
            title: "FOI reply".to_owned(),
            plural: Some("FOI replies".to_owned()),
            feminine: None,
            forms: [("a".to_owned(), "an FOI reply".to_owned())].into(),
        };
        let forms = DocumentForms::of("en", &name);
        assert_eq!(
            (forms.form(Form::A), forms.form(Form::The), forms.form(Form::Many)),
            ("an FOI reply", "the FOI reply", "FOI replies")
        );
        assert_eq!(DocumentForms::of("de", &name).form(Form::No), "FOI reply");
        assert_eq!(
            DocumentForms::of(
                "ko",
                &DocumentName { title: "답변".to_owned(), ..DocumentName::default() }
            )
            .form(Form::WithoutPublic),
            "공개된 답변"
        );
    }
}
