"""The incidents of the benchmark: invented, seeded, the same for every generator.

`incidents(n, seed)` yields dicts with: title, slug, date, operator, jurisdiction, sector, tags,
status ("open" or "closed"), report_date (None while open), summary, sources and body (Markdown).
The same (n, seed) gives the same incidents, word for word, on every machine.
"""
import datetime as dt
import random

AS_OF = dt.date(2026, 11, 1)          # the fixed "today" every generator counts to
FIRST = dt.date(2005, 1, 1)

# name -> ISO 3166-1 alpha-2
JURISDICTIONS = {
    "Germany": "DE", "France": "FR", "Belgium": "BE", "Netherlands": "NL", "Luxembourg": "LU", "Denmark": "DK",
    "Sweden": "SE", "Norway": "NO", "Finland": "FI", "Estonia": "EE", "Latvia": "LV", "Lithuania": "LT",
    "Poland": "PL", "Czechia": "CZ", "Slovakia": "SK", "Austria": "AT", "Switzerland": "CH", "Italy": "IT",
    "Spain": "ES", "Portugal": "PT", "Ireland": "IE", "Iceland": "IS", "Canada": "CA", "Mexico": "MX",
    "Brazil": "BR", "Chile": "CL", "Japan": "JP", "Singapore": "SG", "Australia": "AU", "Kenya": "KE",
}
TAGS = """fire lithium-ion ups cooling flood power-cut generator battery smoke halon evacuation
fibre-cut dns bgp certificate ransomware backup restore storage hypervisor network switch firmware
overheating leak diesel maintenance contractor human-error earthquake storm lightning emergency-calls
payments hospital railway telecom cloud colocation regulator-silent""".split()
SECTORS = ["data-centre", "telecom", "energy", "finance", "health", "transport", "public-administration", "water"]
KINDS = ["Fire", "Outage", "Flooding", "Cooling failure", "Power loss", "Battery explosion", "Data loss",
         "Smoke release", "Network collapse", "Emergency-call failure"]
PLACES = """Alderham Brackwell Cresthaven Dunmore Eastvale Farrow Glenport Harrowgate Inverlode Jarrow
Kingsmere Lowestoft Marlow Northam Oxmoor Penrith Quarrydale Redcliff Stonebridge Thornbury Upwell
Vexholm Westmarch Yarborough Zellwick Ambermouth Birchfield Coldstream Deepwater Elmstead""".split()
FIRSTS = """North South East West Blue Red Green Silver Golden Iron Stone Cedar Maple Birch Harbor
River Ocean Summit Valley Prairie Polar Solar Lunar Stellar Quantum Vector Matrix Delta Omega Sigma
Atlas Titan Orion Vega Lyra Nova Apex Zenith Nimbus Cirrus Stratus Cobalt Copper Amber Onyx Jade
Falcon Raven Heron Otter Badger Lynx Bison Condor Kestrel Marlin""".split()
SECONDS = """gate ridge field port bridge haven point crest brook dale wick mere stone ford hall
reach view bank light path""".split()
OPKINDS = ["Cloud", "Hosting", "Telecom", "Networks", "Datacentres", "Energy", "Systems", "Grid", "Digital", "Services"]

NOUNS = """authority operator inspector report room battery cabinet rack generator panel alarm valve
customer tenant server backup contract audit procedure notice deadline commission ministry agency
committee hearing minister brigade crew supplier manufacturer technician log record timeline annex
finding recommendation risk assessment permit licence standard inverter cable trench building roof
floor duct detector sprinkler pump chiller compressor tower pipe switchgear transformer feeder""".split()
VERBS = """published withheld delayed reviewed inspected ignored recorded replaced isolated closed
reopened requested denied confirmed questioned repeated postponed revised described omitted restored
lost shut evacuated extinguished measured tested certified audited""".split()
ADJS = """final preliminary internal independent missing late public confidential partial redacted
technical legal second third annual faulty obsolete unmaintained critical secondary remote local
affected responsible regional national european thermal electrical structural""".split()
ADVS = """again later formally quietly twice never partially publicly internally eventually
immediately reluctantly""".split()
PREPS = ["after", "before", "during", "without", "under", "near", "despite", "following"]


def sentence(r):
    w = ["The", r.choice(ADJS), r.choice(NOUNS), r.choice(ADVS), r.choice(VERBS), "the", r.choice(ADJS),
         r.choice(NOUNS), r.choice(PREPS), "the", r.choice(NOUNS)]
    if r.random() < .55:
        w += ["and", "the", r.choice(NOUNS), r.choice(VERBS), "a", r.choice(ADJS), r.choice(NOUNS)]
    if r.random() < .3:
        w[-1] += ","
        w += ["which", "the", r.choice(NOUNS), r.choice(VERBS), r.choice(PREPS), str(r.randint(2, 90)), "days"]
    i = r.randrange(2, len(w) - 1)
    x = r.random()
    if not w[i].endswith(","):
        if x < .08:
            w[i] = f"**{w[i]}**"
        elif x < .16:
            w[i] = f"*{w[i]}*"
        elif x < .20:
            w[i] = f"`{w[i]}`"
    return " ".join(w) + "."


def slugify(text):
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def incidents(n, seed=1):
    r = random.Random(seed)
    names = [f"{a}{b} {k}" for a in FIRSTS for b in SECONDS for k in OPKINDS]
    r.shuffle(names)
    operators = names[:max(1, n // 10)]
    pool = [sentence(r) for _ in range(5000)]
    headers = [header(i, operators[i % len(operators)], r) for i in range(n)]
    for p in headers:
        own = random.Random(f"{seed}/{p['i']}")
        add_summary_and_sources(p, own)
        add_body(p, headers[own.randrange(n)], pool, own)
        yield p


def header(i, operator, r):
    span = (AS_OF - FIRST).days - 40
    date = FIRST + dt.timedelta(days=r.randrange(span))
    kind, place = r.choice(KINDS), r.choice(PLACES)
    report = None
    if r.random() < .35:
        report = date + dt.timedelta(days=r.randint(14, 1500))
        if report > AS_OF:
            report = None
    return dict(i=i, date=date, operator=operator, kind=kind, place=place,
                title=f"{kind} at {operator}, {place} site {i % 97 + 1}",
                jurisdiction=r.choice(list(JURISDICTIONS)), sector=r.choice(SECTORS),
                tags=sorted(r.sample(TAGS, r.randint(2, 4))),
                status="closed" if report else "open", report_date=report,
                slug=f"{slugify(kind)}-{slugify(operator)}-{i:06d}")


def add_summary_and_sources(p, r):
    outcome = "report published" if p["status"] == "closed" else "no report published"
    p["summary"] = (f"{p['kind']} on {p['date']} in {p['jurisdiction']}: "
                    f"{r.randint(3, 9000)} customers affected, {outcome}.")
    p["sources"] = []
    for j, (what, host) in enumerate([("Operator statement", "operator"), ("Press report", "news"),
                                      ("Regulator page", "regulator")]):
        p["sources"].append(dict(title=f"{what} on the {p['place']} {p['kind'].lower()}",
                                 url=f"https://{host}.example/{p['date'].year}/{p['i']}/{j}",
                                 date=p["date"] + dt.timedelta(days=r.randint(0, 30))))


def add_body(p, other, pool, r):
    """About 600 words with every common construct: headings, lists, table, quote, footnote, fence, links."""
    def prose(least, most=None):
        return " ".join(r.choices(pool, k=r.randint(least, most) if most else least))

    def table_row():
        return (f"| {r.choice(ADJS)} {r.choice(NOUNS)} | {r.randint(1, 9999)} "
                f"| {r.randint(1, 240)} | {r.choice(['yes', 'no'])} |")

    def log_line():
        return (f"{p['date']} {r.randint(0, 23):02d}:{r.randint(0, 59):02d}:{r.randint(0, 59):02d} "
                f"zone={r.randint(1, 40)} temp={r.randint(20, 400)} <{r.choice(NOUNS)}> & {r.choice(VERBS)}")

    p["body"] = "\n\n".join([
        prose(2) + f" See [the operator's statement]({p['sources'][0]['url']}) and the note below.[^n]",
        "## What happened",
        prose(2, 4),
        prose(1, 3) + f" A comparable event was [{other['title']}](/incidents/{other['slug']}/).",
        "### Timeline",
        "\n".join(f"- **{r.randint(0, 23):02d}:{r.randint(0, 59):02d}** {prose(1)}" for _ in range(r.randint(3, 5))),
        "## Impact",
        prose(1, 3),
        "\n".join(["| System | Affected | Hours down | Restored |", "|---|---:|---:|:---:|"]
                  + [table_row() for _ in range(r.randint(4, 7))]),
        "> " + prose(2) + "\n>\n> " + prose(1),
        "## Regulatory response",
        prose(2, 4),
        "\n".join(f"{j + 1}. {prose(1)}" for j in range(r.randint(3, 4))),
        "### Alarm log",
        "```text\n" + "\n".join(log_line() for _ in range(r.randint(5, 9))) + "\n```",
        prose(1, 3) + f" The file is kept by the [regulator]({p['sources'][2]['url']}).",
        "[^n]: " + prose(1),
    ]) + "\n"
