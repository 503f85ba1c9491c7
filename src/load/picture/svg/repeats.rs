//! How often an SVG draws its own parts again.
//!
//! Ten elements that each show the one before ten times are a few hundred bytes, and ten thousand
//! million elements for a browser. `use` is not alone in that: a pattern is drawn for each shape
//! that it fills, a marker at each corner of a line, a mask for each element that it covers, and
//! each of them can refer to others. So the drawing is walked through as a browser would, and the
//! walk ends when it has gone too far. A part that shows itself goes too far as well.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::filters::{layers, step};

/// The most elements that are drawn again.
const MAX_REPEATS: usize = 10_000;

const GRADIENTS: [&str; 2] = ["linearGradient", "radialGradient"];
/// Elements whose `href` is not drawn in their place.
const ONLY_NAME: [&str; 10] = [
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "discard",
    "linearGradient",
    "mpath",
    "radialGradient",
    "set",
    "textPath",
];

/// What is wrong with how a picture refers to its own parts; nothing where it draws few of them
/// again. `sheets` are its style sheets.
pub(super) fn excess(document: &Document<'_>, sheets: &[String]) -> Option<String> {
    let drawing = Drawing::of(document);
    if let Some(id) =
        sheets.iter().flat_map(|sheet| references(sheet)).find(|id| drawing.drawn(id).is_some())
    {
        return Some(format!(
            "its style sheet refers to its part `{id}`, which could be drawn any number of times"
        ));
    }
    let declared =
        document.descendants().flat_map(|node| node.attributes()).any(|attribute| match attribute
            .name()
        {
            "style" => takes_over(attribute.value()),
            name => is_taken_over(name, attribute.value()),
        });
    if declared || sheets.iter().any(|sheet| takes_over(sheet)) {
        return Some(
            "it gives every element the mask, clip or filter of the one around it".to_owned(),
        );
    }
    let styles = sheets.iter().flat_map(|sheet| declarations(sheet));
    let layers: usize = styles.map(|(property, value)| layers(property, value)).sum();
    // A style sheet may mean every element.
    drawing.repeats_too_often(layers.saturating_mul(document.descendants().count())).then(|| {
        format!("it draws its own parts more than {MAX_REPEATS} times again, or in a circle")
    })
}

/// What styles say: properties with their values.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style
        .split([';', '{', '}'])
        .filter_map(|said| said.split_once(':'))
        .map(|(property, value)| (property.trim(), value))
}

/// An element, and what is drawn with it, as places in the list of all.
#[derive(Default)]
struct Element {
    children: Vec<usize>,
    /// Drawn in its place: what a `use` shows.
    shown: Vec<usize>,
    /// Drawn once for it: masks, clips, filters.
    once: Vec<usize>,
    /// Drawn for it and for each element inside it: what fills and strokes, and what stands at the
    /// ends of lines.
    painted: Vec<usize>,
    /// Drawn at each corner of it and of each element inside it.
    marked: Vec<usize>,
    /// As many elements as it is worth when it is a step of a filter that is drawn.
    step: usize,
    /// As many elements as the masks and filters are worth that it has, whatever they show.
    layers: usize,
    /// No fewer than it has corners.
    corners: usize,
    /// What it inherits where it stands.
    outer: Option<usize>,
    /// What its children inherit from it there.
    inner: Option<usize>,
}

/// What is inherited: an element with `painted` or `marked`, and what that one inherits in turn.
struct Scope {
    of: usize,
    outer: Option<usize>,
}

struct Drawing<'d> {
    elements: Vec<Element>,
    scopes: Vec<Scope>,
    /// Elements by name, with whether they are gradients.
    names: BTreeMap<&'d str, (usize, bool)>,
}

impl<'d> Drawing<'d> {
    fn of(document: &'d Document<'_>) -> Self {
        let nodes: Vec<Node<'d, '_>> = document.descendants().filter(Node::is_element).collect();
        let mut names = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate() {
            for id in node.attributes().filter(|attribute| attribute.name() == "id") {
                names
                    .entry(id.value())
                    .or_insert((at, GRADIENTS.contains(&node.tag_name().name())));
            }
        }
        let mut drawing =
            Self { elements: Vec::with_capacity(nodes.len()), scopes: Vec::new(), names };
        let mut places = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate() {
            places.insert(node.id().get_usize(), at);
            let mut element = drawing.element(*node);
            if let Some(parent) =
                node.parent_element().and_then(|parent| places.get(&parent.id().get_usize()))
            {
                drawing.elements[*parent].children.push(at);
                element.outer = drawing.elements[*parent].inner;
            }
            element.inner = inside(&mut drawing.scopes, at, &element, element.outer);
            drawing.elements.push(element);
        }
        drawing
    }

    fn element(&self, node: Node<'d, '_>) -> Element {
        let mut element = Element { step: step(node), ..Element::default() };
        for attribute in node.attributes() {
            let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
            match &*name {
                "href" if !ONLY_NAME.contains(&node.tag_name().name()) => {
                    element.shown.extend(
                        value
                            .trim()
                            .strip_prefix('#')
                            .and_then(|id| self.names.get(id))
                            .map(|(shown, _)| shown),
                    );
                }
                // Between two numbers stands something that is no digit.
                "d" | "points" => {
                    element.corners =
                        value.bytes().filter(|byte| !byte.is_ascii_digit()).count() + 1;
                }
                "style" => declarations(value).for_each(|(property, value)| {
                    self.refer(&mut element, property, value);
                }),
                property => self.refer(&mut element, property, value),
            }
        }
        element
    }

    /// Notes what the value of a property refers to.
    fn refer(&self, element: &mut Element, property: &str, value: &str) {
        element.layers += layers(property, value);
        let list = match &*property.to_ascii_lowercase() {
            "clip-path" | "mask" | "filter" => &mut element.once,
            "marker" | "marker-mid" => &mut element.marked,
            _ => &mut element.painted,
        };
        list.extend(references(value).filter_map(|id| self.drawn(id)));
    }

    /// What is drawn where `url(#id)` fills, covers or marks something. A gradient only gives
    /// colours.
    fn drawn(&self, id: &str) -> Option<usize> {
        self.names.get(id).filter(|(_, is_gradient)| !is_gradient).map(|(at, _)| *at)
    }

    /// Whether too much is drawn again, of which so much is known already.
    fn repeats_too_often(mut self, known: usize) -> bool {
        // Elements to be drawn, each with what it inherits, and whether it is drawn again.
        let mut waiting = vec![(0, None, false)];
        let mut repeats = known;
        while let (Some((at, inherited, again)), true) = (waiting.pop(), repeats <= MAX_REPEATS) {
            let Some(element) = self.elements.get(at) else { continue };
            let own = inherited == element.outer;
            let scope =
                if own { element.inner } else { inside(&mut self.scopes, at, element, inherited) };
            waiting.extend(element.children.iter().map(|child| (*child, scope, again)));
            repeats += element.layers;
            repeats += if again { element.children.len() + element.step } else { 0 };
            let first = waiting.len();
            waiting.extend(element.shown.iter().map(|shown| (*shown, scope, true)));
            // What is not shown in the place of an element inherits where it stands itself.
            let mut stand_in = |drawn: &[usize]| {
                waiting
                    .extend(drawn.iter().map(|drawn| (*drawn, self.elements[*drawn].outer, true)));
            };
            stand_in(&element.once);
            let mut outer = scope;
            while let Some(Scope { of, outer: next }) =
                outer.and_then(|scope| self.scopes.get(scope))
            {
                stand_in(&self.elements[*of].painted);
                if !self.elements[*of].marked.is_empty() {
                    (0..element.corners.min(MAX_REPEATS + 1))
                        .for_each(|_| stand_in(&self.elements[*of].marked));
                }
                outer = *next;
            }
            repeats += waiting.len() - first;
        }
        repeats > MAX_REPEATS
    }
}

/// What is inherited inside an element that inherits `outer`.
fn inside(
    scopes: &mut Vec<Scope>,
    of: usize,
    element: &Element,
    outer: Option<usize>,
) -> Option<usize> {
    if element.painted.is_empty() && element.marked.is_empty() {
        return outer;
    }
    scopes.push(Scope { of, outer });
    Some(scopes.len() - 1)
}

/// Whether styles let elements inherit what is otherwise drawn once for all of them.
fn takes_over(style: &str) -> bool {
    declarations(style).any(|(property, value)| is_taken_over(property, value))
}

fn is_taken_over(property: &str, value: &str) -> bool {
    matches!(&*property.to_ascii_lowercase(), "clip-path" | "mask" | "filter" | "all")
        && value.to_ascii_lowercase().contains("inherit")
}

/// The names in `url(#…)`, in whatever quotes and capitals.
fn references(value: &str) -> impl Iterator<Item = &str> {
    let (mut parts, mut before) = (value.split('('), "");
    std::iter::from_fn(move || {
        let part = parts.next()?;
        let is_address = before
            .get(before.len().saturating_sub(3)..)
            .is_some_and(|word: &str| word.eq_ignore_ascii_case("url"));
        before = part;
        Some(part.split(')').next().filter(|_| is_address))
    })
    .filter_map(|address| {
        address?
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
            .strip_prefix('#')
    })
}
