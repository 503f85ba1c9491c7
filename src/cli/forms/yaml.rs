//! A value as YAML that people can read and change.

use serde_json::Value;

/// The value in block style; texts are in quotes.
pub(super) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(map) => {
            for (at, (key, value)) in map.iter().enumerate() {
                if at > 0 || !out.ends_with("- ") {
                    out.push_str(&indent);
                }
                out.push_str(key);
                out.push(':');
                below(value, depth + 1, out);
            }
        }
        Value::Array(items) => {
            for item in items {
                out.push_str(&indent);
                out.push_str("- ");
                if is_flat(item) {
                    out.push_str(&format!("{item}\n"));
                } else {
                    write(item, depth + 1, out);
                }
            }
        }
        flat => out.push_str(&format!("{indent}{flat}\n")),
    }
}

fn below(value: &Value, depth: usize, out: &mut String) {
    if is_flat(value) {
        out.push_str(&format!(" {value}\n"));
    } else {
        out.push('\n');
        write(value, depth, out);
    }
}

/// Whether a value stands on one line: lists of texts do.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.is_empty(),
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        _ => true,
    }
}
