//! Badges, frames, oEmbed answers, meta tags and cards: what of a clock stands on other sites, and
//! for which day.

use serde_json::{Value, json};

use crate::harness::{Compiled, Site, site};

/// An incident whose document OVHcloud owes, with these lines of its clock.
fn watch(lines: &str) -> Site {
    site(&format!(
        "-- content/organisations/ovh.md --\n---\ntitle: OVHcloud\n---\n\
         -- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nawaiting:\n  - report: final-report\n    from: ovh\n{lines}---\n"
    ))
}

const CHECKED: &str = "    checked: 2022-12-01\n    recheck_every: 30 days\n";

fn badge(compiled: &Compiled) -> Value {
    serde_json::from_str(&compiled.text("badges/a/final-report.json")).expect("JSON")
}

/// Title and texts of a badge, as a reader sees them.
fn texts(svg: &str) -> Vec<&str> {
    let part = |chunk: &'static str, end: &'static str| {
        svg.split(chunk)
            .skip(1)
            .filter_map(move |rest| rest.split_once('>')?.1.split_once(end))
            .map(|(text, _)| text)
    };
    part("<title", "</title>").chain(part("<text", "</text>")).collect()
}

#[test]
fn a_badge_of_a_fresh_clock_counts_to_the_as_of_and_says_so() {
    let compiled = watch(CHECKED).as_of("2022-12-07");
    assert_eq!(
        badge(&compiled),
        json!({
            "schemaVersion": 1, "label": "Without a final report from OVHcloud", "message": "637 days, as of 7 December 2022",
            "color": "#994d00", "cacheSeconds": 3600,
        })
    );
    assert_eq!(
        compiled.text("badges/a/final-report.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"428\" height=\"24\" viewBox=\"0 0 428 24\" role=\"img\">\n\
         <title>637 days without a final report from OVHcloud on “A fire”, as of 7 December 2022.</title>\n\
         <style>text{font:500 12px \"Public Sans\",\"Segoe UI\",Roboto,Arial,\"Noto Sans KR\",\"Malgun Gothic\",sans-serif}\
         .p{fill:#f3f6f4}.i{fill:#12191c}.c{fill:#994d00}.o{fill:#fff}\
         @media(prefers-color-scheme:dark){.p{fill:#1b2126}.i{fill:#e9ece9}.c{fill:#ffd08a}.o{fill:#14181c}}</style>\n\
         <rect class=\"p\" width=\"428\" height=\"24\" rx=\"2\"/>\n\
         <path class=\"c\" d=\"M221 0H426a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H221z\"/>\n\
         <text class=\"i\" x=\"8\" y=\"16\" textLength=\"205\" lengthAdjust=\"spacingAndGlyphs\">Without a final report from OVHcloud</text>\n\
         <text class=\"o\" x=\"229\" y=\"16\" textLength=\"191\" lengthAdjust=\"spacingAndGlyphs\">637 days, as of 7 December 2022</text>\n\
         </svg>\n"
    );
}

#[test]
fn badges_say_what_may_be_claimed_in_each_state() {
    let published = "-- content/responses/r.md --\n---\ntitle: The report\nkind: final-report\ndate: 2022-05-01\nby: ovh\nincidents: a\n---\n";
    let cases: &[(&str, &str, &str, &str, [&str; 3])] = &[
        (
            CHECKED,
            "2023-01-15",
            "stale",
            "waiting",
            [
                "631 days without a final report from OVHcloud on “A fire”, when last checked, on 1 December 2022.",
                "Without a final report from OVHcloud",
                "631 days, when last checked, on 1 December 2022",
            ],
        ),
        (
            CHECKED,
            "2023-06-01",
            "expired",
            "waiting",
            [
                "A fire: whether OVHcloud has published a final report is not known: no check is recorded since 1 December 2022.",
                "Final report from OVHcloud",
                "no check is recorded since 1 December 2022, as of 1 June 2023",
            ],
        ),
        (
            "",
            "2022-12-07",
            "unchecked",
            "waiting",
            [
                "A fire: 637 days since the incident, as of 7 December 2022. No final report from OVHcloud is recorded by A watch, and nobody \
                 has recorded looking for one.",
                "Final report from OVHcloud",
                "not checked; 637 days since the incident, as of 7 December 2022",
            ],
        ),
        (
            "    within: 12 months\n    checked: 2022-12-07\n",
            "2022-12-07",
            "fresh",
            "overdue",
            [
                "637 days without a final report from OVHcloud on “A fire”, as of 7 December 2022.",
                "Without a final report from OVHcloud",
                "637 days, as of 7 December 2022 (target passed)",
            ],
        ),
        (
            "    closed: {on: 2022-01-10, why: the inquiry ended}\n",
            "2022-12-07",
            "settled",
            "closed",
            [
                "306 days passed before the wait for the final report from OVHcloud on “A fire” was closed without one, on 10 January 2022.",
                "Final report from OVHcloud",
                "closed without report on 10 January 2022, after 306 days",
            ],
        ),
    ];
    for (lines, as_of, freshness, standing, said) in cases {
        let compiled = watch(lines).as_of(as_of);
        assert_eq!(texts(&compiled.text("badges/a/final-report.svg")), said, "{lines} {as_of}");
        let data = badge(&compiled);
        let row = compiled.clock("a/final-report");
        assert_eq!((&row["freshness"], &row["standing"]), (&json!(freshness), &json!(standing)));
        assert_eq!((&data["label"], &data["message"]), (&json!(said[1]), &json!(said[2])));
        // Services of badges refuse one with a key that they do not know.
        let known = ["schemaVersion", "label", "message", "color", "cacheSeconds"];
        assert!(
            data.as_object().expect("an object").keys().all(|key| known.contains(&key.as_str())),
            "{data}"
        );
    }
    let compiled = watch("")
        .with("content/responses/r.md", published.split_once("--\n").expect("a file").1)
        .as_of("2022-12-07");
    assert_eq!(
        texts(&compiled.text("badges/a/final-report.svg")),
        [
            "417 days until OVHcloud published its final report on “A fire”, on 1 May 2022.",
            "Final report from OVHcloud",
            "published on 1 May 2022, after 417 days"
        ]
    );
}

const PAUSED: &str =
    "    within: 30 months\n    paused: [{from: 2022-06-01, why: the operator was insolvent}]\n";

#[test]
fn whatever_the_standing_a_clock_that_was_never_checked_says_so_wherever_its_number_goes() {
    let handed_over = "---\ntitle: The report\nkind: final-report\ndelivered: 2022-05-01\nby: ovh\nincidents: a\n---\n";
    let cases = [
        ("", "", "waiting", "not checked; 637 days since the incident, as of 7 December 2022"),
        (
            "    within: 12 months\n",
            "",
            "overdue",
            "target passed, not checked; 637 days since the incident, as of 7 December 2022",
        ),
        (
            PAUSED,
            "",
            "paused",
            "not checked; 637 days since the incident, as of 7 December 2022 (190 days paused)",
        ),
        (
            "",
            handed_over,
            "delivered",
            "not checked; 637 days since the incident, as of 7 December 2022 (delivered, not public)",
        ),
    ];
    let of = |lines: &str, response: &str| {
        let made = watch(lines);
        let made =
            if response.is_empty() { made } else { made.with("content/responses/r.md", response) };
        made.as_of("2022-12-07")
    };
    // The last line of a card, which holds its day.
    let foot = |compiled: &Compiled| {
        colours(compiled, "cards/a.png")[550 * 1200 * 3..620 * 1200 * 3].to_vec()
    };
    let (checked, unchecked) = (foot(&of(CHECKED, "")), foot(&of("", "")));
    assert_ne!(checked, unchecked);
    for (lines, response, standing, note) in cases {
        let compiled = of(lines, response);
        let data = badge(&compiled);
        let row = compiled.clock("a/final-report");
        assert_eq!((&row["standing"], &row["freshness"]), (&json!(standing), &json!("unchecked")));
        assert_eq!(data["message"], json!(note));
        let nobody_looked = ", and nobody has recorded looking for one.";
        let sentence = texts(&compiled.text("badges/a/final-report.svg"))[0].to_owned();
        assert!(sentence.ends_with(nobody_looked) && !sentence.contains("without"), "{sentence}");
        let page = compiled.words("incidents/a/index.html");
        assert!(page.contains(&format!("{nobody_looked}</p>")), "{standing}: the quotation");
        assert!(!page.contains("days without"), "{standing}: {page}");
        let embed = compiled.words("embed/a/final-report/index.html");
        assert!(embed.contains(nobody_looked) && !embed.contains("without"), "{embed}");
        assert!(
            foot(&compiled) == unchecked,
            "the card of a clock that is {standing} does not say that nobody has checked"
        );
        let with_check = of(&format!("{lines}{CHECKED}"), response);
        assert!(
            foot(&with_check) != unchecked,
            "the card of a clock that is {standing} does not say that somebody has checked"
        );
    }
    let languages = [
        ("fr", "non vérifié ; 637 jours depuis l’incident"),
        ("ko", "확인 안 됨; 사고 발생 이후 637일"),
    ];
    for (language, note) in languages {
        let config = format!("title: A watch\nurl: https://watch.example/\nlanguage: {language}\n");
        let message =
            badge(&watch(PAUSED).with("overdue.yaml", &config).as_of("2022-12-07"))["message"]
                .clone();
        assert!(
            message.as_str().is_some_and(|message| message.contains(note)),
            "{language}: {message}"
        );
    }
}

#[test]
fn a_confidential_clock_of_a_duty_has_an_address_of_its_own_and_no_number() {
    let compiled = site(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2025-03-10 10:00\naware: 2025-03-10 11:00\ncountry: BE\nregimes: [eu-nis2]\n---\n",
    )
    .as_of("2025-06-01");
    let svg = compiled.text("badges/a/eu-nis2/early-warning.svg");
    assert_eq!(texts(&svg)[1..], ["Early warning", "filing confidential, as of 1 June 2025"]);
    assert!(compiled.has("embed/a/eu-nis2/early-warning/index.html"));
    assert!(
        compiled
            .text("embed/a/eu-nis2/early-warning/index.html")
            .contains("href=\"../../../../assets/embed-")
    );
}

#[test]
fn a_hostile_title_stays_text_in_everything_that_is_shared() {
    let title = "\\\"></title><script>alert(1)</script>{{ 7*7 }}]]>&";
    let compiled = site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: \"{title}\"\noccurred: 2021-03-10\n---\n"
    ))
    .as_of("2022-12-07");
    let escaped =
        "&quot;&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}]]&gt;&amp;";
    assert_eq!(
        texts(&compiled.text("badges/a/final-report.svg"))[0],
        format!(
            "{escaped}: 637 days since the incident, as of 7 December 2022. No final report is recorded by A watch, and nobody has recorded \
             looking for one."
        )
    );
    for page in ["incidents/a/index.html", "embed/a/final-report/index.html"] {
        assert!(!compiled.text(page).contains("<script>"), "{page}");
    }
    let oembed: Value = serde_json::from_str(&compiled.text("oembed/a.json")).expect("JSON");
    let html = oembed["html"].as_str().expect("HTML");
    assert!(html.starts_with("<iframe src=\"https://watch.example/embed/a/final-report/\" title=\"&quot;&gt;&lt;/title&gt;"), "{html}");
    assert_eq!(&compiled.files["cards/a.png"][..8], b"\x89PNG\r\n\x1a\n");
}

#[test]
fn an_embed_is_found_by_its_page_and_needs_nothing_but_itself() {
    let compiled = watch(CHECKED).as_of("2022-12-07");
    let page = compiled.text("incidents/a/index.html");
    assert!(page.contains("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://watch.example/oembed/a.json\""));
    let oembed: Value = serde_json::from_str(&compiled.text("oembed/a.json")).expect("JSON");
    assert_eq!(
        oembed,
        json!({
            "version": "1.0", "type": "rich", "provider_name": "A watch", "provider_url": "https://watch.example/",
            "title": "637 days without a final report from OVHcloud on “A fire”, as of 7 December 2022.",
            "url": "https://watch.example/incidents/a/",
            "html": "<iframe src=\"https://watch.example/embed/a/final-report/\" title=\"A fire: final report\" width=\"600\" height=\"320\" \
                     loading=\"lazy\" style=\"border:0;width:100%;max-width:600px\"></iframe>",
            "width": 600, "height": 320, "as_of": "2022-12-07",
            "thumbnail_url": "https://watch.example/cards/a.png", "thumbnail_width": 1200, "thumbnail_height": 630,
        })
    );
    let embed = compiled.text("embed/a/final-report/index.html");
    assert!(embed.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(compiled.words("embed/a/final-report/index.html").contains(
        "637 days without a final report from OVHcloud on “ A fire ”, as of 7 December 2022."
    ));
    for tag in [
        "<meta property=\"og:title\" content=\"A fire\">",
        "<meta property=\"og:url\" content=\"https://watch.example/incidents/a/\">",
        "<meta property=\"og:locale\" content=\"en_GB\">",
        "<meta property=\"og:image\" content=\"https://watch.example/cards/a.png\">",
        "<meta property=\"og:image:alt\" content=\"637 days without a final report from OVHcloud on “A fire”, as of 7 December 2022.\">",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    let quotation = "&lt;blockquote cite=&quot;https:&#x2F;&#x2F;watch.example";
    assert!(
        page.contains("<details><summary>Share or embed this count</summary>")
            && (page.contains(quotation)
                || page.contains("&lt;blockquote cite=&quot;https://watch.example"))
    );
}

#[test]
fn a_page_in_another_language_offers_the_frame_and_the_badge_of_its_language() {
    let settings =
        "title: A watch\nurl: https://watch.example/\nlanguage: en\nlanguages: [en, fr, ko]\n";
    let french = "---\ntitle: Un incendie\n---\n";
    let compiled = watch(CHECKED)
        .with("overdue.yaml", settings)
        .with("content/incidents/a.fr.md", french)
        .as_of("2022-12-07");
    let (own, other) =
        (compiled.text("incidents/a/index.html"), compiled.text("fr/incidents/a/index.html"));
    assert!(
        own.contains("https://watch.example/embed/a/final-report/&quot;")
            && own.contains("/badges/a/final-report.svg"),
        "{own}"
    );
    assert!(other.contains("https://watch.example/embed/a/final-report@fr/&quot;"), "{other}");
    assert!(
        other.contains("/badges/a/final-report@fr.svg")
            && !other.contains("/badges/a/final-report.svg"),
        "{other}"
    );
    let frame = compiled.text("embed/a/final-report@fr/index.html");
    assert!(
        frame.contains("<html lang=\"fr\" dir=\"ltr\">")
            && frame.contains("href=\"../../../fr/\">A watch</a>"),
        "{frame}"
    );
    assert!(frame.contains("href=\"../../../fr/incidents/a/#"), "{frame}");
    assert!(compiled.text("badges/a/final-report@fr.svg").contains("637 jours"));
    assert!(
        !compiled.has("embed/a/final-report/ko/index.html")
            && !compiled.has("badges/a/final-report.ko.svg")
    );
    assert!(
        compiled.has("badges/a/final-report.json")
            && !compiled.has("badges/a/final-report.fr.json")
    );
}

#[test]
fn what_is_turned_off_is_not_made_and_not_offered() {
    let compiled = watch(CHECKED)
        .with("overdue.yaml", "title: A watch\nurl: https://watch.example/\noutputs: {cards: false, embeds: false, badges: false}\n")
        .as_of("2022-12-07");
    let made: Vec<&String> = compiled
        .files
        .keys()
        .filter(|path| {
            ["cards/", "badges/", "embed/", "oembed/"].iter().any(|folder| path.starts_with(folder))
        })
        .collect();
    assert_eq!(made, Vec::<&String>::new());
    let page = compiled.text("incidents/a/index.html");
    for offer in ["og:image", "oembed", "iframe", "badges/"] {
        assert!(!page.contains(offer), "{offer}");
    }
}

#[test]
fn the_card_of_the_site_makes_way_for_an_incident_of_its_name() {
    let compiled = site("-- content/incidents/site.md --\n---\ntitle: A fire on a site\noccurred: 2021-03-10\n---\n").as_of("2022-12-07");
    assert!(compiled.has("cards/site.png") && compiled.has("cards/the-site.png"));
    assert!(compiled.text("index.html").contains("https://watch.example/cards/the-site.png"));
    assert!(
        compiled.text("incidents/site/index.html").contains("https://watch.example/cards/site.png")
    );
}

/// The pixels of a card, one byte each.
fn pixels(compiled: &Compiled, path: &str) -> Vec<u8> {
    let bytes = compiled.files[path].as_slice();
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    assert_eq!((reader.info().width, reader.info().height), (1200, 630));
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut pixels).expect("pixels");
    pixels
}

/// The pixels as red, green and blue, whatever the order of the palette.
fn colours(compiled: &Compiled, path: &str) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(compiled.files[path].as_slice()));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut pixels).expect("pixels");
    pixels
}

fn card_of(title: &str, as_of: &str) -> (Vec<u8>, usize) {
    let compiled = site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: {title}\noccurred: 2021-03-10\n---\n"
    ))
    .as_of(as_of);
    (pixels(&compiled, "cards/a.png"), compiled.files["cards/a.png"].len())
}

#[test]
fn a_card_is_drawn_alike_each_time_with_hangul_and_empty_boxes_for_what_no_font_has() {
    let (korean, size) = card_of("카카오 판교 데이터센터 화재", "2022-12-07");
    assert_eq!(card_of("카카오 판교 데이터센터 화재", "2022-12-07").0, korean);
    let inked = |pixels: &[u8]| pixels.iter().filter(|pixel| **pixel != 0).count();
    assert!(inked(&korean) > 20_000, "{}", inked(&korean));
    assert!(size < 40 << 10, "{size}");
    // Two syllables are two pictures; two characters that no font has are the same box, and there
    // is a box.
    assert_ne!(card_of("화", "2022-12-07").0, card_of("재", "2022-12-07").0);
    assert_eq!(card_of("漢", "2022-12-07").0, card_of("字", "2022-12-07").0);
    assert_ne!(card_of("漢", "2022-12-07").0, card_of(".", "2022-12-07").0);
    assert_ne!(card_of("화", "2022-12-07").0, card_of("漢", "2022-12-07").0);
}

#[test]
fn the_card_of_a_settled_clock_is_the_same_every_day_and_that_of_an_open_one_is_not() {
    let settled = watch("    closed: {on: 2022-01-10, why: the inquiry ended}\n");
    assert_eq!(
        settled.as_of("2022-12-07").files["cards/a.png"],
        settled.as_of("2022-12-08").files["cards/a.png"]
    );
    assert_eq!(
        settled.as_of("2022-12-07").files["badges/a/final-report.svg"],
        settled.as_of("2022-12-08").files["badges/a/final-report.svg"]
    );
    let open = watch(CHECKED);
    assert_ne!(
        open.as_of("2022-12-07").files["cards/a.png"],
        open.as_of("2022-12-08").files["cards/a.png"]
    );
}

#[test]
fn a_title_of_any_length_gives_a_card() {
    for title in [
        "a".repeat(3000),
        "word ".repeat(600),
        "화".repeat(500),
        "\u{202E}abc\u{202C}".to_owned(),
        "👩\u{200D}👩\u{200D}👧 é ﷽".to_owned(),
    ] {
        let compiled = site(&format!(
            "-- content/incidents/a.md --\n---\ntitle: \"{}\"\noccurred: 2021-03-10\n---\n",
            title.trim()
        ))
        .as_of("2022-12-07");
        pixels(&compiled, "cards/a.png");
    }
}
