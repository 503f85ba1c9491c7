//! Hostile input: what is refused, what is shown as text, and that nothing costs more than its
//! length.

use std::time::{Duration, Instant};

use crate::harness::{Folder, Site, body, incident, repository, site, words};

const NOW: &str = "2026-11-22";

/// A title and other texts that would run if anything took them for more than text.
const NASTY: &str = r#"\"><script>alert(1)</script></title>{{ 1234*5678 }}{% include \"x\" %}<!--"#;

#[test]
fn an_alias_bomb_is_refused_at_once_and_at_its_line() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..=9 {
        let before = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    let began = Instant::now();
    let compiled = incident(&format!("occurred: 2021-03-10\n{bomb}")).as_of(NOW);
    assert!(began.elapsed() < Duration::from_secs(2));
    assert_eq!(compiled.codes(), ["yaml-anchor:4"]);
}

#[test]
fn front_matter_of_more_than_64_kib_is_refused() {
    let compiled =
        incident(&format!("occurred: 2021-03-10\nsummary: {}", "x".repeat(65 << 10))).as_of(NOW);
    assert_eq!(compiled.codes(), ["front-matter-too-large:1"]);
    assert_eq!(
        incident(&format!("occurred: 2021-03-10\nsummary: {}", "x".repeat(60 << 10)))
            .as_of(NOW)
            .complaints(),
        ""
    );
}

#[test]
fn deep_nesting_is_refused_without_an_overflow_of_the_stack() {
    for depth in [40, 1000, 20_000] {
        let text =
            format!("occurred: 2021-03-10\ntags: {}{}", "[".repeat(depth), "]".repeat(depth));
        let codes = incident(&text).as_of(NOW).codes();
        let expected =
            if text.len() > 64 << 10 { "front-matter-too-large:1" } else { "yaml-too-deep:4" };
        assert_eq!(codes, [expected], "{depth}");
        let map: String =
            (0..depth.min(300)).map(|level| format!("{}k:\n", " ".repeat(level))).collect();
        assert_eq!(incident(&format!("occurred: 2021-03-10\n{map}")).as_of(NOW).codes().len(), 1);
        assert_eq!(
            incident(&format!("occurred: 2021-03-10\ntags:\n  {}x", "- ".repeat(depth)))
                .as_of(NOW)
                .codes()
                .len(),
            1,
            "{depth}"
        );
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = "\u{feff}---\r\ntitle: A fire\r\noccurred: 2021-03-10\r\n---\r\nText.\r\n";
    let compiled = site("-- content/pages/p.md --\n---\ntitle: A page\n---\n")
        .with("content/incidents/a.md", text)
        .as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.clock("a/final-report")["elapsed_days"], 637);
    let compiled = site("-- content/pages/p.md --\n---\ntitle: A page\n---\n")
        .with("overdue.yaml", "\u{feff}title: A watch\r\nurl: https://watch.example/\r\n")
        .as_of(NOW);
    assert_eq!(compiled.complaints(), "");
}

#[test]
fn a_draft_is_never_published_and_its_title_never_leaks() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A secret\noccurred: 2021-03-10\ndraft: true\n---\n\
                -- content/incidents/b.md --\n---\ntitle: Open\noccurred: 2021-03-10\n---\n";
    let compiled = site(text).as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    assert!(!compiled.has("incidents/a/index.html"));
    for (path, bytes) in &compiled.files {
        assert!(!String::from_utf8_lossy(bytes).contains("A secret"), "{path} tells of a draft");
    }
    assert!(site(text).drafts_as_of(NOW).has("incidents/a/index.html"));
}

#[test]
fn what_looks_like_code_is_text_in_every_page_and_data_file() {
    let text = format!(
        "-- overdue.yaml --\ntitle: \"W {NASTY}\"\nurl: https://watch.example/\ndescription: \"D {NASTY}\"\npublisher: {{name: \"P {NASTY}\"}}\n\
         -- content/incidents/a.md --\n---\ntitle: \"T {NASTY}\"\nsummary: \"S {NASTY}\"\noccurred: 2021-03-10\nplace: \"L {NASTY}\"\n\
         sector: \"x {NASTY}\"\ntags: [\"t {NASTY}\"]\noperators: [o]\nimpact: [{{what: \"i {NASTY}\", value: \"v {NASTY}\"}}]\n\
         sources: [{{id: s, title: \"Q {NASTY}\", publisher: \"R {NASTY}\", quote: \"U {NASTY}\"}}]\n\
         events: [{{date: 2021-04-01, title: \"E {NASTY}\"}}]\n\
         awaiting: [{{report: final-report, from: o, rule: \"W {NASTY} [@s]\", closed: {{on: 2022-01-01, why: \"C {NASTY}\"}}}}]\n---\n\
         Body [@s] {{{{ 1234*5678 }}}} {{% include \"x\" %}}\n\
         -- content/organisations/o.md --\n---\ntitle: \"O {NASTY}\"\n---\n\
         -- content/articles/x.md --\n---\ntitle: \"A {NASTY}\"\ndate: 2021-05-01\nauthors: [\"B {NASTY}\"]\nincidents: [a]\ncompare: [a, a]\n---\n{{{{ counter(\"a\") }}}}\n\
         -- content/responses/r.md --\n---\ntitle: \"R {NASTY}\"\nkind: statement\ndate: 2021-05-01\nby: o\nincidents: a\nfindings: [{{text: \"F {NASTY}\"}}]\n---\n"
    );
    let compiled = site(&text).as_of(NOW);
    assert!(!compiled.files.is_empty(), "{}", compiled.complaints());
    let mut shown = 0;
    for (path, bytes) in &compiled.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if path.ends_with(".html") {
            assert!(!text.contains("<script>alert"), "{path} has a script of the content");
            assert!(
                !text.contains("</title>{{"),
                "{path} ends its title where the content says so"
            );
            assert_eq!(
                text.matches("<!--").count(),
                text.matches("-->").count(),
                "{path} has a comment that the content began"
            );
            assert!(
                !text.contains("\"><script"),
                "{path} ends an attribute where the content says so"
            );
            assert!(!text.contains("7006652"), "{path} computed what the content says");
            shown += usize::from(text.contains("{{ 1234*5678 }}"));
        } else if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(text)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    assert!(shown >= 8, "only {shown} pages show the text");
    let page = compiled.words("incidents/a/index.html");
    assert!(
        page.contains(
            "T \"><script>alert(1)</script></title>{{ 1234*5678 }}{% include \"x\" %}<!--"
        ) || page.contains("{{ 1234*5678 }}"),
        "{page}"
    );
}

#[test]
fn raw_html_is_shown_as_text_with_a_warning_at_its_line() {
    for html in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<style>@import url(x)</style>",
        "<base href=//x.example>",
        "<meta http-equiv=refresh content=0>",
        "<form action=x><input></form>",
        "<!-- a comment --><b>bold</b>",
        "<!--><script>alert(1)</script>-->",
        "<iframe src=x></iframe>",
    ] {
        for text in [html.to_owned(), format!("In a line {html} of text.")] {
            let compiled = body(&text).as_of(NOW);
            let page = compiled.text("incidents/a/index.html");
            let prose = page.split("<main").nth(1).expect("a main");
            let name = html[1..].split([' ', '>']).next().expect("a tag");
            assert!(!prose.contains(&format!("<{name}")), "{text} became HTML");
            assert!(
                compiled.codes().iter().all(|code| code == "html-shown:5")
                    && !compiled.codes().is_empty(),
                "{text}: {:?}",
                compiled.codes()
            );
        }
    }
}

/// A site of one incident `a` with this body, in which a few tags are kept.
fn sanitised(markdown: &str) -> Site {
    let settings = "title: A watch\nurl: https://watch.example/\nraw_html: sanitise\n";
    body(markdown).with("overdue.yaml", settings)
}

/// The first tag of a page that ends something else than what is open, or that nothing ends.
fn misnested(html: &str) -> Option<String> {
    const EMPTY: [&str; 10] =
        ["br", "hr", "img", "input", "link", "meta", "wbr", "source", "col", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let name = part
            .split(|c: char| c.is_whitespace() || matches!(c, '>'))
            .next()
            .unwrap_or_default()
            .trim_end_matches('/');
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Some(part.to_owned()),
            Some(_) => {}
            None if EMPTY.contains(&&*name.to_ascii_lowercase())
                || part.trim_end().ends_with("/>") => {}
            None => open.push(name),
        }
    }
    open.last().map(|name| format!("{name} is open at the end"))
}

#[test]
fn an_html_element_ends_with_what_it_stands_in_and_a_stray_end_is_left_out() {
    for (markdown, html) in [
        ("A <s>line.\n\nAnother.", "<p>A <s>line.</s></p>\n<p>Another.</p>"),
        ("A line</s>.", "<p>A line.</p>"),
        ("<s>\n\nAnother.", "<p><s></s></p>\n<p>Another.</p>"),
        ("</s>\n\nAnother.", "<p>Another.</p>"),
        ("- a <s>b\n- c", "<ul>\n<li>a <s>b</s></li>\n<li>c</li>\n</ul>"),
        ("- a <s>b\n  - c", "<ul>\n<li>a <s>b</s>\n<ul>\n<li>c</li>"),
        ("> a <s>b\n\nc", "<blockquote>\n<p>a <s>b</s></p>\n</blockquote>\n<p>c</p>"),
        ("*a <b>b* c</b>", "<em>a <b>b</b></em> c</p>"),
        ("[a <b>b](https://x.example/) c</b>", "a <b>b</b></a> c</p>"),
        ("<b>*a</b> b*", "<b><em>a b</em></b></p>"),
        ("<b>a <i>b</b> c</i>", "<b>a <i>b</i></b> c</p>"),
        (
            "An <abbr title='a \"b\" <c>'>x</abbr>",
            "<abbr title=\"a &quot;b&quot; &lt;c&gt;\">x</abbr>",
        ),
        ("An <abbr title=x>y</abbr>", "An &lt;abbr title=x&gt;y</p>"),
        (
            "An <abbr title=\"x\" onclick=\"y\">z</abbr>",
            "An &lt;abbr title=\"x\" onclick=\"y\"&gt;z</p>",
        ),
        ("A <S>line</S>.", "A <s>line</s>."),
        ("a[^n]\n\n[^n]: b <s>c\n\nd", "<p>b <s>c</s>"),
    ] {
        let compiled = sanitised(markdown).as_of(NOW);
        let page = compiled.text("incidents/a/index.html");
        assert!(
            page.contains(html),
            "{markdown}\n{}",
            page.split("<main").nth(1).unwrap_or_default()
        );
        assert_eq!(misnested(&page), None, "{markdown}");
    }
    assert_eq!(sanitised("<s>a</s> <abbr title=\"b\">c</abbr>").as_of(NOW).complaints(), "");
    assert_eq!(
        sanitised("a\nb <s>c\n\nd</s>").as_of(NOW).codes(),
        ["html-unpaired:6", "html-unpaired:8"]
    );
}

#[test]
fn no_mixture_of_html_and_markdown_leaves_an_element_open() {
    const PIECES: [&str; 22] = [
        "<s>",
        "</s>",
        "<b>",
        "</b>",
        "<abbr title=\"x\">",
        "</abbr>",
        "<br>",
        "*",
        "**",
        "~~",
        "a ",
        "[",
        "](https://x.example/)",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n> ",
        "\n## ",
        "\n| a | b |\n|---|---|\n| ",
        " | ",
        "[^n]\n\n[^n]: ",
        "<s>\n",
    ];
    // A sequence that is the same each time (the constants are those of Knuth's MMIX).
    let mut state: u64 = 7;
    let mut mixed = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        PIECES[usize::try_from(state >> 33).expect("31 bits") % PIECES.len()]
    };
    let mut made = sanitised("");
    for number in 0..100 {
        let markdown: String = (0..60).map(|_| mixed()).collect();
        made = made.with(
            &format!("content/pages/p{number}.md"),
            &format!("---\ntitle: P\n---\n{markdown}\n"),
        );
    }
    let compiled = made.as_of(NOW);
    for number in 0..100 {
        let page = compiled.text(&format!("pages/p{number}/index.html"));
        assert_eq!(misnested(&page), None, "{page}");
    }
}

#[test]
fn the_guide_lists_the_html_that_is_kept() {
    let names = "a abbr address area article aside audio b base bdi bdo blink blockquote body br button canvas caption center cite code col \
                 colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame \
                 frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee \
                 math menu meta meter nav noscript object ol optgroup option output p picture plaintext pre progress q rp rt ruby s samp \
                 script search section select slot small source span strike strong style sub summary sup svg table tbody td template \
                 textarea tfoot th thead time title tr track tt u ul var video wbr xmp";
    let text: String = names.split_whitespace().map(|name| format!("x <{name}> y\n\n")).collect();
    let page = sanitised(&text).as_of(NOW).text("incidents/a/index.html");
    let kept: Vec<&str> =
        names.split_whitespace().filter(|name| page.contains(&format!("<p>x <{name}>"))).collect();
    let guide = std::fs::read_to_string(repository().join("content/pages/guide/guide-writing.md"))
        .expect("the guide");
    let listed = guide
        .split("these tags are kept, without attributes:")
        .nth(1)
        .and_then(|rest| rest.split('.').next())
        .expect("the list");
    let listed: Vec<&str> =
        listed.split('`').skip(1).step_by(2).filter(|name| *name != "title").collect();
    assert_eq!(kept, listed);
}

#[test]
fn links_of_other_schemes_lose_their_target_and_keep_their_text() {
    let links = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#x6A;avascript:alert(1)",
        "<java\tscript:alert(1)>",
        "< javascript:alert(1)>",
        "data:text/html,<b>x</b>",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example/x",
        "\\\\\\\\elsewhere.example/x",
        "blob:x",
    ];
    for link in links {
        let compiled = body(&format!("[the text]({link})")).as_of(NOW);
        let page = compiled.text("incidents/a/index.html");
        assert!(page.contains("the text"), "{link}: the text is gone");
        assert!(!page.contains(">the text</a>"), "{link} is a link");
        assert_eq!(compiled.codes().len(), 1, "{link}: {:?}", compiled.codes());
    }
    for link in
        ["https://a.example/x?y=1#z", "http://a.example", "mailto:a@b.example", "tel:+4412345"]
    {
        let compiled = body(&format!("[the text]({link})")).as_of(NOW);
        assert_eq!(compiled.complaints(), "");
        assert!(
            compiled.text("incidents/a/index.html").contains(&format!("href=\"{link}\"")),
            "{link}"
        );
    }
}

#[test]
fn where_somebody_looked_is_a_link_only_if_it_is_an_address_on_the_web() {
    let places = "[\"javascript://a.example/%0aalert(1)\", \"data://x\", the library, \"https://a.example/search\"]";
    let lines = format!(
        "occurred: 2021-03-10\nawaiting:\n  - {{report: final-report, checked: 2026-11-20, checked_where: {places}}}"
    );
    let compiled = incident(&lines).as_of(NOW);
    let page = compiled.text("incidents/a/index.html");
    assert!(page.contains("href=\"https://a.example/search\""), "{page}");
    assert!(page.contains("the library"), "{page}");
    assert!(!page.contains("href=\"javascript") && !page.contains("href=\"data:"), "{page}");
}

#[test]
fn an_unsafe_link_is_an_error_under_strict() {
    let folder =
        Folder::of("-- content/pages/p.md --\n---\ntitle: P\n---\n[x](javascript:alert(1))\n");
    assert_eq!(folder.run(&["check"]).code, 0);
    assert_eq!(folder.run(&["check", "--strict"]).code, 1);
    assert_eq!(folder.run(&["build", "--strict"]).code, 1);
    assert!(!folder.path().join("site").exists());
}

#[test]
fn attributes_of_headings_are_id_and_class_and_cannot_take_the_pages_own_names() {
    let compiled =
        body("## T {onclick=alert(1) style=color:red #location .a-class}\n\n## Main {#main}\n")
            .as_of(NOW);
    let page = compiled.text("incidents/a/index.html");
    assert!(!page.contains("onclick") && !page.contains("style=\"color"), "{page}");
    assert!(!page.contains("id=\"location\""), "{page}");
    assert_eq!(page.matches("id=\"main\"").count(), 1, "an id stands twice");
    assert!(page.contains("a-class"), "{page}");
}

#[test]
fn a_footnote_within_a_footnote_leaves_the_text_of_the_page() {
    let text = "Before.[^a]\n\n[^a]: Outer.[^b]\n\n    > [^b]: Inner.\n\nAfter the notes.\n";
    let page = body(text).as_of(NOW).words("incidents/a/index.html");
    for words in ["Before.", "Outer.", "Inner.", "After the notes."] {
        assert!(page.contains(words), "{words} is lost:\n{page}");
    }
}

#[test]
fn no_link_stands_inside_another() {
    let text = "[Since {{ days(\"a\") }}, said [@s] ![](https://c.example/x.png)](https://b.example/) and {{ days(\"a\") }}.\n";
    let head = "title: A fire\noccurred: 2021-03-10\nsources:\n  - {id: s, title: A source}";
    let page = site(&format!("-- content/incidents/a.md --\n---\n{head}\n---\n{text}"))
        .as_of(NOW)
        .text("incidents/a/index.html");
    let mut depth = 0;
    for part in page.split('<').skip(1) {
        depth += i32::from(part.starts_with("a ")) - i32::from(part.starts_with("/a>"));
        assert!((0..=1).contains(&depth), "a link in a link: <{part}");
    }
    assert_eq!(page.matches("<span class=\"live").count(), 1, "{page}");
    assert!(page.contains("<a class=\"live"), "{page}");
}

#[test]
fn data_cannot_end_a_script_element() {
    let compiled = incident(
        "occurred: 2021-03-10\nsummary: \"</script><script>alert(1)</script> \u{2028} x\"",
    )
    .as_of(NOW);
    let page = compiled.text("incidents/a/index.html");
    assert!(!page.contains("<script>alert"), "{page}");
    for part in page.split("<script").skip(1) {
        let inner = part
            .split_once('>')
            .map_or("", |(_, rest)| rest)
            .split("</script")
            .next()
            .unwrap_or_default();
        assert!(!inner.contains(['\u{2028}', '<']), "{inner}");
    }
}

#[test]
fn control_characters_are_removed_with_a_warning() {
    let compiled =
        incident("occurred: 2021-03-10\nsummary: \"a bell \\a, a null \\0 and an escape \\e\"")
            .as_of(NOW);
    assert_eq!(compiled.codes(), ["text-control:4"]);
    for (path, bytes) in &compiled.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if path.ends_with(".html") || path.ends_with(".json") {
            assert!(
                !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')),
                "{path} has a control character"
            );
        }
    }
}

#[test]
fn characters_that_reorder_text_are_named_by_their_code_points() {
    let compiled = incident("occurred: 2021-03-10\nplace: \"a\u{202e}b\u{200b}c\"").as_of(NOW);
    assert_eq!(compiled.codes(), ["text-bidi:4"]);
    assert!(
        compiled.complaints().contains("U+202E") && compiled.complaints().contains("U+200B"),
        "{}",
        compiled.complaints()
    );
    let slug = site("-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\nslug: \"a\u{202e}b\"\n---\n").as_of(NOW);
    assert!(slug.codes().contains(&"slug-form:4".to_owned()), "{:?}", slug.codes());
}

/// A text that grows with a number, as a site.
type Growing = (&'static str, Box<dyn Fn(usize) -> Site>);

/// A body of about twenty thousand bytes, or so many times that.
fn repeated(pattern: &'static str) -> impl Fn(usize) -> Site {
    move |factor| body(&pattern.repeat(factor * 20_000 / pattern.len()))
}

/// A body of so many times a number of lines, `N` in which is their number.
fn numbered(lines: usize, line: &'static str) -> impl Fn(usize) -> Site {
    move |factor| {
        body(&(0..factor * lines).map(|at| line.replace('N', &at.to_string())).collect::<String>())
    }
}

/// Front matter of an incident with a list of so many times a number of entries.
fn listing(entries: usize, key: &'static str, entry: &'static str) -> impl Fn(usize) -> Site {
    move |factor| {
        let entries: Vec<String> =
            (0..factor * entries).map(|at| entry.replace('N', &at.to_string())).collect();
        incident(&format!("occurred: 2021-03-10\n{key}: [{}]", entries.join(", ")))
    }
}

/// So many times a number of files, `N` in which is their number.
fn filed(files: usize, path: &'static str, text: &'static str) -> impl Fn(usize) -> Site {
    move |factor| {
        let mut made = incident("occurred: 2021-03-10");
        for at in 0..factor * files {
            made =
                made.with(&path.replace('N', &at.to_string()), &text.replace('N', &at.to_string()));
        }
        made
    }
}

/// Texts that once cost, or could cost, far more than their length.
fn growing() -> Vec<Growing> {
    let patterns: [(&str, &str); 33] = [
        ("footnotes", "[^"),
        ("emphasis", "*a **b "),
        ("links", "[ (]("),
        ("quotes", "> "),
        ("brackets", "["),
        ("images", "![a]("),
        ("counters", "{{ days("),
        ("braces", "{{"),
        ("citations", "[@a"),
        ("tags", "<a "),
        ("days", "1 day "),
        ("backticks", "`a``"),
        ("unknown names on a line", "[[nothing like it]] "),
        ("days beside links", "12 days. [a](a.md) "),
        ("blocks in a paragraph", "{{ timeline(\"a\") }} [a](a.md) "),
        ("citations of nothing", "[@nothing] "),
        ("clocks of nothing", "{{ days(\"a/nothing\") }} "),
        ("links to nothing", "[a](/nothing/at/all/) "),
        ("pictures of nothing", "![a](nothing.png) "),
        ("stray ends of emphasis", "**a*b_ "),
        ("comments", "<!-- a --> "),
        ("comments that do not end", "<!--"),
        ("comments of a line", "%%a%% "),
        ("per cent signs", "%%%"),
        ("bars in brackets", "[[a|b]] | "),
        ("bars in brackets that do not end", "[[a|b "),
        ("blocks of other programs", ":::a\n"),
        ("addresses", "www.a.b/( "),
        ("addresses in one word", "https://a.b/"),
        ("alerts", "> [!note] a\n\n"),
        ("attributes", "{: .a "),
        ("marks of emphasis", "_a*b_c"),
        ("captions", "![a](/b.png \"c\")\n\n"),
    ];
    let mut all: Vec<Growing> = patterns
        .into_iter()
        .map(|(name, pattern)| (name, Box::new(repeated(pattern)) as _))
        .collect();
    all.push((
        "headings with dead fragments",
        Box::new(numbered(300, "## Part N\n\n[a](#pert-N)\n\n")),
    ));
    all.push(("headings alike", Box::new(numbered(300, "## Part\n\n[a](#part-N)\n\n"))));
    all.push(("footnotes with texts", Box::new(numbered(300, "a[^nN]\n\n[^nN]: b\n\n"))));
    all.push((
        "rows of a table",
        Box::new(|factor| {
            body(&format!("| a | b |\n|---|---|\n{}", "| c | d |\n".repeat(1_000 * factor)))
        }),
    ));
    all.push((
        "columns of a table",
        Box::new(|factor| {
            let row = |cell: &str| format!("|{}\n", cell.repeat(500 * factor));
            body(&(row(" a |") + &row("---|") + &row(" b |")))
        }),
    ));
    all.push((
        "a list in lists",
        Box::new(|factor| {
            body(
                &(0..60 * factor).map(|at| format!("{}- a\n", "  ".repeat(at))).collect::<String>(),
            )
        }),
    ));
    all.push((
        "names in one call",
        Box::new(|factor| {
            body(&format!("{{{{ compare({}) }}}}", "\"a\", ".repeat(4_000 * factor)))
        }),
    ));
    all.push((
        "a long title",
        Box::new(|factor| {
            site(&format!(
                "-- content/incidents/a.md --\n---\ntitle: {}\noccurred: 2021-03-10\n---\n",
                "word ".repeat(1_500 * factor)
            ))
        }),
    ));
    all.push((
        "keys that are not known",
        Box::new(|factor| {
            incident(&format!(
                "occurred: 2021-03-10\n{}",
                (0..500 * factor).map(|at| format!("ocurred{at}: x\n")).collect::<String>()
            ))
        }),
    ));
    for (name, entries, key, entry) in [
        ("tags in a list", 25, "tags", "tN"),
        ("old addresses", 25, "aliases", "old/pN"),
        ("sources", 150, "sources", "{id: sN, title: T}"),
        ("events", 150, "events", "{date: 2021-03-11, title: E}"),
        ("corrections", 150, "corrections", "{date: 2021-03-11, was: W}"),
        ("figures", 150, "impact", "{what: W, value: V}"),
        ("commitments", 100, "commitments", "{what: WN, due: 2021-04-01}"),
        (
            "clocks",
            25,
            "awaiting",
            "{id: cN, report: notification, within: 5 working days, calendar: weekends}",
        ),
        (
            "clocks in a chain",
            25,
            "awaiting",
            "{id: cN, report: notification, within: 5 working days, calendar: weekends, since: {clock: cN}}",
        ),
        ("operators of nothing", 200, "operators", "nobody-N"),
        (
            "pauses",
            25,
            "awaiting: [{report: final-report, within: 90 working days, calendar: weekends, paused",
            "{from: 2021-04-0N, to: 2021-05-01}",
        ),
    ] {
        all.push((name, Box::new(listing(entries, key, entry))));
    }
    all.push((
        "a duty in a circle",
        Box::new(|factor| {
            let limits = duty(
                25 * factor,
                &format!("within: 1 days, since: {{limit: l{}}}", 25 * factor - 1),
                |before| format!("earliest_of: [{{within: 1 days, since: {{limit: l{before}}}}}]"),
            );
            incident("occurred: 2021-03-10\nregimes: d").with("content/regimes/d.yaml", &limits)
        }),
    ));
    all.push((
        "holidays",
        Box::new(|factor| {
            let days: String =
                (0..1_000 * factor).map(|at| format!("  {}-{:02}-{:02}: Day\n", 2000 + at / 300, at / 25 % 12 + 1, at % 25 + 1)).collect();
            incident("occurred: 2021-03-10\nawaiting: [{report: final-report, within: 90 working days, calendar: c}]")
                .with("content/calendars/c.yaml", &format!("title: C\nholidays:\n{days}"))
        }),
    ));
    for (name, files, path, text) in [
        (
            "records that name nothing",
            40,
            "content/incidents/nN.md",
            "---\ntitle: T\noccurred: 2021-03-10\noperators: organisation-number-N\n---\n[[name-N-of]]\n",
        ),
        (
            "records of one operator",
            20,
            "content/incidents/nN.md",
            "---\ntitle: T\noccurred: 2021-03-10\ntags: fire\n---\n",
        ),
        (
            "responses to one incident",
            20,
            "content/responses/nN.md",
            "---\ntitle: T\nkind: statement\ndate: 2021-04-01\nincidents: a\n---\n",
        ),
        ("translations of nothing", 40, "content/incidents/nN.fr.md", "---\ntitle: T\n---\n"),
    ] {
        all.push((name, Box::new(filed(files, path, text))));
    }
    all
}

#[test]
fn of_one_mistake_in_a_file_a_hundred_are_told_and_all_are_counted() {
    let names: String = (0..3_000).map(|at| format!("[[nothing-{at}]] ")).collect();
    let folder = Folder::of(&format!(
        "-- content/pages/p.md --\n---\ntitle: P\n---\n{names}\n\n<b>\n\n[a](#b)\n"
    ));
    let said = folder.run(&["check"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.err.matches("error[reference-unknown]").count(), 100);
    assert!(
        said.err.contains("= note: and 2900 more `reference-unknown` in this file"),
        "{}",
        said.err
    );
    assert!(
        said.err.ends_with("3000 errors, 2 warnings\n"),
        "{}",
        &said.err[said.err.len() - 200..]
    );
    // Of a line of sixty thousand bytes what is near is shown, with the column that it has in the
    // whole line.
    assert!(said.err.lines().all(|line| line.len() < 300));
    assert!(said.err.contains(" --> content/pages/p.md:4:1476\n"), "{}", said.err);
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["check", "--format", "json"]).out).expect("JSON");
    let listed = json["diagnostics"].as_array().expect("a list");
    assert_eq!((listed.len(), &json["errors"], &json["warnings"]), (102, &3_000.into(), &2.into()));
    let more: Vec<&serde_json::Value> =
        listed.iter().filter_map(|found| found.get("more")).collect();
    assert_eq!(more, [&serde_json::Value::from(2_900)]);
    let sarif = folder.run(&["check", "--format", "sarif"]).out;
    assert!(sarif.contains("\"occurrenceCount\": 2901"));
    assert!(
        folder
            .run(&["check", "--format", "github"])
            .out
            .contains("and 2900 more `reference-unknown` in this file")
    );
}

#[test]
fn what_was_meant_is_still_said_where_thousands_of_names_are_wrong() {
    let mut made = incident("occurred: 2021-03-10");
    for at in 0..1_000 {
        made = made.with(
            &format!("content/pages/page-number-{at}.md"),
            &format!("---\ntitle: P\n---\n[[page-numbr-{at}]]\n"),
        );
    }
    let said = made.as_of(NOW).complaints();
    assert_eq!(said.matches("error[reference-unknown]").count(), 1_000);
    let meant = said.matches("did you mean `[[page-number-").count();
    assert!((400..1_000).contains(&meant), "{meant}");
}

#[test]
fn a_page_ends_while_its_prose_is_filled() {
    let events: Vec<String> =
        (0..50).map(|_| format!("{{date: 2021-03-11, title: {}}}", "e".repeat(1_200))).collect();
    let blocks = "{{ timeline(\"a\") }}\n\n".repeat(4_000);
    let text = format!(
        "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\nevents: [{}]\n---\n-- content/articles/b.md --\n---\ntitle: B\ndate: 2021-04-01\n---\n{blocks}",
        events.join(", ")
    );
    let folder = Folder::of(&text);
    let said = folder.run(&["build"]);
    assert_ne!(said.code, 0);
    assert!(said.err.contains("the page is larger than 64 MiB"), "{}", said.err);
    assert!(folder.files("site").is_empty());
}

#[test]
fn no_picture_and_no_import_costs_much_more_than_its_length() {
    let svg = |inside: String| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
    let names = |count: usize| svg((0..count).map(|at| format!("<g xmlns:n{at}=\"x\">")).collect());
    let attributes = |count: usize| {
        svg(format!("<g {}/>", (0..count).map(|at| format!("a{at}=\"\" ")).collect::<String>()))
    };
    let pictures: [(&str, &dyn Fn(usize) -> String); 6] = [
        ("namespaces", &|factor| names(2_000 * factor)),
        ("attributes", &|factor| attributes(4_000 * factor)),
        ("styles in styles", &|factor| {
            svg("<style>a".repeat(4_000 * factor) + &"</style>".repeat(4_000 * factor))
        }),
        ("shapes", &|factor| svg("<rect/>".repeat(4_000 * factor))),
        ("uses of one shape", &|factor| {
            svg(format!("<rect id=\"a\"/>{}", "<use href=\"#a\"/>".repeat(2_000 * factor)))
        }),
        ("addresses that do not end", &|factor| {
            svg(format!("<g fill=\"{}\"/>", "url(#a ".repeat(4_000 * factor)))
        }),
    ];
    let posts: [(&str, &str); 5] = [
        ("calls", "{{ a( "),
        ("comments", "a <!-- "),
        ("links", "[a](b "),
        ("shortcodes", "{{< track \""),
        ("addresses", "https://a?"),
    ];
    let took = |folder: &Folder, arguments: &[&str]| {
        let began = Instant::now();
        folder.run(arguments);
        began.elapsed()
    };
    let mut slow = Vec::new();
    for (name, picture) in pictures {
        let times = [1, 2, 4].map(|factor| {
            let folder = Folder::of("-- content/pages/p.md --\n---\ntitle: P\n---\n");
            folder.put("static/a.svg", picture(factor));
            took(&folder, &["check"])
        });
        slow.extend(is_slow(times).then(|| format!("{name}: {times:?}")));
    }
    for (name, pattern) in posts {
        let times = [1, 2, 4].map(|factor| {
            let folder = Folder::of("-- content/pages/p.md --\n---\ntitle: P\n---\n");
            folder.put(
                "post.md",
                format!(
                    "---\ntitle: A\ndate: 2021-03-10\n---\n{}\n",
                    pattern.repeat(40_000 * factor / pattern.len())
                ),
            );
            took(&folder, &["import", "hugo", "post.md"])
        });
        slow.extend(is_slow(times).then(|| format!("{name}: {times:?}")));
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// The time that each of three sizes takes, the second and third being two and four times the
/// first; the least of so many tries.
fn times(make: &dyn Fn(usize) -> Site, tries: usize) -> [Duration; 3] {
    [1, 2, 4].map(|factor| {
        let made = make(factor);
        let time = |_| {
            let began = Instant::now();
            let compiled = made.as_of(NOW);
            let _ = compiled.complaints();
            began.elapsed()
        };
        (0..tries).map(time).min().expect("a try")
    })
}

/// Whether four times the text takes more than a little more than four times as long; a quadratic
/// cost would be sixteen times.
fn is_slow(times: [Duration; 3]) -> bool {
    times[2] > times[0].max(Duration::from_millis(40)) * 10
}

#[test]
fn no_text_costs_much_more_than_its_length() {
    let slow = growing()
        .into_iter()
        .filter(|(_, make)| is_slow(times(make, 1)) && is_slow(times(make, 3)));
    let slow: Vec<String> =
        slow.map(|(name, make)| format!("{name}: {:?}", times(&make, 1))).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
#[expect(clippy::print_stdout, reason = "a table for people, which they ask for")]
#[ignore = "prints a table for people: cargo test --release --test suite -- --ignored --nocapture time_table"]
fn time_table() {
    let milliseconds = |time: Duration| format!("{:>8.1}", time.as_secs_f64() * 1_000.0);
    let rows = growing()
        .into_iter()
        .map(|(name, make)| format!("{name:32}{}", times(&make, 2).map(milliseconds).concat()));
    println!(
        "{:32}       n      2n      4n (milliseconds)\n{}",
        "",
        rows.collect::<Vec<_>>().join("\n")
    );
}

/// A duty whose limits each run from the document of the one before, the first from `first`.
fn duty(limits: usize, first: &str, start: impl Fn(usize) -> String) -> String {
    let limits: String = (0..limits)
        .map(|at| {
            let start = if at == 0 { first.to_owned() } else { start(at - 1) };
            format!("  - {{id: l{at}, report: notification, {start}}}\n")
        })
        .collect();
    format!("title: A duty\nlimits:\n{limits}")
}

#[test]
fn a_long_chain_of_limits_or_clocks_is_counted_to_its_end() {
    let since = |before: usize| format!("within: 1 days, since: {{limit: l{before}}}");
    let earliest = |before: usize| {
        format!(
            "earliest_of: [{{within: 9 days, since: unknown}}, {{within: 1 days, since: {{limit: l{before}}}}}]"
        )
    };
    for duty in [duty(100, "within: 1 days", since), duty(100, "within: 1 days", earliest)] {
        let compiled = incident("occurred: 2021-03-10\nregimes: d")
            .with("content/regimes/d.yaml", &duty)
            .as_of(NOW);
        assert_eq!(compiled.complaints(), "");
        assert_eq!(compiled.clock("a/d/l99")["due"], "2021-06-18", "a hundred days after 10 March");
    }
    // The order in which they are written does not matter.
    let clocks: String = (0..100)
        .rev()
        .map(|at| {
            format!(
                "  - {{id: c{at}, report: notification, within: 1 days{}}}\n",
                if at == 0 { String::new() } else { format!(", since: {{clock: c{}}}", at - 1) }
            )
        })
        .collect();
    let compiled = incident(&format!("occurred: 2021-03-10\nawaiting:\n{clocks}")).as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.clock("a/c99")["due"], "2021-06-18");
}

#[test]
fn clocks_that_start_each_other_in_a_circle_are_told_and_those_that_only_wait_for_them_are_not() {
    let clocks = |clocks: &[(&str, &str)]| {
        let clocks: String = clocks
            .iter()
            .map(|(id, since)| {
                format!("  - {{id: {id}, report: notification, since: {{clock: {since}}}}}\n")
            })
            .collect();
        incident(&format!("occurred: 2021-03-10\nawaiting:\n{clocks}")).as_of(NOW).codes()
    };
    assert_eq!(clocks(&[("a", "a")]), ["clock-loop:5"]);
    assert_eq!(
        clocks(&[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "d")]),
        ["clock-loop:5", "clock-loop:6", "clock-loop:7"]
    );
    assert_eq!(clocks(&[("a", "nothing"), ("b", "a")]), ["clock-unknown:5"]);
    let duty = "title: A duty\nlimits:\n  - {id: a, report: notification, earliest_of: [{within: 1 days}, {within: 1 days, since: {limit: b}}]}\n  \
                - {id: b, report: notification, within: 1 days, since: {limit: a}}\n  - {id: c, report: notification, since: {limit: b}}\n";
    let compiled = incident("occurred: 2021-03-10\nregimes: d")
        .with("content/regimes/d.yaml", duty)
        .as_of(NOW);
    assert_eq!(compiled.codes(), ["clock-loop:3", "clock-loop:4"]);
}

#[test]
fn thousands_of_chained_or_circular_limits_clocks_and_calendars_are_refused_and_overflow_no_stack()
{
    let chain = |first: &str| {
        duty(2_000, first, |before| format!("within: 1 days, since: {{limit: l{before}}}"))
    };
    for (first, told) in [
        ("within: 1 days", vec!["list-too-long:103"]),
        ("within: 1 days, since: {limit: l1999}", vec!["reference-unknown:3", "list-too-long:103"]),
        ("within: 1 days, since: {limit: l0}", vec!["clock-loop:3", "list-too-long:103"]),
    ] {
        let codes = incident("occurred: 2021-03-10\nregimes: d")
            .with("content/regimes/d.yaml", &chain(first))
            .as_of(NOW)
            .codes();
        assert_eq!(codes, told, "{first}");
    }
    let clocks: String = (0..1_000)
        .map(|at| {
            format!(
                "  - {{id: c{at}, report: notification, since: {{clock: c{}}}}}\n",
                (at + 1) % 1_000
            )
        })
        .collect();
    let codes = incident(&format!("occurred: 2021-03-10\nawaiting:\n{clocks}")).as_of(NOW).codes();
    assert_eq!(codes, ["clock-unknown:104", "list-too-long:105"]);
    // Calendars that include each other.
    let mut made = incident(
        "occurred: 2021-03-10\nawaiting: [{report: final-report, within: 5 working days, calendar: c0}]",
    );
    for at in 0..2_000 {
        let text = format!(
            "title: C\nincludes: [c{}]\nholidays: {{2021-03-1{}: Day}}\n",
            (at + 1) % 2_000,
            at % 10
        );
        made = made.with(&format!("content/calendars/c{at}.yaml"), &text);
    }
    let codes = made.as_of(NOW).codes();
    assert!(codes.iter().all(|code| code == "list-too-long:2"), "{codes:?}");
}

#[test]
fn lists_end_where_nobody_could_need_more() {
    let list = |key: &str, entries: usize, entry: &str| {
        let entries: Vec<String> =
            (0..entries).map(|at| entry.replace('N', &at.to_string())).collect();
        format!("occurred: 2021-03-10\n{key}: [{}]", entries.join(", "))
    };
    let cases = [
        ("tags", 100, "tN"),
        ("aliases", 100, "old/pN"),
        ("authors", 100, "A N"),
        ("awaiting", 100, "{id: cN, report: notification}"),
        ("sources", 1_000, "{id: sN, title: T}"),
    ];
    for (key, most, entry) in cases {
        assert_eq!(incident(&list(key, most, entry)).as_of(NOW).complaints(), "", "{key}");
        let compiled = incident(&list(key, most + 1, entry)).as_of(NOW);
        assert_eq!(compiled.codes(), ["list-too-long:4"], "{key}");
        assert!(
            compiled.complaints().contains(&format!("there are more than {most} entries here")),
            "{}",
            compiled.complaints()
        );
    }
    let triggers = |count: usize| {
        (0..count).map(|at| format!("t{at}: 2021-03-11")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        incident(&format!("occurred: 2021-03-10\ntriggers: {{{}}}", triggers(100)))
            .as_of(NOW)
            .complaints(),
        ""
    );
    assert_eq!(
        incident(&format!("occurred: 2021-03-10\ntriggers: {{{}}}", triggers(101)))
            .as_of(NOW)
            .codes(),
        ["list-too-long:4"]
    );
    // What its own clocks and its duties make together.
    let mut made = incident("occurred: 2021-03-10\nregimes: [d0, d1, d2]");
    for at in 0..3 {
        made = made.with(
            &format!("content/regimes/d{at}.yaml"),
            &duty(70, "within: 1 days", |_| "within: 1 days".to_owned()),
        );
    }
    let compiled = made.as_of(NOW);
    assert_eq!(compiled.codes(), ["list-too-long:4"]);
    assert!(
        compiled
            .complaints()
            .contains("with the limits of `d2` this incident has 210 clocks, and 200 are the most"),
        "{}",
        compiled.complaints()
    );
}

#[test]
fn a_limit_over_thousands_of_years_is_not_counted_day_by_day() {
    let long = "{id: pN, report: notification, within: 5 working days, calendar: weekends, paused: [{from: 2021-03-11, to: 9990-01-01}]}";
    let clocks: Vec<String> = (0..100).map(|at| long.replace('N', &at.to_string())).collect();
    let compiled =
        incident(&format!("occurred: 2021-03-10\nawaiting: [{}]", clocks.join(", "))).as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    let clock = compiled.clock("a/p99");
    assert_eq!((&clock["due"], &clock["standing"]), (&serde_json::Value::Null, &"unknown".into()));
    assert!(
        compiled
            .words("incidents/a/index.html")
            .contains("more days would be passed over than can be checked")
    );
    // Of what falls due again and again there are at most four thousand due dates.
    let duty = "title: D\nlimits: [{id: d, report: notification, repeat: 1 days}, {id: m, report: notification, repeat: 1 months}, \
                {id: y, report: notification, repeat: 3 years}, {id: w, report: notification, repeat: 2 weeks}]\n";
    let compiled = incident("occurred: 0001-01-31\nregimes: d")
        .with("content/regimes/d.yaml", duty)
        .as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    let due =
        ["d", "m", "y", "w"].map(|limit| compiled.clock(&format!("a/d/{limit}"))["due"].clone());
    let no = serde_json::Value::Null;
    assert_eq!(due, [no.clone(), no.clone(), "0004-01-31".into(), no]);
    assert!(
        compiled
            .words("incidents/a/index.html")
            .contains("the law has let it fall due more often than can be counted here")
    );
    let codes = incident(
        "occurred: 2021-03-10\nawaiting: [{report: final-report, within: 2501 working days, calendar: weekends}]",
    )
    .as_of(NOW)
    .codes();
    assert_eq!(codes, ["period-form:4"]);
}

#[test]
fn overlapping_pauses_are_counted_once() {
    let due = |paused: &str| {
        let lines = format!(
            "occurred: 2021-03-10\nawaiting:\n  - {{report: final-report, within: 12 months, paused: [{paused}]}}"
        );
        let compiled = incident(&lines).as_of(NOW);
        compiled.clock("a/final-report")["due"].as_str().map(str::to_owned)
    };
    let once = due("{from: 2021-06-01, to: 2021-07-01}");
    assert_eq!(once.as_deref(), Some("2022-04-09"));
    assert_eq!(due("{from: 2021-06-01, to: 2021-07-01}, {from: 2021-06-10, to: 2021-06-20}"), once);
    assert_eq!(due("{from: 2021-06-01, to: 2021-06-20}, {from: 2021-06-10, to: 2021-07-01}"), once);
}

#[test]
fn an_empty_optional_key_is_an_absent_one() {
    let empty = "occurred: 2021-03-10\naware: ''\nended: null\nplace: ''\ncountry: ~\noperators: []\nsector:\nimpact: []\nawaiting: []\n\
                 regimes: []\nsources: []\ntags: []\naliases: []\nslug: ''\nsummary: \"\"\nimage: {}\nevents: []\ntimezone: ''\ntriggers: {}";
    let compiled = incident(empty).as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    assert_eq!(
        compiled.rows("data/clocks.json"),
        incident("occurred: 2021-03-10").as_of("2022-12-07").rows("data/clocks.json")
    );
}

#[test]
fn one_id_may_stand_alone_where_a_list_is_expected() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\noperators: o\ntags: fire\n---\n\
                -- content/organisations/o.md --\n---\ntitle: O\n---\n\
                -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2022-01-01\nby: o\nincidents: a\nstops: a/final-report\n---\n";
    let compiled = site(text).as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.clock("a/final-report")["stopped_by"], "r");
}

#[test]
fn country_codes_that_look_like_yaml_booleans_are_countries() {
    let compiled = incident("occurred: 2021-03-10\ncountry: NO").as_of(NOW);
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.rows("data/incidents.json")[0]["country"], "NO");
}

#[test]
fn markdown_that_is_safe_comes_out_as_commonmark_says() {
    let cases = [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
        (
            "```\n<a> & {{ b }}\n```",
            "<pre tabindex=\"0\"><code>&lt;a&gt; &amp; {{ b }}\n</code></pre>",
        ),
        ("    {{ days(\"a\") }}", "<pre tabindex=\"0\"><code>{{ days(\"a\") }}\n</code></pre>"),
        ("`{{ days(\"a\") }}`", "<code>{{ days(\"a\") }}</code>"),
        ("a  \nb", "<p>a<br />\nb</p>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
        ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
        ("&copy; &amp; \\*", "<p>© &amp; *</p>"),
        ("~~a~~", "<del>a</del>"),
        ("[a](https://a.example/ \"t\")", "<a href=\"https://a.example/\""),
        ("<https://a.example/>", "<a href=\"https://a.example/\""),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(markdown, html)| {
            let compiled = body(markdown).as_of(NOW);
            assert_eq!(compiled.complaints(), "", "{markdown}");
            let page = compiled.text("incidents/a/index.html");
            (!page.contains(html))
                .then(|| format!("{markdown:?} does not give {html}\n{}", words(&page)))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn machines_whose_clock_is_wrong_build_nothing_false() {
    let made = incident("occurred: 2021-03-10");
    assert_eq!(made.now("1970-01-01T00:00:00Z").codes(), ["date-future:3"], "a machine at 1970");
    for (now, days) in [("2038-01-20T00:00:00Z", 6160), ("2106-02-08T00:00:00Z", 31_015)] {
        assert_eq!(made.now(now).clock("a/final-report")["elapsed_days"], days, "{now}");
    }
    let before = made.as_of("2021-03-09");
    assert!(before.complaints().is_empty() && before.rows("data/clocks.json").is_empty());
    // Somewhere it is tomorrow already, and what happened there today is not in the future.
    let tomorrow = incident("occurred: 2026-11-23 00:10\ntimezone: Pacific/Kiritimati");
    assert_eq!(tomorrow.now("2026-11-22T10:20:00Z").clock("a/final-report")["elapsed_days"], 0);
    assert_eq!(tomorrow.now("2026-11-22T09:50:00Z").codes(), ["date-future:3"]);
}

#[test]
fn an_as_of_that_cannot_be_read_is_wrong_usage_and_says_why() {
    let folder = Folder::of("-- content/pages/p.md --\n---\ntitle: P\n---\n");
    for (when, said) in [
        ("2022-02-30", "there is no 30 February 2022"),
        ("2022", "write year, month and day"),
        ("yesterday", "is not a date"),
        ("2022-12-07T25:00", "cannot be read"),
    ] {
        let told = folder.run(&["build", "--as-of", when]);
        assert_eq!(told.code, 2, "{when}: {}", told.err);
        assert!(told.err.contains("--as-of") && told.err.contains(said), "{when}: {}", told.err);
    }
    assert_eq!(folder.run(&["build", "--as-off", "2022-01-01"]).code, 2);
    assert_eq!(folder.run(&["build", "--as-of", "2022-12-07T00:00:00Z"]).code, 0);
}

#[test]
fn names_of_one_meaning_are_not_guessed_between() {
    let record = |path: &str, body: &str| {
        format!("-- content/{path}.md --\n---\ntitle: A\noccurred: 2021-03-10\n---\n{body}\n")
    };
    let compiled = site(
        &(record("incidents/fire_hall", "")
            + &record("incidents/fire-hall", "")
            + &record("incidents/a", "See [[fire hall]].")),
    )
    .as_of(NOW);
    assert!(
        compiled.codes().contains(&"reference-ambiguous:5".to_owned()),
        "{}",
        compiled.complaints()
    );
}

#[test]
fn words_that_lead_to_ever_more_words_are_refused_before_they_are_read() {
    let words = |text: &str| {
        site(&format!("-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\n---\n-- themes/ledger/words/fr.ftl --\n{text}"))
            .as_of(NOW)
    };
    let fan: String = (0..8)
        .map(|level| format!("x{level} = {}\n", format!("{{ x{} }}", level + 1).repeat(10)))
        .collect();
    for (text, said) in [
        (format!("a = {}\n", "{".repeat(100_000)), "stand too deep in each other"),
        (format!("a = {{ {}\n", "F(".repeat(100_000)), "stand too deep in each other"),
        (format!("a = {}\n", "{ \"}\" -> *[x] ".repeat(50_000)), "stand too deep in each other"),
        (
            format!("{fan}x8 = more\n"),
            "`x0` cannot be used: it has more than 10000 pieces with all it refers to",
        ),
        (format!("a = {}\n", "x".repeat(1 << 20)), "this file of words is larger than 1 MiB"),
    ] {
        let began = Instant::now();
        let compiled = words(&text);
        assert!(
            compiled.complaints().contains(said),
            "{}",
            compiled.complaints().chars().take(500).collect::<String>()
        );
        assert!(began.elapsed() < Duration::from_secs(10));
    }
    // As many as anybody needs.
    let braces = "{ \"{\" }{ \"}\" } (a) \" ".repeat(100);
    assert_eq!(words(&format!("skip-link = {braces}\n")).complaints(), "");
}

#[test]
fn of_a_page_in_one_line_the_place_is_told_and_only_what_stands_around_it_is_shown() {
    let shown = body(&format!("{}[@nowhere]{}", "a ".repeat(3000), " b".repeat(3000)))
        .as_of(NOW)
        .complaints();
    assert!(shown.contains("--> content/incidents/a.md:5:6001\n"), "{shown}");
    assert!(shown.contains("a [@nowhere] b"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 500), "{shown}");
    // What is told of such a page takes time by its length and not by its square.
    let many = |n: usize| (0..n).map(|at| format!("[@s{at}] ")).collect::<String>();
    let time = |n: usize| {
        let began = Instant::now();
        assert!(body(&many(n)).as_of(NOW).complaints().contains("s0"));
        began.elapsed()
    };
    let (small, large) = (time(400), time(1600));
    assert!(large < small * 10 + Duration::from_secs(1), "{small:?} at 400, {large:?} at 1600");
}
