//! Text → a moment, an as-of, or a period.
#![no_main]

use chrono_tz::Tz;
use libfuzzer_sys::fuzz_target;
use overdue::model::Precision;
use overdue::front_matter::{read_as_of, read_moment};
use overdue_fuzz::{choice, read, site};

const ZONES: [Tz; 6] = [
    Tz::UTC,
    Tz::Europe__Paris,
    Tz::Asia__Kolkata,
    Tz::America__New_York,
    Tz::Pacific__Kiritimati,
    Tz::Pacific__Apia,
];

fuzz_target!(|bytes: &[u8]| {
    let Some((chosen, text)) = choice(bytes) else { return };
    let zone = ZONES[usize::from(chosen) % ZONES.len()];
    match read_moment(text, zone) {
        Err(sentence) => assert!(!sentence.is_empty()),
        Ok(moment) => {
            assert!(moment.first_day(zone) <= moment.last_day(zone), "{moment:?}");
            assert_eq!(
                moment.first_day(zone) != moment.last_day(zone),
                moment.is_imprecise(),
                "{moment:?}"
            );
            // What its author wrote means the same again, and so does a day as it is printed.
            assert_eq!(read_moment(moment.written(), zone).as_ref(), Ok(&moment));
            if let Precision::Day(date) = moment.precision() {
                assert_eq!(
                    read_moment(&date.to_string(), zone).map(|again| again.precision()),
                    Ok(Precision::Day(date))
                );
            }
            if let Precision::Time { local, instant } = moment.precision() {
                let shift = local.and_utc() - instant;
                assert!(
                    shift.num_hours().abs() <= 24,
                    "{moment:?} is {shift} from the world's clock"
                );
            }
        }
    }
    if let Ok(as_of) = read_as_of(text, zone) {
        assert_eq!(as_of.to_string().parse(), Ok(as_of), "what is printed is what is read");
    }
    let quoted = serde_json::Value::from(text).to_string();
    let mut tree = site("");
    let front = format!(
        "title: T\noccurred: {quoted}\nawaiting:\n  - report: final-report\n    due: {{within: {quoted}}}\n    extensions: [{{to: {quoted}}}]\n    checked: {quoted}\n"
    );
    tree.insert_text("content/incidents/tried.md", &format!("---\n{front}---\n"));
    read(&tree);
});
