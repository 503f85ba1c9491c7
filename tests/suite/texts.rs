//! What an editor writes comes out as it was meant, or is told of: comments, counters, tables,
//! quotations, addresses.

use crate::harness::site;

/// The prose of an incident whose body is `text`, and the codes of what was told.
fn shown(text: &str) -> (String, Vec<String>) {
    let head = "title: A fire\noccurred: 2021-03-10\nawaiting: [{report: final-report, checked: 2022-12-07}]";
    let compiled = site(&format!("-- content/incidents/x.md --\n---\n{head}\n---\n{text}"))
        .as_of("2022-12-07");
    let page = compiled.text("incidents/x/index.html");
    let (_, after) = page.split_once("<div class=\"prose\">").expect("prose");
    (after.split_once("</div></section>").expect("its end").0.trim().to_owned(), compiled.codes())
}

#[test]
fn comments_reach_no_output_and_stay_in_code() {
    let text = "Before %%SECRET one%% after.\n\n%%\nSECRET two\n\n- SECRET\n%%\n\n<!-- SECRET\nthree -->\n\n\
                Inline <!-- SECRET --> too, <!--SECRET-->and here. `%%code%%` and `<!-- code -->` stay.\n\n\
                ```\n%%kept%%\n<!-- kept -->\n```\n\n> quoted <!-- SECRET\n> four --> words\n\n<!-- SECRET --> A line.\n";
    let files = site(&format!(
        "-- content/incidents/x.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n{text}"
    ))
    .as_of("2022-12-07");
    assert_eq!(files.complaints(), "");
    for (path, content) in &files.files {
        let content = String::from_utf8_lossy(content);
        assert!(!content.contains("SECRET"), "{path}: {content}");
    }
    let (prose, _) = shown(text);
    for kept in [
        "<p>Before after.</p>",
        "<p>Inline too, and here. <code>%%code%%</code> and <code>&lt;!-- code --&gt;</code> stay.</p>",
        "%%kept%%\n&lt;!-- kept --&gt;",
        "<p>quoted words</p>",
        "<p>A line.</p>",
    ] {
        assert!(prose.contains(kept), "{kept}: {prose}");
    }
}

#[test]
fn nothing_in_a_counter_takes_part_in_markdown() {
    let number = "637";
    for text in [
        "“{{ days(\"x\") }}” and _{{ days('x') }}_ and **{{ days(\"x/final-report\") }}**일",
        "| a | b |\n|---|---|\n| {{ days(\"x\") }} | [[x|the fire]] |\n",
        "*{{ days(\"x\") }}* `{{ days(\"x\") }}` and *words*",
    ] {
        let (prose, codes) = shown(text);
        assert!(prose.contains(number) && codes.is_empty(), "{text}: {codes:?} {prose}");
        assert!(!prose.contains('\u{1}') && !prose.contains('\u{2}') && !prose.contains('\u{5}'));
    }
    let (prose, _) = shown("| a | b |\n|---|---|\n| [[x|the fire]] | two |\n");
    assert!(prose.contains("the fire</a></td><td>two</td>"), "{prose}");
    let (prose, _) = shown("`{{ days(\"a_b\") }}` and\n\n    {{ days(\"a\") }}\n");
    assert!(prose.contains("<code>{{ days(\"a_b\") }}</code>"), "{prose}");
    assert!(prose.contains("<code>{{ days(\"a\") }}\n"), "{prose}");
}

#[test]
fn quotations_that_are_set_apart_say_what_they_are_in_the_language_of_the_page() {
    for (kind, label) in [
        ("NOTE", "Note"),
        ("TIP", "Tip"),
        ("IMPORTANT", "Important"),
        ("WARNING", "Warning"),
        ("CAUTION", "Caution"),
    ] {
        let (prose, codes) = shown(&format!("> [!{kind}]\n> Words."));
        assert!(
            prose.contains(&format!("<p class=\"label\">{label}</p>\n<p>Words.</p>")),
            "{prose}"
        );
        assert_eq!(codes, Vec::<String>::new());
    }
    let (prose, _) = shown("> [!info]- Own *title*\n> Words.\n>\n> More.");
    assert!(
        prose.contains("<p class=\"label\">Own <em>title</em></p>\n<p>Words.</p>\n<p>More.</p>"),
        "{prose}"
    );
    let (prose, _) = shown("> [!faq]\n> Words.");
    assert!(prose.contains("<p class=\"label\">Note</p>\n<p>Words.</p>"), "{prose}");
    let (prose, _) = shown("> [!unheard] of\n> Words.");
    assert!(prose.contains("[!unheard] of"), "{prose}");
    let korean = site(
        "-- content/incidents/x.md --\n---\ntitle: 화재\noccurred: 2021-03-10\nlanguage: ko\n---\n> [!WARNING]\n> 내용\n",
    )
    .as_of("2022-12-07")
    .text("incidents/x/index.html");
    assert!(korean.contains("class=\"label\""), "{korean}");
}

#[test]
fn addresses_without_brackets_are_links_and_end_before_the_full_stop() {
    let (prose, codes) = shown(
        "See https://example.org/a_b_c.pdf, (http://example.org/x) and www.example.org. `https://code.example` [https://in.example](https://out.example)",
    );
    for link in [
        "<a href=\"https://example.org/a_b_c.pdf\">https://example.org/a_b_c.pdf</a>,",
        "(<a href=\"http://example.org/x\">http://example.org/x</a>)",
        "<a href=\"https://www.example.org\">www.example.org</a>.",
        "<code>https://code.example</code>",
        "<a href=\"https://out.example\">https://in.example</a>",
    ] {
        assert!(prose.contains(link), "{link}: {prose}");
    }
    assert_eq!(codes, Vec::<String>::new());
    // No name or password, and no other scheme.
    let (prose, _) =
        shown("https://me:secret@example.org/ and javascript:alert(1) and ftp://example.org/");
    assert!(!prose.contains("<a "), "{prose}");
}

#[test]
fn a_block_of_another_program_leaves_the_paragraph_above_alone() {
    let (prose, codes) =
        shown("A paragraph.\n\n:::note\nText\n:::\n\n`:::` and\n\n```\n:::kept\n```\n");
    assert!(prose.starts_with("<p>A paragraph.</p>\n<p>:::note\nText\n:::</p>"), "{prose}");
    assert!(prose.contains(":::kept"), "{prose}");
    assert_eq!(codes, ["markup-literal:8", "markup-literal:10"]);
}

#[test]
fn what_is_meant_as_text_is_not_told_of() {
    let text = "A [sic] (see above), 100 %, 2*3*4, 5 * 3 * 2, snake_case_name, a_b, #5 and #hashtag, x == y, {a set}, \
                \\[^no], \\*no\\*, [link](https://example.org/a_(b)), ~~gone~~ and 10:::20.\n\nTo be [or not][x].\n\n[x]: https://example.org/\n";
    let (_, codes) = shown(text);
    assert_eq!(codes, Vec::<String>::new());
}

#[test]
fn a_caption_stands_below_a_picture_that_is_alone_and_is_never_lost() {
    let (prose, _) = shown("![A hall](/x.png \"The *hall*, by <A>\")");
    assert!(
        prose.contains("<figure>\n<img src=\"../../x.png\" alt=\"A hall\" loading=\"lazy\" decoding=\"async\">\n<figcaption>The *hall*, by &lt;A&gt;</figcaption></figure>"),
        "{prose}"
    );
    for text in ["Here: ![A hall](/x.png \"By A\") it is.", "- ![A hall](/x.png \"By A\")"] {
        let (prose, _) = shown(text);
        assert!(prose.contains("title=\"By A\"") && !prose.contains("<figure"), "{prose}");
    }
}
