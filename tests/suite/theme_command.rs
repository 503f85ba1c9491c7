//! `overdue theme`: what is copied can be changed, and what is changed is shown.

use std::fs;

use overdue::load::built_in_theme;

use crate::harness::Folder;

const SITE: &str = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n";
const MINE: &str = "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\ntheme: mine\n";

#[test]
fn a_theme_that_was_copied_whole_makes_the_same_site() {
    let folder = Folder::of(SITE);
    assert_eq!(folder.run(&["build", "--output", "before"]).code, 0);
    let said = folder.run(&["theme", "eject"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(folder.files("themes/ledger").len(), built_in_theme().len() + 1);
    assert_eq!(
        folder.run(&["theme", "check"]).out,
        format!(
            "the theme `ledger` works on every page of this site; {} files of its own\n",
            built_in_theme().len()
        )
    );
    assert_eq!(folder.run(&["build", "--output", "after"]).code, 0);
    assert_eq!(folder.files("before"), folder.files("after"));
    let again = folder.run(&["theme", "eject", "templates/page.html"]);
    assert_eq!(again.code, 2);
    assert!(again.err.starts_with("error: nothing was written"), "{}", again.err);
}

#[test]
fn one_file_is_copied_by_its_name_and_its_change_is_shown() {
    let folder = Folder::of(&format!("{SITE}{MINE}-- themes/mine/static/note.txt --\nHello\n"));
    let said = folder.run(&["theme", "eject", "redirect.html"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.out.starts_with(
            "wrote themes/mine/templates/redirect.html\nwrote themes/mine/theme.yaml\nnext: "
        ),
        "{}",
        said.out
    );
    let path = folder.path().join("themes/mine/templates/redirect.html");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        folder
            .run(&["theme", "diff"])
            .out
            .contains("themes/mine/templates/redirect.html is the same as the built-in file")
    );
    fs::write(&path, format!("{text}<!-- changed -->\n")).unwrap();
    let said = folder.run(&["theme", "diff"]);
    assert!(said.out.starts_with("themes/mine/static/note.txt is no file of the built-in theme\n--- built-in/templates/redirect.html\n+++ themes/mine/templates/redirect.html\n@@ "), "{}", said.out);
    assert!(said.out.ends_with("\n+<!-- changed -->\n"), "{}", said.out);
}

#[test]
fn a_folder_is_copied_whole_and_words_of_any_name_are_laid_over_those_of_their_language() {
    let folder = Folder::of(&format!("{SITE}{MINE}-- themes/mine/words/en.ftl --\nagenda = A\n"));
    let said = folder.run(&["theme", "eject", "words/ko/"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let built_in = built_in_theme().iter().filter(|(path, _)| path.starts_with("words/ko/"));
    assert_eq!(folder.files("themes/mine/words/ko").len(), built_in.count());
    let said = folder.run(&["theme", "check"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let said = folder.run(&["theme", "diff"]);
    assert!(
        said.out.starts_with(
            "themes/mine/words/en.ftl is laid over the built-in words, message by message\n"
        ),
        "{}",
        said.out
    );
}

#[test]
fn a_template_that_fails_is_told_and_one_that_replaces_nothing_too() {
    let folder = Folder::of(&format!(
        "{SITE}{MINE}-- themes/mine/templates/incident.html --\n{{{{ record.nothing }}}}\n"
    ));
    let said = folder.run(&["theme", "check"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("incident.html:1"), "{}", said.err);
    let folder =
        Folder::of(&format!("{SITE}{MINE}-- themes/mine/templates/incidnet.html --\nA page\n"));
    let said = folder.run(&["theme", "check"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "the theme `mine` works on every page of this site; 1 file of its own\n")
    );
    assert_eq!(
        said.err,
        "warning: themes/mine/templates/incidnet.html replaces no file of the built-in theme; did you mean `templates/incident.html`?\n"
    );
}

#[test]
fn a_file_that_the_built_in_theme_does_not_have_is_not_copied() {
    let said = Folder::of(SITE).run(&["theme", "eject", "templates/incidnet.html"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "error: the built-in theme has no file `templates/incidnet.html`; did you mean `templates/incident.html`?\n"
    );
}

#[test]
fn a_theme_for_another_version_of_the_templates_is_refused() {
    for (api, says) in [
        ("2", "use a newer Overdue"),
        ("0", "overdue theme diff"),
        ("new", "write one line: `api: 1`"),
    ] {
        let folder = Folder::of(&format!("{SITE}{MINE}-- themes/mine/theme.yaml --\napi: {api}\n"));
        let said = folder.run(&["theme", "check"]);
        assert_eq!(said.code, 1);
        assert!(said.err.contains("error[theme-api]") && said.err.contains(says), "{}", said.err);
        assert_eq!(folder.run(&["build"]).code, 1);
    }
}

#[test]
fn a_theme_that_was_copied_whole_differs_in_nothing() {
    let folder = Folder::of(SITE);
    let said = folder.run(&["theme", "eject"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = folder.run(&["theme", "diff"]);
    let changed: Vec<&str> = said
        .out
        .lines()
        .filter(|line| !line.contains(" is the same as the built-in file;"))
        .collect();
    assert_eq!(changed, [""; 0]);
}

#[test]
fn a_theme_is_copied_into_another_folder_and_its_own_new_files_are_no_mistakes() {
    let folder = Folder::of(&format!("{SITE}{MINE}"));
    let said = folder.run(&["theme", "eject", "templates/page.html", "--output", "themes/mine/"]);
    assert!(
        said.out.starts_with("wrote themes/mine/templates/page.html\n"),
        "{}{}",
        said.out,
        said.err
    );
    let other = folder.run(&["theme", "eject", "templates/page.html", "--output", "copy"]);
    assert!(folder.path().join("copy/templates/page.html").is_file(), "{}", other.err);
    assert!(
        other.out.ends_with("improve them\n") && other.out.contains("in copy/ and"),
        "{}",
        other.out
    );
    let page = folder.path().join("themes/mine/templates/page.html");
    let text = fs::read_to_string(&page).unwrap();
    folder.put("themes/mine/templates/pages.html", "{# a part #}\n");
    let told = folder.run(&["theme", "check"]);
    assert!(told.err.contains("did you mean `templates/page.html`?"), "{}", told.err);
    fs::write(&page, format!("{text}{{# as in pages.html #}}\n")).unwrap();
    assert_eq!(folder.run(&["theme", "check"]).err, "");
}
