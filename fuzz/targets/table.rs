//! A table of incidents → records, and what is told of them.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use chrono_tz::Tz;
use libfuzzer_sys::fuzz_target;
use overdue::import::table::{self, Kind};
use overdue::import::{Order, Setting};
use overdue::model::Settings;
use overdue_fuzz::{assert_plain, read, site};

static FILE: LazyLock<PathBuf> = LazyLock::new(|| std::env::temp_dir().join("rows.csv"));

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("a temporary file");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let order = [None, Some(Order::Dmy), Some(Order::Mdy)][bytes.len() % 3];
    let settings = Settings::default();
    let zone = Tz::Europe__Paris;
    let setting = Setting { site: &settings, zone, today, order, publish: bytes.len().is_multiple_of(2) };
    let kind = [Kind::Incidents, Kind::Responses, Kind::Organisations][bytes.len() % 3];
    let import = table::read(&FILE, "rows.csv", kind, &[], kind.destination(), setting);
    let mut tree = site("");
    for (path, record) in &import.records {
        let (text, from) = (record.text(), &record.from);
        assert_plain(path);
        assert!(path.starts_with("content/") && path.ends_with(".md"), "{path}");
        assert!(from.starts_with("rows.csv:"), "{path} is from {from}");
        tree.insert_text(path, &text);
    }
    // What is wrong in it is told, and keeps the command from writing that record.
    read(&tree);
});
