//! Pictures beside records and in `static/`: judged before they are read, cleaned when they are
//! copied, and shown with their size.

use crate::harness::{Folder, Said};

const RECORD: &str = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nimage: {file: hall.jpg, alt: The hall, credit: A. Person}\n---\n\
                      ![The hall after the fire](plan.png)\n";

fn build(folder: &Folder) -> Said {
    folder.run(&["build", "--as-of", "2026-11-22"])
}

/// Each error's sentence with its place.
fn heads(said: &Said) -> Vec<String> {
    let blocks = said.err.split("\n\n").filter(|block| block.starts_with("error["));
    let place = |block: &str| {
        block
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))
            .unwrap_or("nowhere")
            .to_owned()
    };
    blocks
        .map(|block| format!("{} @ {}", block.lines().next().expect("a line"), place(block)))
        .collect()
}

fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xFF, marker], &length[..], contents].concat()
}

/// EXIF with an orientation and a word that gives the place away.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    [b"Exif\0\0II*\0\x08\0\0\0\x01\0", &entry[..], b"\0\0\0\0GPS 48.58 N 7.80 E"].concat()
}

/// A JPEG of 40 by 30 pixels as far as its head goes, with a profile, and with all that a camera
/// adds.
fn jpeg(orientation: u8) -> Vec<u8> {
    let frame = [8, 0, 30, 0, 40, 1, 1, 0x11, 0];
    let parts: [&[u8]; 9] = [
        &[0xFF, 0xD8],
        &segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        &segment(0xE1, &exif(orientation)),
        &segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET</x:xmpmeta>"),
        &segment(0xE2, b"ICC_PROFILE\0\x01\x01profile"),
        &segment(0xED, b"Photoshop 3.0\0SECRET"),
        &segment(0xFE, b"SECRET comment"),
        &segment(0xC0, &frame),
        &[
            &segment(0xDA, &[1, 1, 0, 0, 63, 0])[..],
            &[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9],
            b"SECRET behind the end",
        ]
        .concat(),
    ];
    parts.concat()
}

fn chunk(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in kind.iter().chain(contents) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    let length = u32::try_from(contents.len()).expect("a short chunk").to_be_bytes();
    [&length[..], kind, contents, &(!crc).to_be_bytes()].concat()
}

/// A PNG of this size as far as its head goes.
pub(crate) fn png_of(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let parts = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"gAMA", &[0, 0, 0xB1, 0x8F]),
        chunk(b"tEXt", b"Author\0SECRET"),
        chunk(b"IDAT", b"not looked at"),
        chunk(b"IEND", b""),
    ];
    parts.concat()
}

/// A GIF of 3 by 3 pixels that says who made it, with so many frames.
fn gif(frames: usize) -> Vec<u8> {
    let frame = b"\x21\xF9\x04\0\x0A\0\0\0,\0\0\0\0\x03\0\x03\0\0\x02\x02\x4C\x01\0";
    let head = b"GIF89a\x03\0\x03\0\x80\0\0\0\0\0\xFF\xFF\xFF\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0";
    [
        &head[..],
        b"\x21\xFE\x06SECRET\0\x21\xFF\x0BXMP DataXMP\x06SECRET\0",
        &frame.repeat(frames),
        b"\x3BSECRET",
    ]
    .concat()
}

/// The head of a TIFF of 3 by 3 pixels.
const TIFF: &[u8] = b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x03\0\0\0\x01\x01\x03\0\x01\0\0\0\x03\0\0\0\0\0\0\0";

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn pictures_are_published_without_what_they_say_of_their_maker_and_shown_with_their_size() {
    let folder = Folder::of(RECORD);
    folder.put("content/incidents/hall.jpg", jpeg(6));
    folder.put("content/incidents/plan.png", png_of(20, 10));
    folder.put("static/logo.png", png_of(7, 7));
    let said = build(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    let files = folder.files("site");
    let photo = &files["incidents/a/hall.jpg"];
    for secret in [&b"SECRET"[..], b"GPS", b"xmpmeta", b"Photoshop"] {
        assert!(!has(photo, secret), "{}", String::from_utf8_lossy(secret));
    }
    // What decides how it looks is there: profile, the compressed points, and which side is up.
    assert!(
        has(photo, b"ICC_PROFILE\0\x01\x01profile")
            && photo.ends_with(&[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9])
    );
    assert!(has(photo, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"));
    for path in
        ["incidents/a/plan.png", "static/logo.png"].map(|path| path.trim_start_matches("static/"))
    {
        assert!(
            !has(&files[path], b"SECRET")
                && has(&files[path], b"gAMA")
                && has(&files[path], b"not looked at"),
            "{path}"
        );
    }
    let page = String::from_utf8(files["incidents/a/index.html"].clone()).expect("text");
    // The photograph lies on its side, so that what is shown is 30 wide and 40 high.
    assert!(
        page.contains("<img src=\"../../incidents/a/hall.jpg\" alt=\"The hall\" width=\"30\" height=\"40\" decoding=\"async\">"),
        "{page}"
    );
    let inline = "<img src=\"../../incidents/a/plan.png\" width=\"20\" height=\"10\" alt=\"The hall after the fire\" loading=\"lazy\" decoding=\"async\">";
    assert!(page.contains(inline), "{page}");
    // Nothing to do the second time.
    let again = build(&folder);
    assert!(
        again.err.contains("0 written") || again.out.contains("0 written"),
        "{} {}",
        again.out,
        again.err
    );
}

#[test]
fn a_gif_is_published_without_its_comments_and_moves_as_before() {
    let folder =
        Folder::of("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n");
    folder.put("static/moves.gif", gif(3));
    let said = build(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    let published = &folder.files("site")["moves.gif"];
    assert!(
        !has(published, b"SECRET")
            && has(published, b"NETSCAPE2.0")
            && published.ends_with(b"\x4C\x01\0\x3B")
    );
    assert_eq!(published.windows(2).filter(|pair| *pair == b"\x21\xF9").count(), 3);
}

#[test]
fn a_picture_that_stands_upright_keeps_no_metadata_at_all() {
    let folder = Folder::of(RECORD);
    folder.put("content/incidents/hall.jpg", jpeg(1));
    folder.put("content/incidents/plan.png", png_of(20, 10));
    assert_eq!(build(&folder).code, 0);
    assert!(!has(&folder.files("site")["incidents/a/hall.jpg"], b"Exif"));
}

#[test]
fn pictures_that_are_damaged_huge_or_not_what_they_say_are_errors_at_their_file() {
    let cut = {
        let whole = jpeg(1);
        whole[..whole.len() - 30].to_vec()
    };
    let cases: [(&str, Vec<u8>, &str); 10] = [
        (
            "hall.jpg",
            png_of(3, 3),
            "error[picture-refused]: the picture `hall.jpg` is not what its name says: its content is PNG",
        ),
        ("hall.jpg", cut, "error[picture-refused]: the picture `hall.jpg` is cut off or damaged"),
        (
            "plan.png",
            png_of(60_000, 60_000),
            "error[file-too-large]: the picture `plan.png` has 60000 by 60000 pixels, and 50 million are the most",
        ),
        (
            "plan.png",
            b"hello".to_vec(),
            "error[picture-refused]: the picture `plan.png` cannot be read: it is cut off, or no picture of a known kind",
        ),
        (
            "more.gif",
            b"GIF89a\x03\0\x03\0\0\0\0,".to_vec(),
            "error[picture-refused]: the picture `more.gif` is cut off or damaged",
        ),
        (
            "more.gif",
            gif(2_001),
            "error[file-too-large]: the picture `more.gif` has 2001 frames, and 2000 are the most",
        ),
        (
            "scan.tif",
            TIFF.to_vec(),
            "error[picture-refused]: the picture `scan.tif` is a TIFF, which browsers do not show",
        ),
        (
            "IMG_1.HEIC",
            HEIC.to_vec(),
            "error[picture-refused]: the picture `IMG_1.HEIC` is a HEIC, as telephones take them, which most browsers do not show",
        ),
        (
            "IMG_2.jpg",
            HEIC.to_vec(),
            "error[picture-refused]: the picture `IMG_2.jpg` is not what its name says: its content is HEIC, as telephones take them",
        ),
        (
            "more.png",
            vec![0; (20 << 20) + 1],
            "error[file-too-large]: the picture `more.png` is larger than 20 MiB",
        ),
    ];
    for (name, bytes, expected) in cases {
        let folder = Folder::of(RECORD);
        folder.put("content/incidents/hall.jpg", jpeg(1));
        folder.put("content/incidents/plan.png", png_of(20, 10));
        folder.put(&format!("content/incidents/{name}"), bytes);
        let said = build(&folder);
        assert_eq!(
            (said.code, heads(&said)),
            (1, vec![format!("{expected} @ content/incidents/{name}:1:1")]),
            "{}",
            said.err
        );
        assert!(folder.files("site").is_empty());
    }
}

/// The head of a HEIC.
const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08free";

/// What is said of a picture that no browser would show.
const NO_SVG: &str = "it is no SVG, which begins with `<svg xmlns=\"http://www.w3.org/2000/svg\"`";

#[test]
fn an_svg_that_does_more_than_show_something_is_refused_with_the_reason() {
    let wrapped = |inside: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>"
        )
    };
    let refused = [
        (wrapped("<script>alert(1)</script>"), "it has an element `script`"),
        (wrapped("<foreignObject><p/></foreignObject>"), "it has an element `foreignObject`"),
        (
            wrapped("<rect onload=\"alert(1)\"/>"),
            "it has an attribute `onload`, which runs a script",
        ),
        (
            wrapped("<image href=\"https://example.org/a.png\"/>"),
            "it fetches or leads to something outside itself",
        ),
        (
            wrapped("<use xlink:href=\"other.svg#a\"/>"),
            "it fetches or leads to something outside itself",
        ),
        (
            wrapped("<a href=\"javascript:alert(1)\"><rect/></a>"),
            "it fetches or leads to something outside itself",
        ),
        (
            wrapped("<style>@import url(https://example.org/a.css)</style>"),
            "its style sheet fetches other files",
        ),
        (
            wrapped("<style><!-- --> @import url(https://example.org/a.css);</style>"),
            "its style sheet fetches other files",
        ),
        (
            wrapped("<style>@im<b/>port 'https://example.org/a.css';</style>"),
            "its style sheet fetches other files",
        ),
        (
            wrapped("<style>@\\69mport 'https://example.org/a.css';</style>"),
            "its style sheet fetches other files",
        ),
        (
            wrapped("<style>a{fill:image-set('https://example.org/a.png' 1x)}</style>"),
            "its style sheet fetches other files",
        ),
        (
            wrapped("<rect style=\"fill:src('https://example.org/a')\"/>"),
            "its attribute `style` fetches another file",
        ),
        (
            wrapped("<rect style=\"fill:url(//example.org/a)\"/>"),
            "its attribute `style` fetches another file",
        ),
        (wrapped("<set attributeName=\"href\" to=\"x\"/>"), "it changes `href` while it is shown"),
        (
            wrapped("<animate attributeName=\"fill\" values=\"url(#a);url(#b)\"/>"),
            "it changes `fill` while it is shown",
        ),
        (
            wrapped("<set attributeName=\"x\" to=\"javascr  ipt:x\"/>"),
            "its attribute `to` fetches another file",
        ),
        (
            wrapped("<set attributeName=\"class\" to=\"x\"/>"),
            "it changes `class` while it is shown",
        ),
        (
            format!("<?xml-stylesheet href=\"a.css\"?>{}", wrapped("")),
            "it asks for a style sheet or a program from outside",
        ),
        (
            format!("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>{}", wrapped("&b;")),
            "its document type defines something, such as entities; leave out what stands between `<!DOCTYPE` and `]>`",
        ),
        ("<html/>".to_owned(), NO_SVG),
        ("<svg viewBox=\"0 0 9 9\"><rect/></svg>".to_owned(), NO_SVG),
        ("<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>".to_owned(), NO_SVG),
    ];
    for (svg, why) in refused {
        let folder = Folder::of(
            "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n",
        );
        folder.put("static/plan.svg", &svg);
        let said = build(&folder);
        let expected = format!(
            "error[picture-refused]: the picture `plan.svg` was refused: {why} @ static/plan.svg:1:1"
        );
        assert_eq!((said.code, heads(&said)), (1, vec![expected]), "{svg}");
    }
    let folder =
        Folder::of("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n");
    let good = wrapped(
        "<defs><linearGradient id=\"g\"/></defs><style>.a{fill:url(#g)}</style><use href=\"#g\"/><rect class=\"a\"/>",
    );
    folder.put("static/plan.svg", &good);
    assert_eq!(build(&folder).code, 0);
    assert_eq!(folder.files("site")["plan.svg"], good.as_bytes());
}

#[test]
fn an_svg_is_published_without_what_a_program_noted_in_it() {
    const TYPE: &str = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    let drawing = |noted: &str, attribute: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\">{noted}<rect{attribute} width=\"5\"/></svg>"
        )
    };
    let shown = drawing("", "");
    for (svg, expected) in [
        (drawing("<!-- drawn by A. Person -->", ""), shown.clone()),
        (drawing("<metadata>A. Person<script>alert(1)</script></metadata>", ""), shown.clone()),
        (drawing("<i:view page=\"/home/a-person\"><g/></i:view>", ""), shown.clone()),
        (drawing("<g xmlns=\"\">A. Person</g>", ""), shown.clone()),
        (drawing("", " i:export-filename=\"/home/a-person/plan.png\""), drawing("", " ")),
        (
            format!("\u{FEFF}<?xml version=\"1.0\"?>\n{TYPE}\n<!-- by A. Person -->\n{shown}"),
            format!("<?xml version=\"1.0\"?>\n\n\n{shown}"),
        ),
        (
            drawing("<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>", ""),
            drawing("<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>", ""),
        ),
    ] {
        let folder = Folder::of(
            "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n![A plan](plan.svg)\n",
        );
        folder.put("content/incidents/plan.svg", &svg);
        let said = build(&folder);
        assert_eq!(said.code, 0, "{svg}: {}", said.err);
        let published = folder.files("site")["incidents/a/plan.svg"].clone();
        assert_eq!(String::from_utf8_lossy(&published), expected);
    }
}

/// Why an SVG in `static/` is refused; nothing where it is published.
fn refusal(svg: &str) -> Option<String> {
    let folder = Folder::of("-- content/pages/p.md --\n---\ntitle: A page\n---\n");
    folder.put("static/plan.svg", svg);
    let said = folder.run(&["check"]);
    let whys: Vec<String> = heads(&said);
    assert_eq!(whys.len(), usize::from(said.code == 1), "{}", said.err);
    let why =
        whys.first()?.strip_suffix(" @ static/plan.svg:1:1").expect("at the picture").to_owned();
    Some(why.split("was refused: ").last().expect("a reason").to_owned())
}

fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>")
}

#[test]
fn an_svg_whose_parts_multiply_each_other_is_refused_however_they_refer() {
    let circle = "it draws its own parts more than 10000 times again, or in a circle";
    // Each of seven levels shows the one before ten times: ten million elements. `{N}` is the
    // level, `{B}` the one before.
    let ways = [
        ("<g id=\"l{N}\">", "<use href=\"#l{B}\"/>", "</g>"),
        ("<symbol id=\"l{N}\">", "<use href=\" #l{B} \" fill=\"red\"/>", "</symbol>"),
        ("<pattern id=\"l{N}\">", "<rect fill=\"url(#l{B})\"/>", "</pattern>"),
        ("<pattern id=\"l{N}\">", "<rect style=\"stroke : URL( '#l{B}' ) red\"/>", "</pattern>"),
        ("<mask id=\"l{N}\">", "<rect mask=\"url(#l{B})\"/>", "</mask>"),
        ("<clipPath id=\"l{N}\">", "<rect clip-path='url(\"#l{B}\")'/>", "</clipPath>"),
        ("<marker id=\"l{N}\">", "<path d=\"M0 0h1\" marker-end=\"url(#l{B})\"/>", "</marker>"),
        (
            "<filter id=\"l{N}\">",
            "<feImage href=\"#f{B}\"/><g id=\"f{N}\" filter=\"url(#l{B})\"/>",
            "</filter>",
        ),
        ("<g fill=\"url(#l{B})\"><pattern id=\"l{N}\">", "<rect/>", "</pattern></g>"),
        (
            "<pattern id=\"l{N}\" style=\"--p:url(#l{B})\">",
            "<rect fill=\"var(--p)\"/>",
            "</pattern>",
        ),
    ];
    for (begin, shows, end) in ways {
        let levels: String = (1..8)
            .map(|level: usize| {
                let text = format!("{begin}{}{end}", shows.repeat(10));
                text.replace("{N}", &level.to_string()).replace("{B}", &(level - 1).to_string())
            })
            .collect();
        let bomb = svg(&format!("<rect id=\"l0\"/>{levels}<g fill=\"url(#l7)\"><rect/></g>"));
        assert!(bomb.len() < 8_000);
        assert_eq!(refusal(&bomb).as_deref(), Some(circle), "{begin}{shows}{end}");
    }
    let corners = format!(
        "<marker id=\"m\"><path d=\"{}\"/></marker><g marker-mid=\"url(#m)\"><path d=\"M0 0{}\"/></g>",
        "h1".repeat(9),
        "h1".repeat(6_000)
    );
    assert_eq!(refusal(&svg(&corners)).as_deref(), Some(circle));
    assert_eq!(
        refusal(&svg("<g id=\"a\"><g id=\"b\"><use href=\"#a\"/></g></g>")).as_deref(),
        Some(circle)
    );
    assert_eq!(
        refusal(&svg("<pattern id=\"a\" href=\"#b\"/><pattern id=\"b\" href=\"#a\"/>")).as_deref(),
        Some(circle)
    );
    assert_eq!(
        refusal(&svg(
            "<style>.a{fill:url(#p)}</style><pattern id=\"p\"><rect class=\"a\"/></pattern>"
        ))
        .as_deref(),
        Some("its style sheet refers to its part `p`, which could be drawn any number of times")
    );
    let taken = Some("it gives every element the mask, clip or filter of the one around it");
    for inside in [
        "<rect mask=\"inherit\"/>",
        "<rect style=\"x:y; MASK: inherit\"/>",
        "<style>rect{filter:inherit}</style>",
    ] {
        assert_eq!(refusal(&svg(inside)).as_deref(), taken, "{inside}");
    }
    assert_eq!(refusal(&svg("<rect fill=\"inherit\"/>")), None);
    assert_eq!(
        refusal(&svg(&format!("<rect id=\"r\"/>{}", "<use href=\"#r\"/>".repeat(10_001))))
            .as_deref(),
        Some(circle)
    );
}

#[test]
fn an_svg_that_draws_a_part_again_as_often_as_people_do_is_published() {
    for inside in [
        format!("<rect id=\"r\"/>{}", "<use href=\"#r\"/>".repeat(10_000)),
        format!("<clipPath id=\"c\"><rect/></clipPath><g clip-path=\"url(#c)\">{}</g>", "<rect/>".repeat(20_000)),
        format!("<linearGradient id=\"g\"><stop/><stop/></linearGradient><g fill=\"url(#g)\">{}</g>", "<rect/>".repeat(20_000)),
        "<linearGradient id=\"a\"/><linearGradient id=\"b\" href=\"#a\"/><rect fill=\"url(#b)\"/>".to_owned(),
        "<marker id=\"m\"><path d=\"M0 0l9 9\"/></marker><path marker-end=\"url(#m)\" d=\"M0 0h1\"/>".to_owned(),
        "<g id=\"top\"><a href=\"#top\"><rect/></a><animate href=\"#top\" attributeName=\"x\"/></g>".to_owned(),
        "<rect id=\"ff0000\"/><g fill=\"#ff0000\"><rect transform=\"rotate(#ff0000)\"/></g>".to_owned(),
    ] {
        assert_eq!(refusal(&svg(&inside)), None, "{}", &inside[..80.min(inside.len())]);
    }
}

#[test]
fn an_svg_of_too_many_levels_namespaces_or_attributes_is_refused_before_it_is_parsed() {
    let nested =
        |levels: usize| svg(&format!("{}{}", "<g>".repeat(levels - 1), "</g>".repeat(levels - 1)));
    let named = |names: usize| {
        let names: String = (1..names)
            .map(|name| format!("<g xmlns:n{name} = 'http://www.w3.org/2000/svg'/>"))
            .collect();
        svg(&names)
    };
    let marked = |attributes: usize| {
        svg(&format!(
            "<g{}/>",
            (0..attributes).map(|at| format!(" a{at}=\"xmlns:b='>'\"")).collect::<String>()
        ))
    };
    let cases = [
        (nested(64), nested(65), "its elements are nested more than 64 levels deep"),
        (named(64), named(65), "it declares more than 64 namespaces"),
        (marked(256), marked(257), "one of its elements has more than 256 attributes"),
    ];
    for (good, bad, why) in cases {
        assert_eq!(refusal(&good), None, "{why}");
        assert_eq!(refusal(&bad).as_deref(), Some(why));
    }
    // What only looks like tags is none.
    let quiet = "<!-- <g><g> --><![CDATA[<g><g xmlns:a=''>]]>".repeat(100);
    assert_eq!(refusal(&svg(&quiet)), None);
    assert_eq!(
        refusal(&svg(&"x".repeat(1 << 20))).as_deref(),
        Some("error[file-too-large]: the picture `plan.svg` is larger than 1 MiB")
    );
}

#[test]
fn an_svg_whose_filters_take_long_to_draw_is_refused_whatever_makes_them_slow() {
    let filter = |step: &str| svg(&format!("<filter id=\"f\">{step}</filter>"));
    let long = |what: &str, most: u32| {
        Some(format!("its filter has a `{what}` of more than {most}, which takes long to draw"))
    };
    for (step, what, most) in [
        ("<feTurbulence numOctaves=\"17\"/>", "numOctaves", 16),
        ("<feTurbulence baseFrequency=\".1\" numOctaves=\"99999999999\"/>", "numOctaves", 16),
        ("<feMorphology operator=\"dilate\" radius=\"2 101\"/>", "radius", 100),
        ("<feMorphology radius=\"1e9\"/>", "radius", 100),
        ("<feMorphology radius=\"1,500px\"/>", "radius", 100),
        ("<feMorphology radius=\"calc(9 * 99)\"/>", "radius", 100),
        ("<feConvolveMatrix order=\"10\"/>", "order", 9),
        ("<feConvolveMatrix order=\"3,400\"/>", "order", 9),
        ("<feGaussianBlur stdDeviation=\"1001\"/>", "stdDeviation", 1000),
        ("<feDropShadow stdDeviation=\"0 1e6\"/>", "stdDeviation", 1000),
        (
            "<feTurbulence><animate attributeName=\"numOctaves\" values=\"1;2;900\"/></feTurbulence>",
            "numOctaves",
            16,
        ),
        ("<feMorphology><set attributeName=\"radius\" to=\"900\"/></feMorphology>", "radius", 100),
        ("<feFlood style=\"x:y;filter: BLUR( 2000px )\"/>", "blur()", 1000),
        ("<feFlood filter=\"blur(2em) blur(1e5px)\"/>", "blur()", 1000),
    ] {
        assert_eq!(refusal(&filter(step)), long(what, most), "{step}");
    }
    let part =
        "<filter primitiveUnits=\"objectBoundingBox\"><feMorphology radius=\"0.5\"/></filter>";
    assert_eq!(refusal(&svg(part)), long("radius", 100));
    let sheet = "<style>.a{filter:blur(9999px)}</style>";
    assert_eq!(refusal(&svg(sheet)), long("blur()", 1000));

    // Each step is soon done, and there are very many.
    let steps = |step: &str, count: usize, shapes: &str, uses: usize| {
        svg(&format!(
            "<filter id=\"f\">{}</filter><mask id=\"m\"><rect/></mask>{}",
            step.repeat(count),
            shapes.repeat(uses)
        ))
    };
    let filtered = "<rect filter=\"url(#f)\"/>";
    for slow in [
        steps("<feOffset/>", 1000, filtered, 1),
        steps("<feTurbulence numOctaves=\"16\"/>", 8, filtered, 8),
        steps("<feMorphology radius=\"90\"/>", 10, filtered, 11),
        steps("<feConvolveMatrix order=\"9\"/>", 10, filtered, 12),
        steps("<feDiffuseLighting/>", 50, filtered, 11),
        steps("<feOffset/>", 10, "<g filter=\"url(#f)\"><rect/>", 1)
            .replace("<rect/></svg>", &format!("{}</g></svg>", filtered.repeat(100))),
        steps("", 0, "<rect mask=\"url(#m)\"/>", 1000),
        steps("", 0, "<rect style=\"filter:blur(1px) blur(2px)\"/>", 501),
        svg(&format!("<style>*{{filter:blur(1px)}}</style>{}", "<rect/>".repeat(1100))),
        svg(&format!(
            "<filter id=\"f\"><feTurbulence numOctaves=\"9\"/></filter><pattern id=\"p\">{filtered}</pattern>{}",
            "<rect fill=\"url(#p)\"/>".repeat(120)
        )),
    ] {
        let why = "it draws its own parts more than 10000 times again, or in a circle";
        assert_eq!(refusal(&slow).as_deref(), Some(why), "{}", &slow[..200.min(slow.len())]);
    }
}

#[test]
fn filters_as_drawing_programs_write_them_are_published() {
    let many = |defs: &str, shape: &str, times: usize| {
        format!("<defs>{defs}</defs>{}", shape.repeat(times))
    };
    for inside in [
        // A blur of Inkscape's, of a thin line, and one in a large drawing.
        many("<filter style=\"color-interpolation-filters:sRGB\" id=\"filter1\" x=\"-0.19999\" y=\"-12.5\" width=\"1.4\" height=\"26.04\"><feGaussianBlur stdDeviation=\"2.5 0.0001\" id=\"feGaussianBlur1\"/></filter>", "<path style=\"fill:#000;filter:url(#filter1)\" d=\"M0 0h1\"/>", 300),
        many("<filter id=\"b\"><feGaussianBlur stdDeviation=\"420.7\"/></filter>", "<rect filter=\"url(#b)\"/>", 9),
        // Shadows as Figma and Illustrator write them, on many cards.
        many("<filter id=\"s\" filterUnits=\"userSpaceOnUse\"><feFlood flood-opacity=\"0\" result=\"B\"/><feColorMatrix in=\"SourceAlpha\" values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0\"/><feOffset dy=\"4\"/><feGaussianBlur stdDeviation=\"2\"/><feBlend in2=\"B\"/><feBlend/></filter>", "<g filter=\"url(#s)\"><rect/></g>", 100),
        // Grain, a bevel, and something sharpened.
        many("<filter id=\"n\"><feTurbulence type=\"fractalNoise\" baseFrequency=\"0.65 .8\" numOctaves=\"10\" seed=\"4711\"/></filter>", "<rect filter=\"url(#n)\"/>", 20),
        many("<filter id=\"l\"><feMorphology radius=\"4\"/><feSpecularLighting><fePointLight x=\"-5000\" y=\"-10000\" z=\"20000\"/></feSpecularLighting><feConvolveMatrix order=\"3\" kernelMatrix=\"1 1 1 1 -7 1 1 1 1\"/></filter>", "<rect filter=\"url(#l)\"/>", 40),
        many("<mask id=\"m\"><rect/></mask>", "<g mask=\"url(#m)\"><rect/></g>", 300),
        "<style>.card{filter:drop-shadow(1px 2px 2px rgba(0,0,0,.4));mask:none}</style><rect class=\"card\"/>".to_owned(),
        "<filter id=\"a\"><feGaussianBlur><animate attributeName=\"stdDeviation\" values=\"0;5;0\"/></feGaussianBlur></filter>".to_owned(),
        "<circle r=\"9000\"><animate attributeName=\"r\" to=\"9000\"/></circle>".to_owned(),
    ] {
        assert_eq!(refusal(&svg(&inside)), None, "{}", &inside[..120.min(inside.len())]);
    }
}
