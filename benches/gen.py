#!/usr/bin/env python3
"""Write the benchmark's corpus for one generator.

    gen.py FLAVOR N DIR        FLAVOR: hugo, overdue or overdue-equal; DIR must be new

The configuration and the templates come from flavors/FLAVOR, the incidents from corpus.py.
Only the spelling of the front matter and the place of the files differ between flavors.
"""
import json
import shutil
import sys
from pathlib import Path

from corpus import JURISDICTIONS, incidents, slugify

HERE = Path(__file__).resolve().parent
quoted = json.dumps  # a JSON string is a valid YAML double-quoted scalar (the corpus is ASCII)


def quoted_list(items):
    return "[" + ", ".join(map(quoted, items)) + "]"


def record(front_matter, body=""):
    """`front_matter` is a list of (key, value already in YAML); a value on lines of its own begins with a newline."""
    lines = [f"{k}:{v}" if str(v).startswith("\n") else f"{k}: {v}" for k, v in front_matter]
    return "\n".join(["---", *lines, "---", "", body])


def sources(p, date_key):
    return "".join(f"\n  - title: {quoted(s['title'])}\n    url: {quoted(s['url'])}\n    {date_key}: {s['date']}"
                   for s in p["sources"])


def hugo(p):
    """-> {path: text} for one incident"""
    front = [("title", quoted(p["title"])), ("date", p["date"]),
             ("operators", quoted_list([p["operator"]])), ("jurisdictions", quoted_list([p["jurisdiction"]])),
             ("sector", p["sector"]), ("tags", quoted_list(p["tags"])), ("status", p["status"])]
    if p["report_date"]:
        front.append(("report_date", p["report_date"]))
    front += [("summary", quoted(p["summary"])), ("sources", sources(p, "date"))]
    return {f"incidents/{p['slug']}.md": record(front, p["body"])}


def overdue(p):
    """As `hugo`; the states are derived from a response instead of typed."""
    operator = slugify(p["operator"])
    files = {
        f"organisations/{operator}.md": record([("title", quoted(p["operator"])), ("role", "operator")]),
        f"incidents/{p['slug']}.md": record([
            ("title", quoted(p["title"])), ("occurred", p["date"]),
            ("country", quoted(JURISDICTIONS[p["jurisdiction"]])), ("sector", p["sector"]),
            ("operators", f"[{operator}]"), ("tags", quoted_list(p["tags"])),
            ("summary", quoted(p["summary"])), ("sources", sources(p, "published"))], p["body"]),
    }
    if p["report_date"]:
        files[f"responses/{p['slug']}-report.md"] = record([
            ("title", quoted(f"Final report on {p['title']}")), ("kind", "final-report"),
            ("date", p["report_date"]), ("incidents", f"[{p['slug']}]")])
    return files


FLAVORS = {"hugo": hugo, "overdue": overdue, "overdue-equal": overdue}


def generate(flavor, n, out):
    content = out / "content"
    shutil.copytree(HERE / "flavors" / flavor, out)
    count = size = 0
    written = set()
    for p in incidents(n):
        for path, text in FLAVORS[flavor](p).items():
            if path not in written:          # an operator comes once for each of its incidents
                written.add(path)
                (content / path).parent.mkdir(parents=True, exist_ok=True)
                (content / path).write_text(text)
                count, size = count + 1, size + len(text)
    print(f"{flavor}: {n} incidents, {count} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in FLAVORS:
        sys.exit(__doc__)
    if Path(sys.argv[3]).exists():
        sys.exit(f"{sys.argv[3]} exists")
    generate(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
