//! `overdue import`: what comes in is sound, what is not known for sure is a draft or stays out,
//! and everything is told.

use std::fs;

use crate::harness::{Folder, Said};

const SITE: &str =
    "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\ntimezone: Europe/Paris\n";

fn site(more: &str) -> Folder {
    Folder::of(&format!("{SITE}{more}"))
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| {
        panic!("{path}: {error}; there are {:?}", folder.files("content").keys())
    })
}

/// The site with all that was imported is sound, drafts included.
fn sound(folder: &Folder) {
    let said = folder.run(&["check", "--drafts"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(folder.run(&["build"]).code, 0);
}

fn table(rows: &[u8], arguments: &[&str]) -> (Folder, Said) {
    let folder = site("");
    folder.put("rows.csv", rows);
    let said = folder.run(&[&["import", "csv", "rows.csv", "--publish"], arguments].concat());
    (folder, said)
}

/// The posts or issues of another program, of which nothing is kept back that is not doubtful.
fn posts(folder: &Folder, program: &str, path: &str) -> Said {
    folder.run(&["import", program, path, "--publish"])
}

#[test]
fn all_that_is_imported_is_a_draft_unless_it_is_to_be_published() {
    let folder = site(
        "-- rows.csv --\ntitle,date,operator,published\nA,2021-03-10,OVHcloud,2021-05-01\n\
        -- other/_posts/2021-03-10-a.md --\n---\ntitle: A\n---\nWords.\n",
    );
    for arguments in [["import", "csv", "rows.csv"], ["import", "jekyll", "other"]] {
        let said = folder.run(&arguments);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let files = folder.files("content");
    assert_eq!(files.len(), 4, "an incident, its response, an organisation, an article");
    for (path, bytes) in files {
        assert!(String::from_utf8_lossy(&bytes).contains("\ndraft: true\n---"), "{path}");
    }
    sound(&folder);
}

#[test]
fn a_table_becomes_incidents_and_their_organisations() {
    let rows = "Name;Date;Country;Operator;Link;Notes;Budget\n\
        \"Fire at \"\"Hall B\"\"\";2021-03-10 00:47;France;OVHcloud;https://paper.example/a?id=1&utm_source=x&fbclid=y#top;\"One line\nand “another”: don’t\";7\n\
        Outage;15/10/2022;KR;Kakao | OVHcloud;;;\n;;;;;;\n";
    let (folder, said) = table(format!("\u{FEFF}{rows}").as_bytes(), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        said.err,
        "rows.csv: kept: the column `Name` was taken as `title`\n\
        rows.csv: kept: the column `Date` was taken as `occurred`\n\
        rows.csv: kept: the column `Operator` was taken as `operators`\n\
        rows.csv: kept: the column `Link` was taken as `url`\n\
        rows.csv: kept: the column `Notes` was taken as `body`\n\
        rows.csv: dropped: the column `Budget` has no place in a record; name one with --map KEY=Budget\n\
        rows.csv:2:Operator: kept: 2 organisations named, with a record of its own where there is none: OVHcloud, Kakao\n\
        rows.csv:2:Link: kept: 1 link without what tracks readers\n"
    );
    assert_eq!(
        said.out,
        "wrote 4 files, 0 of them drafts; 0 left out. Next: read the report above, then: overdue check\n"
    );
    assert_eq!(
        read(&folder, "content/incidents/fire-at-hall-b.md"),
        "---\ntitle: \"Fire at \\\"Hall B\\\"\"\noccurred: 2021-03-10 00:47\ncountry: FR\n\
        operators: [\"ovhcloud\"]\nsources: [{title: \"paper.example\", url: \"https://paper.example/a?id=1#top\"}]\n---\n\nOne line\nand “another”: don’t\n"
    );
    assert_eq!(
        read(&folder, "content/incidents/outage.md"),
        "---\ntitle: \"Outage\"\noccurred: 2022-10-15\ncountry: KR\noperators: [\"kakao\", \"ovhcloud\"]\n---\n"
    );
    sound(&folder);
}

#[test]
fn a_date_that_can_be_two_days_refuses_the_whole_table_until_its_order_is_told() {
    let rows = b"title,occurred\nA,2021-01-02\nB,03/04/2021\nC,31/12/2021\nD,05.05.2021\n";
    let (folder, said) = table(rows, &[]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(
        said.err,
        "rows.csv:3:occurred: refused: `03/04/2021` can be two days: say which comes first with --dates dmy or --dates mdy\nerror: nothing was imported\n"
    );
    assert!(folder.files("content").is_empty());
    assert_eq!(
        table(b"title,occurred\nA,03/04/2021 14:30\n", &[]).1.code,
        1,
        "a time does not tell which number is the month"
    );
    let (folder, said) = table(rows, &["--dates", "dmy"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for (id, day) in
        [("a", "2021-01-02"), ("b", "2021-04-03"), ("c", "2021-12-31"), ("d", "2021-05-05")]
    {
        assert!(
            read(&folder, &format!("content/incidents/{id}.md"))
                .contains(&format!("\noccurred: {day}\n")),
            "{id}"
        );
    }
    let (folder, said) = table(rows, &["--dates", "mdy"]);
    assert!(read(&folder, "content/incidents/b.md").contains("\noccurred: 2021-03-04\n"));
    assert_eq!(
        said.err,
        "rows.csv:4:occurred: left out: `31/12/2021` is not a date that can be read for sure\n"
    );
}

#[test]
fn a_date_is_taken_only_if_there_is_one_way_to_take_it() {
    for (written, taken) in [
        ("2021", Ok("2021")),
        ("2021-03", Ok("2021-03")),
        ("2021/3/9", Ok("2021-03-09")),
        ("10 March 2021", Ok("2021-03-10")),
        ("\"March 10, 2021\"", Ok("2021-03-10")),
        ("12/25/2021", Ok("2021-12-25")),
        ("2021-03-10T00:00:00.000Z", Ok("2021-03-10")),
        ("2021-03-10T10:25:00-00:00", Ok("2021-03-10T10:25:00-00:00")),
        ("2021-03-10 9:05:00", Ok("2021-03-10T09:05:00")),
        ("2021-03-10 09:05:00 UTC", Ok("2021-03-10T09:05:00Z")),
        ("25/12/2021 14:30", Ok("2021-12-25T14:30")),
        ("12/25/2021 12:05 AM", Ok("2021-12-25T00:05")),
        ("12/25/2021 3:04 PM", Ok("2021-12-25T15:04")),
        ("24 Feb 2021 12:35 +0200", Ok("2021-02-24T12:35+0200")),
        ("\"Wed, 10 Mar 2021 09:05:00 GMT\"", Ok("2021-03-10T09:05:00Z")),
        ("2021. 3. 9.", Ok("2021-03-09")),
        ("2021년 3월 9일", Ok("2021-03-09")),
        ("25.12.2021 00:00", Ok("2021-12-25")),
        ("2021-03-10 00:00:00", Ok("2021-03-10")),
        ("2021-03-10T00:00:00+09:00", Ok("2021-03-10T00:00:00+09:00")),
        ("28-Jul-23", Ok("2023-07-28")),
        ("1 déc. 99", Ok("1999-12-01")),
        ("March 2021", Ok("2021-03")),
        ("mars 2021", Ok("2021-03")),
        ("03/2021", Ok("2021-03")),
        ("2021년 3월", Ok("2021-03")),
        ("Friday 5 March 2021", Ok("2021-03-05")),
        ("\"Tuesday, March 9, 2021\"", Ok("2021-03-09")),
        ("mardi 9 mars 2021", Ok("2021-03-09")),
        ("20210305", Ok("2021-03-05")),
        ("2021-3-5T10:15", Ok("2021-03-05T10:15")),
        ("Mar-21", Ok("2021-03")),
        ("44265", Ok("2021-03-10")),
        ("25/12/2021 14:30 CET", Err("is not a date")),
        ("25/12/2021 13:30 PM", Err("is not a date")),
        ("25/12/2021 25:30", Err("cannot be read")),
        ("28/03/2021 02:30", Err("skipped by a clock change")),
        ("12:30", Err("is not a date")),
        (":", Err("is not a date")),
        ("3/4/21", Err("can be two days")),
        ("99999", Err("is not a date")),
        ("2021-02-30", Err("is not a date")),
        ("soon", Err("is not a date")),
        ("2062-03-10", Err("lies in the future")),
        ("", Err("1 text has no date")),
    ] {
        let (folder, said) = table(format!("title,occurred\nA fire,{written}\n").as_bytes(), &[]);
        assert_eq!(said.code, u8::from(taken.is_err()), "{written}: {}", said.err);
        match taken {
            Ok(taken) => {
                assert!(
                    read(&folder, "content/incidents/a-fire.md")
                        .contains(&format!("\noccurred: {taken}\n")),
                    "{written}: {}",
                    said.err
                );
                sound(&folder);
            }
            Err(why) => {
                assert!(
                    said.err.contains("error: nothing was imported") && said.err.contains(why),
                    "{written}: {}",
                    said.err
                );
                assert!(!folder.path().join("content/incidents/a-fire.md").exists());
            }
        }
    }
}

#[test]
fn what_was_guessed_is_not_published() {
    let (folder, said) =
        table(b"title,occurred\n,2021-03-10\nB,2021-03-10T00:00:00Z\nC,2021-03-10\n", &[]);
    assert_eq!(
        said.out,
        "wrote 3 files, 2 of them drafts; 0 left out. Next: read the report above, then: overdue check\n"
    );
    assert_eq!(
        read(&folder, "content/incidents/row-2.md"),
        "---\ntitle: \"Row 2\"\noccurred: 2021-03-10\ndraft: true\n---\n"
    );
    assert!(read(&folder, "content/incidents/b.md").contains("draft: true"));
    assert!(!read(&folder, "content/incidents/c.md").contains("draft"));
}

#[test]
fn columns_are_named_on_the_command_line_or_in_a_file() {
    let rows = b"Titel,Tag,Ort\nEin Brand,2021-03-10,Mainz\n";
    let (_, said) = table(rows, &[]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("no column looks like `title`: name it with --map title=COLUMN"),
        "{}",
        said.err
    );
    let (folder, said) = table(rows, &["--map", "title=Titel,occurred=Tag,place=ort"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        read(&folder, "content/incidents/ein-brand.md"),
        "---\ntitle: \"Ein Brand\"\noccurred: 2021-03-10\nplace: \"Mainz\"\n---\n"
    );
    folder.put("columns.txt", "# what is what\ntitle: Titel\noccurred = Tag\n");
    let into = "content/incidents/2021";
    let said = folder.run(&["import", "csv", "rows.csv", "--map", "columns.txt", "--into", into]);
    assert_eq!(said.code, 1, "its name is taken: {}", said.err);
    assert!(said.err.contains("left out: "), "{}", said.err);
    for (map, says) in [
        ("titel=Titel", "`titel` is not a key that a column can fill"),
        ("title=Titl,occurred=Tag", "the table has no column `Titl`"),
    ] {
        let (_, said) = table(rows, &["--map", map]);
        assert!(said.code > 0 && said.err.contains(says), "{}", said.err);
    }
}

#[test]
fn tables_of_every_making_are_read() {
    for (bytes, title) in [
        (&b"sep=;\r\ntitle;occurred\r\nA fire;2021-03-10\r\n"[..], "A fire"),
        (b"title\toccurred\nA fire, a big one\t2021-03-10\n", "A fire, a big one"),
        (b"title|occurred\nA fire|2021-03-10", "A fire"),
        (b"title,occurred\n\xC9t\xE9 \x96 l\x92eau,2021-03-10\n", "Été – l’eau"),
    ] {
        let (folder, said) = table(bytes, &[]);
        assert_eq!(said.code, 0, "{}", said.err);
        let (path, _) = folder.files("content").into_iter().next().expect("a record");
        assert!(
            read(&folder, &format!("content/{path}")).contains(&format!("title: \"{title}\"\n")),
            "{path}"
        );
        sound(&folder);
    }
    for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
        let text: Vec<u8> = "\u{FEFF}title\toccurred\r\nÉté à 판교\t2021-03-10\r\n"
            .encode_utf16()
            .flat_map(bytes)
            .collect();
        let (folder, said) = table(&text, &[]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert!(
            read(&folder, "content/incidents/été-à-판교.md").contains("title: \"Été à 판교\"\n")
        );
    }
    for cut in [&b"\xFF\xFEt"[..], b"\xFF\xFE\x00\xD8", b"\xFE\xFF\xD8\x00"] {
        let (_, said) = table(cut, &[]);
        let told = "rows.csv: refused: the text says that it is UTF-16, and is not: save it as UTF-8 and import it again\nerror: nothing was imported\n";
        assert_eq!(said.err, told);
    }
}

#[test]
fn hostile_cells_make_no_unsound_record() {
    let cells = [
        "=1+1",
        "---",
        "\"a\nb\"",
        "{{ days(\"x\") }}",
        "[x](../../etc/passwd)",
        "![p](pic.png)",
        "<script>",
        "con",
        "\u{202E}abc",
        "a: b # c",
        "&a *b",
    ];
    let rows: String = cells
        .iter()
        .map(|cell| {
            format!(
                "\"{}\",2021-03-10,\"{}\"\n",
                cell.replace('"', "\"\""),
                cell.replace('"', "\"\"")
            )
        })
        .collect();
    let (folder, said) = table(format!("title,occurred,body\n{rows}").as_bytes(), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(folder.files("content").len() >= cells.len() - 2, "{}", said.err);
    sound(&folder);
}

#[test]
fn nothing_is_overwritten_and_a_second_run_writes_nothing() {
    let (folder, _) = table(b"title,occurred\nA,2021-03-10\nA,2021-03-11\n", &[]);
    let before = folder.files("content");
    assert_eq!(before.keys().collect::<Vec<_>>(), ["incidents/a-2.md", "incidents/a.md"]);
    let said = folder.run(&["import", "csv", "rows.csv"]);
    assert_eq!(
        said.out,
        "wrote 0 files, 0 of them drafts; 2 left out. Next: read the report above, then: overdue check\n"
    );
    assert_eq!(folder.files("content"), before);
    let (folder, said) = table(b"title,occurred\nA,2021-03-10\n", &["--dry-run"]);
    assert!(said.out.starts_with("would write 1 file, "), "{}", said.out);
    assert!(folder.files("content").is_empty());
}

#[test]
fn what_only_says_that_nothing_is_known_is_no_organisation() {
    let (folder, said) = table(
        b"Title,Event.Date,Operator\nA fire,2021-03-10,N/A\nAn outage,2021-03-11,Unknown; Kakao\n",
        &[],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(folder.files("content/organisations").into_keys().collect::<Vec<_>>(), ["kakao.md"]);
    assert!(!read(&folder, "content/incidents/a-fire.md").contains("operators"));
    sound(&folder);
}

#[test]
fn a_day_in_the_name_of_a_post_may_have_single_digits() {
    let folder = site(
        "-- other/_posts/2014-3-3-Hello-World.md --\n---\nlayout: post\ntitle: Hello\n---\nWords.\n",
    );
    let said = posts(&folder, "jekyll", "other");
    assert_eq!(said.code, 0, "{}", said.err);
    let (_, bytes) = folder.files("content/articles").into_iter().next().expect("an article");
    assert!(String::from_utf8_lossy(&bytes).contains("date: 2014-03-03\n"), "{said:?}");
}

#[test]
fn thousands_of_rows_come_in_at_once() {
    let rows: String = (0..3000)
        .map(|n| {
            format!("Outage {n},20{:02}-{:02}-{:02},DE\n", 10 + n % 15, 1 + n % 12, 1 + n % 28)
        })
        .collect();
    let folder = site("");
    // What follows from records, pages and cards, is not the point.
    let settings = read(&folder, "overdue.yaml");
    folder.put("overdue.yaml", format!("{settings}outputs: {{cards: false, embeds: false, badges: false, search: false, twins: false}}\n"));
    folder.put("rows.csv", format!("title,occurred,country\n{rows}"));
    let said = folder.run(&["import", "csv", "rows.csv"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(folder.files("content/incidents").len(), 3000);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn issues_of_a_status_page_become_incidents() {
    let folder = site(
        "-- other/content/issues/2024-05-14-mirrors.md --\n---\ntitle: Mirrors are slow\ndate: 2024-05-14T10:00:00-00:00\nresolved: true\n\
        resolvedWhen: 2024-05-15T17:50:00-00:00\n# down, disrupted, notice\nseverity: disrupted\naffected:\n  - Build service\n  - Website\n\
        section: issue\npin: false\nowner: me\n---\n\n**Resolved**: all is well. {{< track \"2024-05-15\" >}}\n\
        -- other/content/issues/bare.md --\n---\ntitle: Bare\ndate: 2024-05-14 10:00:00\nresolved: true\nresolvedWhen:\nseverity: down\nsection: issue\n---\n\
        -- other/content/issues/planned.md --\n---\ntitle: Planned\ndate: 2062-05-14T10:00:00Z\nsection: issue\n---\n\
        -- other/content/issues/broken.md --\n---\ntitle: Broken\naffected:\n  - *.example\n---\n\
        -- other/content/issues/_index.md --\n---\ntitle: All\n---\n",
    );
    let said = posts(&folder, "cstate", "other");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        read(&folder, "content/incidents/2024-05-14-mirrors.md"),
        "---\ntitle: \"Mirrors are slow\"\noccurred: 2024-05-14T10:00:00-00:00\n\
        ended: 2024-05-15T17:50:00-00:00\ntags: [\"disrupted\"]\nimpact: [{what: affected, value: \"Build service\"}, {what: affected, value: \"Website\"}]\n---\n\n\
        **Resolved**: all is well. (2024-05-15)\n"
    );
    assert_eq!(
        read(&folder, "content/incidents/bare.md"),
        "---\ntitle: \"Bare\"\noccurred: 2024-05-14T10:00:00Z\ntags: [\"down\"]\ndraft: true\n---\n"
    );
    assert_eq!(folder.files("content").len(), 2);
    let report: Vec<&str> =
        said.err.lines().map(|line| line.strip_prefix("content/issues/").unwrap_or(line)).collect();
    assert_eq!(
        report,
        [
            "broken.md: left out: a value in line 4 begins with `*` or `&`, which is no text in YAML: put it between quotation marks",
            "2024-05-14-mirrors.md: dropped: 1 key of front matter that a record has no place for: `owner`",
            "bare.md:date: guessed: 1 time without a zone taken as UTC, as Hugo takes it",
            "bare.md: dropped: 1 issue marked as resolved, without a time: bare",
            "planned.md: left out: its date lies in the future, and an incident has happened",
            "2024-05-14-mirrors.md: kept: 1 time of updates became words, in the zone of the status page",
        ]
    );
    sound(&folder);
}

#[test]
fn an_issue_that_is_not_public_or_no_failure_is_a_draft() {
    for (lines, is_draft, told) in [
        ("severity: down\n", false, ""),
        ("severity: down\ndraft: false\npublished: true\n", false, ""),
        ("severity: down\ndraft: true\n", true, ""),
        ("severity: down\npublished: false\n", true, ""),
        ("Severity: down\nPublished: no\n", true, ""),
        ("severity: down\ndraft: soon\n", true, "draft: guessed: \"soon\" is neither"),
        ("severity: notice\n", true, ": guessed: 1 notice, perhaps of planned work"),
        ("severity: under-maintenance\n", true, ": guessed: 1 notice"),
        ("severity: down\ninformational: true\n", true, ": guessed: 1 notice"),
    ] {
        let folder = site(&format!(
            "-- other/content/issues/a.md --\n---\nTitle: A\nDate: 2021-03-10T10:00:00Z\n{lines}---\n"
        ));
        let said = posts(&folder, "cstate", "other");
        let incident = read(&folder, "content/incidents/a.md");
        assert_eq!(incident.contains("\ndraft: true\n"), is_draft, "{lines}: {incident}");
        assert!(said.err.contains(told), "{lines}: {}", said.err);
        sound(&folder);
    }
}

#[test]
fn issues_of_the_program_before_cstate_are_read_as_well() {
    let folder = site(
        "-- other/content/issues/a.md --\n+++\ntitle = \"Reports are late\"\ndate = 2020-01-19T11:23:00.000Z\nseverity = \"major-outage\"\n\
        affectedsystems = [\n  \"Reports\"\n]\nresolved = false\n+++\nWe look.\n{{< track \"2020-01-19T11:29:00.000Z\" >}}Found. {{< track \"\" >}}\n",
    );
    let said = posts(&folder, "cstate", "other");
    assert_eq!(
        read(&folder, "content/incidents/a.md"),
        "---\ntitle: \"Reports are late\"\noccurred: 2020-01-19T11:23:00.0Z\ntags: [\"major-outage\"]\n\
        impact: [{what: affected, value: \"Reports\"}]\ndraft: true\n---\n\nWe look.\n(2020-01-19T11:29:00.000Z) Found. {{< track \"\" >}}\n",
        "{}",
        said.err
    );
    sound(&folder);
}

#[test]
fn what_only_looks_like_a_comment_is_shown() {
    let folder = site(
        "-- other/content/a.md --\n---\ntitle: A\ndate: 2021-03-10\n---\nIt begins with <!-- in HTML.\n\nNo report.\n\n    <!-- code -->\n\n\
        Here <!-- one\nthat ends --> it goes on.\n",
    );
    let said = posts(&folder, "hugo", "other");
    assert_eq!(
        read(&folder, "content/articles/a.md"),
        "---\ntitle: \"A\"\ndate: 2021-03-10\naliases: [\"/a/\"]\n---\n\nIt begins with <!-- in HTML.\n\nNo report.\n\n    <!-- code -->\n\nHere  it goes on.\n",
        "{}",
        said.err
    );
}

#[test]
fn an_alias_at_the_address_of_another_page_costs_the_alias_alone() {
    let folder = site(
        "-- other/content/a.md --\n---\ntitle: A\ndate: 2021-03-10\naliases: [/articles/b/]\n---\nA.\n\
        -- other/content/b.md --\n---\ntitle: B\ndate: 2021-03-11\n---\nB.\n",
    );
    let said = posts(&folder, "hugo", "other");
    assert_eq!(folder.files("content/articles").len(), 2, "{}", said.err);
    assert_eq!(
        said.err,
        "content/a.md: dropped: 1 old address that another page has as well: articles/b\n"
    );
    sound(&folder);
}

#[test]
fn what_the_other_program_hides_stays_hidden() {
    let folder = site(
        "-- other/content/a.md --\n---\ntitle: A\ndate: 2021-03-10\n---\nSeen.<!-- not --> Seen, too.\n<!--\n[Final message]\n```\nDone.\n\n-->\nEnd. `<!-- code -->`\n\n\
        ```\n<!-- code -->\n```\n<!-- never closed\nlost\n",
    );
    let said = posts(&folder, "hugo", "other");
    assert_eq!(
        read(&folder, "content/articles/a.md"),
        "---\ntitle: \"A\"\ndate: 2021-03-10\naliases: [\"/a/\"]\n---\n\nSeen. Seen, too.\nEnd. `<!-- code -->`\n\n```\n<!-- code -->\n```\n"
    );
    let at: Vec<&str> = said.err.lines().collect();
    assert_eq!(at, ["content/a.md:5: dropped: 3 comments that readers did not see"]);
    sound(&folder);
}

#[test]
fn what_looks_like_a_link_to_a_record_or_a_counter_is_text() {
    let folder = site(
        "-- other/content/a.md --\n---\ntitle: A\ndate: 2021-03-10\n---\nA table [[menu.main]] and `[[code]]`, a note [[1]](https://a.example/), \
        {{ range (x) }} and {{days(\"a\")}} and {{ .Site }}.\n",
    );
    let said = posts(&folder, "hugo", "other");
    assert_eq!(
        said.out,
        "wrote 1 file, 1 of them drafts; 0 left out. Next: read the report above, then: overdue check\n",
        "{}",
        said.err
    );
    sound(&folder);
    assert_eq!(folder.run(&["build", "--drafts"]).code, 0);
    let page = read(&folder, "site/articles/a/index.html");
    for shown in [
        "A table [[menu.main]] and <code>[[code]]</code>",
        ">[1]</a>",
        "<code>{{ range (x) }}</code> and <code>{{days(",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}

#[test]
fn an_old_address_leads_to_one_record() {
    let folder = site(
        "-- content/pages/about.md --\n---\ntitle: About\n---\n-- other/content/a.md --\n---\ntitle: A\ndate: 2021-03-10\naliases: [/old/one/]\n---\n\
        -- other/content/b.md --\n---\ntitle: B\ndate: 2021-03-11\naliases: [/Old/one, /two/]\n---\n\
        -- other/content/c.md --\n---\ntitle: C\ndate: 2021-03-12\naliases: [/pages/about/]\n---\n\
        -- other/content/d.md --\n---\ntitle: D\ndate: 2021-03-13\nurl: /articles/d/\naliases: [/three, /three/index.html]\nlang: de\n---\n",
    );
    let said = posts(&folder, "hugo", "other");
    assert!(
        read(&folder, "content/articles/b.md").contains("aliases: [\"/two/\", \"/b/\"]\n"),
        "{}",
        said.err
    );
    let told = "content/b.md: dropped: 2 old addresses that another page has as well: /Old/one, pages/about\n";
    assert!(said.err.contains(told), "{}", said.err);
    assert!(
        read(&folder, "content/articles/c.md").contains("aliases: [\"/c/\"]\n"),
        "the address costs the alias, never the post"
    );
    let d = "---\ntitle: \"D\"\ndate: 2021-03-13\nlanguage: de\naliases: [\"/three\"]\ndraft: true\n---\n";
    assert_eq!(read(&folder, "content/articles/d.md"), d);
    sound(&folder);
}

#[test]
fn what_hugo_does_not_show_today_is_a_draft() {
    for (lines, is_draft) in [
        ("expiryDate: 2062-01-01\n", false),
        ("expirydate: 2022-01-01\n", true),
        ("publishDate: 2021-03-11\n", false),
        ("PublishDate: 2062-01-01\n", true),
        ("headless: true\n", true),
    ] {
        let folder = site(&format!(
            "-- other/content/a.md --\n---\nTitle: A\nDATE: 2021-03-10\n{lines}---\nWords.\n"
        ));
        let said = posts(&folder, "hugo", "other");
        assert_eq!(
            read(&folder, "content/articles/a.md").contains("draft: true"),
            is_draft,
            "{lines}: {}",
            said.err
        );
        assert_eq!(said.err.contains("guessed: 1 record"), is_draft, "{}", said.err);
    }
}

#[test]
fn only_a_record_that_is_not_made_is_left_out() {
    let (folder, said) = table(
        b"title,occurred,ended,aware\nA,2021-03-10,Unknown,some day\nB,2021-03-10,31.02.2021,\n",
        &[],
    );
    assert_eq!(
        said.err,
        "rows.csv:2:aware: dropped: `some day` is not a date that can be read for sure\nrows.csv:3:ended: dropped: `31.02.2021` is not a date that can be read for sure\n"
    );
    assert_eq!(
        said.out,
        "wrote 2 files, 2 of them drafts; 0 left out. Next: read the report above, then: overdue check\n"
    );
    sound(&folder);
    let folder = site(
        "-- other/_posts/2021-03-10-a.md --\n---\ntitle: A\ndate: some day\n---\n-- other/_posts/2021-03-11-b.md --\n---\ntitle: B\nlastmod: some day\n---\n\
        -- other/_posts/c.md --\n---\ntitle: C\ndate: some day\n---\n",
    );
    let said = posts(&folder, "jekyll", "other");
    assert_eq!(
        said.err.replace("_posts/", ""),
        "2021-03-10-a.md:date: dropped: `some day` is not a date that can be read for sure\n\
        2021-03-10-a.md: guessed: 1 day in the name of a file, taken for its date: 2021-03-10\n\
        2021-03-11-b.md:lastmod: dropped: `some day` is not a date that can be read for sure\n\
        c.md:date: left out: `some day` is not a date that can be read for sure\n"
    );
    assert_eq!(
        said.out,
        "wrote 2 files, 1 of them drafts; 1 left out. Next: read the report above, then: overdue check\n"
    );
    let folder = site("-- other/2021-03-10-a.md --\n---\ntitle: A\ndate: some day\n---\n");
    let said = posts(&folder, "cstate", "other");
    let told = "2021-03-10-a.md:date: left out: `some day` is not a date that can be read for sure";
    assert_eq!(
        said.err,
        format!("{told}\nerror: nothing was imported: 1 record left out; the first is {told}\n")
    );
}

#[test]
fn a_country_is_known_by_each_of_its_names() {
    for (written, code) in [
        ("kr", "KR"),
        ("Republic of Korea", "KR"),
        ("대한민국", "KR"),
        ("Allemagne", "DE"),
        ("UK", "GB"),
        ("usa", "US"),
        ("Utopia", ""),
        ("N/A", ""),
    ] {
        let (folder, said) = table(
            format!("Incident name,Start Date,Country\nA,2021-03-10,{written}\n").as_bytes(),
            &[],
        );
        let country = if code.is_empty() { String::new() } else { format!("country: {code}\n") };
        assert_eq!(
            read(&folder, "content/incidents/a.md"),
            format!("---\ntitle: \"A\"\noccurred: 2021-03-10\n{country}---\n")
        );
        assert_eq!(
            said.err.contains("is no country that is known here"),
            written == "Utopia",
            "{}",
            said.err
        );
    }
}

#[test]
fn posts_of_hugo_and_jekyll_become_articles() {
    let folder = site(
        "-- hugo/content/posts/after-a-year/index.md --\n+++\ntitle = \"After a year\"\ndate = 2022-03-10T09:00:00+01:00\nlastmod = 2022-03-11\n\
        tags = [\"fire\"]\ndraft = true\nweight = 3\n[params]\nmood = \"grave\"\n+++\nNo report. <!-- x -->\n<!--more-->\n\
        See [the paper](https://paper.example/?utm_source=a&page=2) and ![a hall](hall.jpg).\n\nSubscribe to our newsletter!\n\
        -- jekyll/_posts/2021-03-10-a-fire.md --\n---\nlayout: post\ntitle: “A fire”\ncategories: fire outage\npermalink: /2021/fire.html\n---\nIt burns. {% include x.html %}\n\
        -- jekyll/_posts/undated.md --\n---\ntitle: Undated\n---\n",
    );
    let said = posts(&folder, "hugo", "hugo");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        read(&folder, "content/articles/after-a-year.md"),
        "---\ntitle: \"After a year\"\ndate: 2022-03-10T09:00:00+01:00\n\
        updated: 2022-03-11\ntags: [\"fire\"]\naliases: [\"/posts/after-a-year/\"]\ndraft: true\n---\n\nNo report. \nSee [the paper](https://paper.example/?page=2) and a hall.\n\nSubscribe to our newsletter!\n"
    );
    for told in [
        "dropped: 2 keys of front matter that a record has no place for: `params`, `weight`",
        ":13: dropped: 1 picture became words, because there is no such file, or it is damaged: hall.jpg",
        ":15: look at this: 1 line looks like an invitation",
    ] {
        assert!(said.err.contains(told), "{told}\n{}", said.err);
    }
    let said = posts(&folder, "jekyll", "jekyll");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        read(&folder, "content/articles/a-fire.md"),
        "---\ntitle: \"“A fire”\"\ndate: 2021-03-10\ntags: [\"fire\", \"outage\"]\n\
        aliases: [\"/2021/fire.html\"]\ndraft: true\n---\n\nIt burns. {% include x.html %}\n"
    );
    assert!(said.err.contains("_posts/undated.md: left out: 1 text has no date"), "{}", said.err);
    sound(&folder);
}

#[test]
fn pictures_of_a_post_come_along_under_the_name_of_its_record() {
    let folder = site(
        "-- hugo/content/posts/a-fire/index.md --\n---\ntitle: A fire\ndate: 2022-03-10\n---\n\
        ![A hall](Hall%20One.png) ![The roof](/img/roof.png \"From above\") ![The hall again](./hall%20one.png)\n\
        ![](hall.png) ![Gone](gone.png) ![Out](../../../secret.png) ![Broken](broken.png) ![Note](notes.txt)\n\
        -- hugo/content/other/a-fire.md --\n---\ntitle: A fire\ndate: 2022-03-11\n---\n![Another roof](/img/roof.png) ![Spaces](     /img/toité.png \"Title\")\n",
    );
    let png = crate::images::png_of(3, 2);
    for path in [
        "hugo/content/posts/a-fire/Hall One.png",
        "hugo/content/posts/a-fire/hall one.png",
        "hugo/static/img/roof.png",
        "hugo/static/img/toité.png",
        "secret.png",
    ] {
        folder.put(path, &png);
    }
    folder.put("hugo/content/posts/a-fire/broken.png", "no picture");
    folder.put("hugo/content/posts/a-fire/notes.txt", "a text");
    let said = posts(&folder, "hugo", "hugo");
    assert_eq!(said.code, 0, "{}", said.err);
    let (other, own) = (
        read(&folder, "content/articles/a-fire.md"),
        read(&folder, "content/articles/a-fire-2.md"),
    );
    assert!(
        other.ends_with(
            "![Another roof](a-fire--roof.png) ![Spaces](a-fire--toité.png \"Title\")\n"
        ),
        "{other}"
    );
    assert!(
        own.ends_with(
            "![A hall](a-fire-2--hall-one.png) ![The roof](a-fire-2--roof.png \"From above\") ![The hall again](a-fire-2--hall-one-2.png)\n \
             Gone Out Broken Note\n"
        ),
        "{own}"
    );
    let kept = "kept: 5 pictures copied beside their records, with the record's name before their own: a-fire--roof.png, ";
    assert!(said.err.contains(kept), "{}", said.err);
    let lost = "index.md:6: dropped: 4 pictures became words, because there is no such file, or it is damaged: gone.png, ";
    assert!(said.err.contains(lost), "{}", said.err);
    let pictures: Vec<String> =
        folder.files("content").into_keys().filter(|path| path.ends_with(".png")).collect();
    assert_eq!(pictures.len(), 5, "{pictures:?}");
    sound(&folder);
}

#[test]
fn a_post_is_public_only_if_nothing_says_otherwise() {
    for (lines, is_draft, told) in [
        ("", false, ""),
        ("draft: false\npublished: true\n", false, ""),
        ("draft:\n", false, ""),
        ("draft: true\n", true, ""),
        ("Draft: TRUE\n", true, ""),
        ("Draft: true\ndraft: false\n", true, ""),
        ("published: false\n", true, ""),
        ("published: no\n", true, ""),
        ("draft: yes\n", true, ""),
        (
            "published: soon\n",
            true,
            "published: guessed: \"soon\" is neither `true` nor `false`, so that this is a draft",
        ),
        (
            "draft: [a]\n",
            true,
            "draft: guessed: [\"a\"] is neither `true` nor `false`, so that this is a draft",
        ),
        (
            "draft: \"\"\n",
            true,
            "draft: guessed: \"\" is neither `true` nor `false`, so that this is a draft",
        ),
    ] {
        for program in ["jekyll", "hugo"] {
            let folder = site(&format!(
                "-- other/_posts/2021-03-10-a.md --\n---\ntitle: A\n{lines}---\nWords.\n"
            ));
            let said = posts(&folder, program, "other");
            assert_eq!(said.code, 0, "{}", said.err);
            let article = read(&folder, "content/articles/a.md");
            assert_eq!(article.contains("\ndraft: true\n"), is_draft, "{lines}: {article}");
            assert!(said.err.contains(told), "{lines}: {}", said.err);
        }
    }
}

#[test]
fn a_time_without_a_zone_is_of_utc_for_hugo_and_local_for_jekyll() {
    for (program, taken, told) in [
        (
            "jekyll",
            "date: 2021-03-10 23:30:00\nupdated: 2021-03-12\naliases: [\"/2021/03/10/a.html\"]\n---\n",
            "",
        ),
        (
            "hugo",
            "date: 2021-03-10T23:30:00Z\nupdated: 2021-03-12\naliases: [\"/_posts/2021-03-10-a/\"]\ndraft: true\n---\n",
            "_posts/2021-03-10-a.md:date: guessed: 2 times without a zone taken as UTC, as Hugo takes it\n",
        ),
    ] {
        let folder = site(
            "-- other/_posts/2021-03-10-a.md --\n---\ntitle: A\ndate: 2021-03-10 23:30:00\nlast_modified_at: 2021-03-12 23:45:00\n---\n",
        );
        let said = posts(&folder, program, "other");
        assert_eq!((said.code, said.err.as_str()), (0, told));
        assert_eq!(read(&folder, "content/articles/a.md"), format!("---\ntitle: \"A\"\n{taken}"));
    }
}

#[test]
fn every_guess_makes_a_draft() {
    let cases: [(&str, &[u8]); 3] = [
        ("hugo", b"---\ntitle: A\ndate: 2021-03-10\nlastmod: 2021-03-12T00:00:00Z\n---\n"),
        (
            "jekyll",
            b"---\ntitle: A\ndate: 2021-03-10\nlast_modified_at: 2021-03-12T00:00:00Z\n---\n",
        ),
        ("jekyll", b"---\ntitle: \xC9t\xE9\ndate: 2021-03-10\nslug: a\n---\n"),
    ];
    for (program, text) in cases {
        let folder = site("");
        folder.put("other/_posts/2021-03-10-a.md", text);
        let said = posts(&folder, program, "other");
        assert!(said.err.contains(": guessed: "), "{}", said.err);
        assert!(read(&folder, "content/articles/a.md").contains("\ndraft: true\n"), "{}", said.err);
    }
    let (folder, said) =
        table(b"title,occurred,place\nA,2021-03-10,Orl\xE9ans\nB,2021-03-10,Mainz\n", &[]);
    assert_eq!(
        said.out,
        "wrote 2 files, 1 of them drafts; 0 left out. Next: read the report above, then: overdue check\n"
    );
    assert!(
        read(&folder, "content/incidents/a.md").contains("place: \"Orl\u{e9}ans\"\ndraft: true\n")
    );
}

#[test]
fn lines_and_titles_made_to_be_slow_are_read_at_once() {
    let mut rows = "title,occurred,body\n".to_owned();
    for line in ["[](", "](", "[a](http://a.example/?utm_source=b ", "httphttps:"] {
        rows.push_str(&format!("Long,2021-03-10,\"{}\"\n", line.repeat(100_000)));
    }
    rows.extend((0..20_000).map(|number| format!("Same,2021-03-10,{number}\n")));
    let (folder, said) = table(rows.as_bytes(), &["--dry-run"]);
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("would write 20004 files, 0 of them drafts"), "{}", said.out);
    assert!(folder.files("content").is_empty());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = site("-- other/_posts/real/2021-03-10-a.md --\n---\ntitle: A\n---\n");
    folder.put("secret.md", "---\ntitle: Secret\ndate: 2021-03-10\n---\n");
    std::os::unix::fs::symlink(
        folder.path().join("secret.md"),
        folder.path().join("other/_posts/2021-03-11-b.md"),
    )
    .unwrap();
    let said = posts(&folder, "jekyll", "other");
    assert!(said.err.contains("left out: it is a symbolic link"), "{}", said.err);
    assert_eq!(folder.files("content").keys().collect::<Vec<_>>(), ["articles/a.md"]);
}

#[test]
fn a_pipe_is_told_and_nobody_waits_for_it() {
    use std::process::Command;
    let folder = site("-- posts/a.md --\n---\ntitle: A\ndate: 2021-03-10\n---\n");
    for path in ["rows.csv", "posts/b.md", "map"] {
        assert!(
            Command::new("mkfifo")
                .arg(folder.path().join(path))
                .status()
                .expect("mkfifo runs")
                .success()
        );
    }
    folder.put("real.csv", "Name;Date\nA;2021-03-10\n");
    for (arguments, code) in [
        (&["import", "csv", "rows.csv"][..], 1),
        (&["import", "csv", "posts"], 1),
        (&["import", "csv", "/dev/zero"], 1),
        (&["import", "hugo", "rows.csv"], 1),
        (&["import", "hugo", "posts"], 1),
        (&["import", "csv", "real.csv", "--map", "map"], 2),
    ] {
        let said = folder.run(arguments);
        assert_eq!(said.code, code, "{arguments:?}: {said:?}");
        let told = [
            "it is not a file but a folder, a pipe or a device",
            "nothing to import was found here",
        ];
        assert!(told.iter().any(|told| said.err.contains(told)), "{arguments:?}: {said:?}");
    }
    assert!(folder.files("content").is_empty());
}
