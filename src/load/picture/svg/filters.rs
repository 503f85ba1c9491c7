//! How long the filters of an SVG take to draw.
//!
//! A filter goes over each point of what it covers, and a few of its steps look at many points
//! around each, or compute each anew many times: a number of ten digits is short, and a picture
//! that nobody ever sees. So these numbers have limits, far above those that people and drawing
//! programs write; and each step counts as several elements where it is drawn (`repeats`).

use roxmltree::{Document, Node};

/// Attributes whose number multiplies the work for each point, and the largest that is taken.
const LIMITS: [(&str, f64); 4] =
    [("numOctaves", 16.0), ("radius", 100.0), ("order", 9.0), ("stdDeviation", 1000.0)];
/// What a length is at least in the drawing's own units if it is a part of what is filtered.
const WHOLE: f64 = 1000.0;
/// As many elements as a step is worth that looks once at each point.
const STEP: usize = 10;

/// What takes too long; nothing where every step is done soon. `sheets` are its style sheets.
pub(super) fn excess(document: &Document<'_>, sheets: &[String]) -> Option<String> {
    let of_elements = || document.descendants().filter(Node::is_element).find_map(excess_of);
    let blurs = |style: &str| {
        let style = style.to_ascii_lowercase();
        let lengths = style.split("blur(").skip(1).map(|rest| rest.split(')').next().unwrap_or(""));
        lengths.map(largest).any(|length| length > limit("stdDeviation").unwrap_or_default())
    };
    let in_styles = || {
        let values = document.descendants().flat_map(|node| node.attributes());
        values.map(|found| found.value()).chain(sheets.iter().map(String::as_str)).any(blurs)
    };
    of_elements().or_else(|| in_styles().then(|| too_much("blur()", "stdDeviation")))
}

fn excess_of(node: Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    // What changes a number by and by says which, and to what.
    if let Some(changed) = node.attribute("attributeName") {
        let most = limit(changed)?;
        let to = ["from", "to", "by", "values"].into_iter().filter_map(|key| node.attribute(key));
        return to.map(largest).any(|number| number > most).then(|| too_much(changed, changed));
    }
    if !name.starts_with("fe") {
        return None;
    }
    let is_relative = node
        .parent_element()
        .is_some_and(|filter| filter.attribute("primitiveUnits") == Some("objectBoundingBox"));
    node.attributes().find_map(|found| {
        let is_length = matches!(found.name(), "radius" | "stdDeviation");
        let scale = if is_relative && is_length { WHOLE } else { 1.0 };
        (largest(found.value()) * scale > limit(found.name())?)
            .then(|| too_much(found.name(), found.name()))
    })
}

fn limit(attribute: &str) -> Option<f64> {
    LIMITS.iter().find(|(name, _)| *name == attribute).map(|(_, most)| *most)
}

fn too_much(what: &str, attribute: &str) -> String {
    let most = limit(attribute).unwrap_or_default();
    format!("its filter has a `{what}` of more than {most}, which takes long to draw")
}

/// The largest of the numbers in a text. One that can't be read has no end.
fn largest(value: &str) -> f64 {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let number = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        digits.parse::<f64>().map_or(f64::INFINITY, f64::abs)
    };
    value.split(ends).filter(|text| !text.is_empty()).map(number).fold(0.0, f64::max)
}

/// How many elements a step of a filter is worth; nothing of any other element.
pub(super) fn step(node: Node<'_, '_>) -> usize {
    let times = |attribute: &str| {
        let number = node.attribute(attribute).map_or(1.0, largest);
        let most = limit(attribute).unwrap_or(1.0);
        (1..).take_while(|times| f64::from(*times) <= number.min(most)).count().max(1)
    };
    match node.tag_name().name() {
        "feTurbulence" => STEP * times("numOctaves"),
        "feMorphology" => STEP + times("radius"),
        "feConvolveMatrix" => STEP + times("order") * times("order"),
        "feDiffuseLighting" | "feSpecularLighting" => 2 * STEP,
        name if name.starts_with("fe") => STEP,
        _ => 0,
    }
}

/// How many elements the filters are worth that a property names by what they do (`blur(2px)`), or
/// a mask, for each element that has them.
pub(super) fn layers(property: &str, value: &str) -> usize {
    let functions = || {
        let all = value.matches('(').count();
        all - value.to_ascii_lowercase().matches("url(").count()
    };
    match &*property.trim().to_ascii_lowercase() {
        "filter" | "backdrop-filter" => STEP * functions(),
        "mask" if !value.trim().eq_ignore_ascii_case("none") => STEP,
        _ => 0,
    }
}
