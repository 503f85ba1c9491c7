//! `overdue import csv`: what a list says of waits and answers is kept, rows have the numbers that a
//! spreadsheet shows, and a workbook is read as the same table in CSV is.

use std::fs;
use std::io::{Cursor, Write};

use crate::harness::{Folder, Said};

const SITE: &str = "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n";

fn import(rows: &[u8], arguments: &[&str]) -> (Folder, Said) {
    let folder = Folder::of(SITE);
    folder.put("rows.csv", rows);
    let said = folder.run(&[&["import", "csv", "rows.csv", "--publish"], arguments].concat());
    (folder, said)
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| {
        panic!("{path}: {error}; there are {:?}", folder.files("content").keys())
    })
}

fn sound(folder: &Folder) {
    let said = folder.run(&["check", "--drafts"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_row_keeps_its_wait_and_its_answer() {
    let (folder, said) = import(
        b"title,date,owed by,kind,due date,rule,checked on,report published,report url\n\
        Leak,2025-08-25,Harbour Co,interim report,2025-09-15,\"Promised, <b>in writing</b>\",2025-10-01,,\n\
        Fire,2017-07-03,The Ministry,,1 August 2017,,2017-09-01,2017-08-01,https://paper.example/b\n",
        &[],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        read(&folder, "content/incidents/leak.md"),
        "---\ntitle: \"Leak\"\noccurred: 2025-08-25\nawaiting: [{report: \"interim-report\", \
        from: \"harbour-co\", due: 2025-09-15, rule: \"Promised, in writing\", checked: 2025-10-01}]\n---\n"
    );
    assert_eq!(
        read(&folder, "content/incidents/fire.md"),
        "---\ntitle: \"Fire\"\noccurred: 2017-07-03\nawaiting: [{report: \"final-report\", \
        from: \"the-ministry\", due: 2017-08-01}]\n---\n"
    );
    assert_eq!(
        read(&folder, "content/responses/fire-final-report.md"),
        "---\ntitle: \"Fire\"\nkind: \"final-report\"\ndate: 2017-08-01\n\
        by: [\"the-ministry\"]\nincidents: [\"fire\"]\nurl: \"https://paper.example/b\"\n---\n"
    );
    let told = "rows.csv:3:checked on: kept: 1 check made on or after the day of the document";
    assert!(said.err.contains(told), "{}", said.err);
    sound(&folder);
    let status = folder.run(&["status", "--format", "csv", "--as-of", "2025-10-02"]);
    let waits =
        |id: &str| status.out.lines().any(|line| line.starts_with("overdue") && line.contains(id));
    assert!(waits("leak") && !waits("fire"), "{}", status.out);
}

#[test]
fn a_column_that_may_say_what_was_answered_makes_drafts_until_it_is_named() {
    let rows = b"title,date,Closed Date\nA,2021-03-10,2021-05-01\nB,2021-03-11,\n";
    let (folder, said) = import(rows, &[]);
    assert!(said.err.contains("guessed: the column `Closed Date` has dates"), "{}", said.err);
    assert!(said.out.contains("2 of them drafts"), "{}", said.out);
    assert!(!folder.path().join("content/responses").exists());
    let (folder, said) = import(rows, &["--map", "published=Closed Date"]);
    assert!(said.out.starts_with("wrote 3 files, 0 of them drafts"), "{}", said.out);
    sound(&folder);
    let (_, said) = import(rows, &["--map", "ignore=Closed Date"]);
    assert!(said.out.starts_with("wrote 2 files, 0 of them drafts"), "{}", said.out);
}

#[test]
fn what_cannot_be_a_wait_is_told_and_its_record_is_a_draft() {
    for (head, cell, told) in [
        ("due", "soon", "dropped: `soon` is not a date"),
        ("due", "2020-01-01", "dropped: it is due before it happened"),
        ("within", "a while", "1 cell that could not be read: `a while`"),
        ("checked", "2062-01-01", "dropped: it lies in the future"),
        ("checked", "2020-01-01", "1 cell that could not be read"),
        ("published", "yes", "dropped: `yes` is not a date"),
        ("owed by", "A Ministry; A Company", "1 cell names several who owe a document"),
        ("owed by", "2021-04-01", "1 cell is a date and no organisation"),
        ("report url", "https://paper.example/b", "1 address of a document whose day is not told"),
    ] {
        let rows = format!("title,date,{head}\nA fire,2021-03-10,{cell}\n");
        let (folder, said) = import(rows.as_bytes(), &[]);
        assert!(said.err.contains(told), "{head}: {}", said.err);
        assert!(read(&folder, "content/incidents/a-fire.md").contains("draft: true"), "{head}");
        sound(&folder);
    }
}

#[test]
fn responses_and_organisations_are_tables_of_their_own() {
    let (folder, _) = import(b"title,date\nA fire,2021-03-10\n", &[]);
    folder.put(
        "answers.csv",
        "Title,Kind,Published,Incident,By,URL\nThe report,Final report,2021-05-01,a-fire,Harbour Co,https://paper.example/r\n\
        Another,final-report,2021-06-01,no-fire,,\n",
    );
    folder.put("who.csv", "Name,Role,Country\nHarbour Co,Operator,France\nA court,Judges,\n");
    let answers = folder.run(&["import", "csv", "answers.csv", "--kind", "responses", "--publish"]);
    assert_eq!(answers.code, 0, "{}", answers.err);
    assert_eq!(
        read(&folder, "content/responses/the-report.md"),
        "---\ntitle: \"The report\"\nkind: \"final-report\"\ndate: 2021-05-01\nby: [\"harbour-co\"]\n\
        incidents: [\"a-fire\"]\nurl: \"https://paper.example/r\"\n---\n"
    );
    assert!(answers.err.contains("answers.csv:3: left out: "), "{}", answers.err);
    let who = folder.run(&["import", "csv", "who.csv", "--kind", "organisations", "--publish"]);
    assert!(
        who.err.contains("who.csv:2: left out: content/organisations/harbour-co.md is there"),
        "{}",
        who.err
    );
    assert!(
        read(&folder, "content/organisations/a-court.md").contains("draft: true"),
        "{}",
        who.err
    );
    sound(&folder);
}

#[test]
fn rows_have_the_numbers_of_the_spreadsheet_whatever_ends_a_line() {
    let rows = "title,date,body\nA,2020-01-01,\"one\ntwo\"\n\nB,13/13/2020,\nC,notadate,\n";
    for end in ["\n", "\r\n", "\r"] {
        let (_, said) = import(rows.replace('\n', end).as_bytes(), &[]);
        for place in
            ["rows.csv:4:date: left out: `13/13/2020`", "rows.csv:5:date: left out: `notadate`"]
        {
            assert!(said.err.contains(place), "{end:?}: {}", said.err);
        }
    }
}

#[test]
fn a_row_that_stands_twice_makes_one_record() {
    let (folder, said) = import(
        b"title,date,place\nA,2021-03-10,X\nA,2021-03-10,X\nA,2021-03-10,Y\nA,2021-03-10,X\n",
        &[],
    );
    assert_eq!(folder.files("content").len(), 2);
    let told = "rows.csv:3: dropped: 2 rows are the same as an earlier row in every cell: row 3 is row 2, row 5 is row 2\n";
    assert!(said.err.contains(told), "{}", said.err);
}

#[test]
fn tags_in_cells_become_words_and_markdown() {
    let (folder, _) = import(
        b"title,date,notes\n<b>Fire</b> &amp; smoke,2021-03-10,<p>It <i>burnt</i>.</p><ul><li>one<li>two</ul>\n",
        &[],
    );
    assert_eq!(
        read(&folder, "content/incidents/fire-smoke.md"),
        "---\ntitle: \"Fire & smoke\"\noccurred: 2021-03-10\n---\n\nIt *burnt*.\n\n- one\n- two\n"
    );
}

#[test]
fn a_table_of_excel_in_french_is_read() {
    let (folder, said) = import(
        "\u{FEFF}Titre;Date;Échéance;Destinataire;Publié le\r\n\"Fuite; au port\";5 mars 2021;28-juil-21;La Mairie;\r\nIncendie;vendredi 12 mars 2021;;La Mairie;01/12/2021\r\n"
            .as_bytes(),
        &["--dates", "dmy"],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(read(&folder, "content/incidents/fuite-au-port.md").contains(
        "occurred: 2021-03-05\nawaiting: [{report: \"final-report\", from: \"la-mairie\", due: 2021-07-28}]\n"
    ));
    assert!(
        read(&folder, "content/responses/incendie-final-report.md").contains("date: 2021-12-01\n")
    );
    sound(&folder);
}

/// A workbook of one sheet: texts, and days by the number and format that a spreadsheet has.
fn workbook(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Empty\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"List\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                <Relationship Id=\"r2\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>\
                <Relationship Id=\"r4\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"mmm\\-yy\"/></numFmts>\
                <cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst xmlns=\"{main}\"><si><t>{}</t></si></sst>", "long ".repeat(200_000)),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData/></worksheet>"),
        ),
        (
            "xl/worksheets/sheet2.xml",
            format!(
                "<worksheet xmlns=\"{main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{sheet}</sheetData></worksheet>"
            ),
        ),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("its text");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_workbook_is_read_as_the_same_table_in_csv_is() {
    let text = |cell: &str, words: &str| {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    };
    let number = |cell: &str, style: u8, number: &str| {
        format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>")
    };
    let sheet = [
        format!(
            "<row r=\"1\">{}{}{}{}</row>",
            text("A1", "Title"),
            text("B1", "Date"),
            text("C1", "Tags"),
            text("D1", "Due")
        ),
        format!(
            "<row r=\"3\">{}{}{}{}</row>",
            text("A3", "A fire"),
            number("B3", 1, "44265"),
            number("C3", 0, "7"),
            number("D3", 2, "44652")
        ),
        format!("<row r=\"4\">{}{}</row>", text("A4", "No day"), text("B4", "soon")),
        format!("<row r=\"5\">{}{}</row>", text("A5", "A time"), number("B5", 1, "44265.5")),
    ];
    let (folder, said) = import(&workbook(&sheet.concat()), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let (other, _) = import(b"Title,Date,Tags,Due\n\nA fire,2021-03-10,7,2022-04\nNo day,soon\nA time,2021-03-10 12:00\n", &[]);
    assert_eq!(folder.files("content"), other.files("content"));
    for told in [
        "rows.csv:4:Date: left out: `soon`",
        "dropped: only the sheet `List` was read, and not `Empty`",
    ] {
        assert!(said.err.contains(told), "{}", said.err);
    }
    sound(&folder);
    for (bytes, told) in [
        (b"PK\x03\x04 and no more".to_vec(), "it looks like a workbook and cannot be read as one"),
        (
            b"\xD0\xCF\x11\xE0".to_vec(),
            "it is a workbook of the old form: save it as .xlsx or as CSV",
        ),
    ] {
        let (_, said) = import(&bytes, &[]);
        assert!(said.code == 1 && said.err.contains(told), "{}", said.err);
    }
}

#[test]
fn a_small_file_that_stands_for_a_huge_table_is_not_read_to_its_end() {
    let rows = |count: usize, row: &dyn Fn(usize) -> String| {
        (2..count + 2).map(|at| format!("<row r=\"{at}\">{}</row>", row(at))).collect::<String>()
    };
    // One long text in many cells; a cell far to the right in many rows.
    let same = rows(100, &|at| format!("<c r=\"A{at}\" t=\"s\"><v>0</v></c>"));
    let wide = rows(5_100, &|at| format!("<c r=\"ALL{at}\"><v>1</v></c>"));
    let commas = format!("title,occurred\n{}", (",".repeat(1_100) + "x\n").repeat(5_100));
    for bytes in [workbook(&same), workbook(&wide), commas.into_bytes()] {
        let (_, said) = import(&bytes, &[]);
        assert!(said.code == 1 && said.err.contains("it is too large to be read"), "{}", said.err);
    }
    // What is read of a row ends at a column that nobody needs.
    let row = |cells: [&str; 3], between: usize| {
        format!("{},{}{}{}\n", cells[0], cells[1], ",".repeat(between), cells[2])
    };
    let long =
        row(["title", "occurred", "summary"], 1_500) + &row(["A", "2021-03-10", "no"], 1_500);
    let (folder, said) = import(long.as_bytes(), &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let files = folder.files("content");
    assert_eq!(files.len(), 1, "{:?}", files.keys());
    assert!(said.err.contains("to the right of the first 1000 columns"), "{}", said.err);
}
