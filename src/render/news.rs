//! What changed → Markdown and HTML that can be pasted into a newsletter.
//!
//! Both are pieces of a page without a frame: a heading, and a list for each section. Addresses are
//! whole.

use std::fmt::Write as _;

use super::text;
use crate::view::Section;

/// The changes as Markdown under a heading.
pub fn markdown(heading: &str, sections: &[Section]) -> String {
    let mut out = format!("# {}\n", text::markdown(heading));
    // Writing to a string cannot fail.
    for section in sections {
        let _ = write!(out, "\n## {}\n\n", section.title);
        for line in &section.lines {
            let link = text::link(&line.link.title, &line.link.path);
            let _ = writeln!(
                out,
                "- {}{link}{}",
                text::markdown(&line.before),
                text::markdown(&line.after)
            );
        }
    }
    if sections.is_empty() {
        out.push_str("\nNothing has changed.\n");
    }
    out
}

/// The changes as HTML under a heading.
pub fn html(heading: &str, sections: &[Section]) -> String {
    let mut out = format!("<h1>{}</h1>\n", text::html(heading));
    for section in sections {
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>", text::html(section.title));
        for line in &section.lines {
            let title = text::html(&line.link.title);
            let link = match line.link.path.as_str() {
                "" => title,
                path => format!("<a href=\"{path}\">{title}</a>"),
            };
            let _ = writeln!(
                out,
                "<li>{}{link}{}</li>",
                text::html(&line.before),
                text::html(&line.after)
            );
        }
        out.push_str("</ul>\n");
    }
    if sections.is_empty() {
        out.push_str("<p>Nothing has changed.</p>\n");
    }
    out
}
