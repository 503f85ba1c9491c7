#!/usr/bin/env python3
"""Did both generators do the work?    check.py HUGO_OUT OVERDUE_OUT

The two sites look different, so this asks whether what is on Hugo's pages is on Overdue's too:
- each incident page has every word of the body, and as many headings, list items, table cells, code and so on;
- each list (operator, jurisdiction, tag) links to the same incidents, on however many pages;
- the home page, an Atom feed and a sitemap are there.
Prints up to three examples of each kind of difference; exits 1 if there is one.
"""
import html
import re
import sys
from collections import Counter
from pathlib import Path

from corpus import JURISDICTIONS, slugify

COUNTED = {"h2", "h3", "li", "th", "td", "blockquote", "pre", "code", "strong", "em", "a"}
TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)[^>]*>")
INCIDENT_LINK = re.compile(r"""href=["']?[^"'> ]*\bincidents/([a-z-]+-\d{6})/""")


def between(text, start, end):
    return text[text.index(start):text.index(end)] if start in text else text


def words(page):
    page = re.sub(r"<sup.*?</sup>", "", page, flags=re.S).replace("↩︎", "")    # footnote marks
    return Counter(re.findall(r"\w+", html.unescape(TAG.sub(" ", page))))


def elements(page):
    return Counter(t for t in (m.lower() for m in TAG.findall(page)) if t in COUNTED)


def linked(folder):
    return {slug for page in folder.rglob("*.html") for slug in INCIDENT_LINK.findall(page.read_text())}


def compare_incidents(hugo, overdue, differ):
    for source in sorted(hugo.glob("incidents/*/index.html")):
        name = source.parent.relative_to(hugo)
        target = overdue / name / "index.html"
        if not target.exists():
            differ("page missing", name)
            continue
        body = between(source.read_text(), '<section class="body">', "</section>")
        main = target.read_text()
        main = main[main.find("<main"):]
        for what, count in (("words", words), ("elements", elements)):
            lost = count(body) - count(main)
            if lost:
                differ(f"{what} missing", f"{name}: {dict(lost.most_common(5))}")


def compare_lists(hugo, overdue, differ):
    codes = {slugify(name): code for name, code in JURISDICTIONS.items()}
    for kind, there, ident in (("operators", "organisations", str), ("tags", "tags", str),
                               ("jurisdictions", "countries", codes.get)):
        for folder in sorted(p for p in (hugo / kind).iterdir() if p.is_dir()):
            name = ident(folder.name)
            target = next((t for t in (overdue / there / name, overdue / there / name.lower()) if t.is_dir()), None)
            if target is None:
                differ("list missing", f"{there}/{name}")
                continue
            lost = linked(folder) - linked(target)
            if lost:
                differ("links missing", f"{there}/{name}: {len(lost)}, such as {min(lost)}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    hugo, overdue = map(Path, sys.argv[1:])
    kinds = Counter()

    def differ(kind, what):
        kinds[kind] += 1
        if kinds[kind] <= 3:
            print(f"{kind}: {what}")

    for name in ("index.html", "feed.xml", "sitemap.xml"):
        if not (overdue / name).exists():
            differ("file missing", name)
    compare_incidents(hugo, overdue, differ)
    compare_lists(hugo, overdue, differ)
    pages = sum(1 for _ in hugo.glob("incidents/*/index.html"))
    print(f"{pages} incidents compared: " + (", ".join(f"{n} × {k}" for k, n in kinds.items()) or "nothing is missing"))
    return 1 if kinds or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
