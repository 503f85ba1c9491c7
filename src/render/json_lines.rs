//! Rows → a JSON list with each row on a line of its own, so that a change of one row is a change
//! of one line.

use serde::Serialize;

/// The list.
pub(crate) fn lines(rows: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let mut out = b"[".to_vec();
    for (nth, row) in rows.enumerate() {
        out.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        // Strings, numbers and lists of them always serialise, and a vector takes whatever is
        // written.
        let _ = serde_json::to_writer(&mut out, &row);
    }
    out.extend_from_slice(b"\n]\n");
    out
}
