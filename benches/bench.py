#!/usr/bin/env python3
"""Time whole builds of the same site by different generators (standard library only).

    bench.py gen  N                       write the corpora, and build the reference output with Hugo
    bench.py cold N [--runs R] [--peers]  builds into a directory that does not exist yet
    bench.py warm N [--runs R] [--peers]  builds over an output that is there: same input, one page edited

Rounds go A B C, A B C, so that a slow minute hits every peer alike. The first round is a warm-up
and is not counted. Wall time is by the monotonic clock; processor seconds and peak memory are the
kernel's (wait4). A run that fails, or writes fewer incident pages than N, ends the benchmark.

Environment: BENCH_DIR, BENCH_OUT, HUGO_BIN, OVERDUE_BIN; see README.md.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gen
from corpus import AS_OF

HERE = Path(__file__).resolve().parent
SHM = Path("/dev/shm")
DIR = Path(os.environ.get("BENCH_DIR", Path(tempfile.gettempdir()) / "overdue-bench")).resolve()
OUT = Path(os.environ.get("BENCH_OUT", SHM / "overdue-bench" if os.access(SHM, os.W_OK) else DIR / "out")).resolve()
HUGO = os.environ.get("HUGO_BIN", "hugo")
OVERDUE = os.environ.get("OVERDUE_BIN", "overdue")
CPUS = len(os.sched_getaffinity(0))


def corpus(n):
    return DIR / f"c{n}"


def command(peer, n, out):
    """-> (argv, working directory)"""
    c = corpus(n)
    if peer == "hugo":
        return [HUGO, "--quiet", "-d", str(out)], c / "hugo"
    if peer in ("overdue", "overdue-equal"):
        return [OVERDUE, "build", "--root", str(c / peer), "--output", str(out), "--as-of", str(AS_OF)], c
    if peer == "floor":
        return [str(DIR / "fslimit"), "floor", str(c / "manifest"), str(out), str(CPUS), str(c / "hugo" / "content")], c
    sys.exit(f"no peer {peer}: one of overdue, overdue-equal, hugo, floor")


def timed(peer, n, out):
    argv, cwd = command(peer, n, out)
    start = time.monotonic()
    p = subprocess.Popen(argv, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    err = p.stderr.read()
    _, status, usage = os.wait4(p.pid, 0)
    wall = time.monotonic() - start
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit(f"{' '.join(argv)}\nexit {p.returncode}: {err.decode(errors='replace')[-2000:]}")
    pages = sum(1 for _ in (Path(out) / "incidents").glob("*/index.html"))
    if pages < n:
        sys.exit(f"{peer} wrote {pages} incident pages instead of {n} to {out}")
    return dict(wall=wall, user=usage.ru_utime, sys=usage.ru_stime, cpu=usage.ru_utime + usage.ru_stime,
                peak=usage.ru_maxrss / 1024)


def size_of(folder):
    files = [os.path.join(root, x) for root, _, names in os.walk(folder) for x in names]
    return len(files), sum(os.lstat(f).st_size for f in files)


def report(title, rows):
    """`rows`: {name: {runs, files, bytes}}. Ratios are run by run against the first row."""
    first = next(iter(rows.values()))["runs"]
    print(f"\n{title}; median of {len(first)} runs; ratios: how many times the first row's")
    print("| peer | wall s (min-max) | user s | sys s | cpu s | peak MiB | files | MB out | wall ratio | cpu ratio | memory ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, row in rows.items():
        m = {k: statistics.median(r[k] for r in row["runs"]) for k in row["runs"][0]}
        walls = [r["wall"] for r in row["runs"]]
        ratios = [statistics.median(a[k] / max(b[k], 1e-3) for a, b in zip(row["runs"], first))
                  for k in ("wall", "cpu", "peak")]
        print(f"| {name} | {m['wall']:.3f} ({min(walls):.3f}-{max(walls):.3f}) | {m['user']:.2f} | {m['sys']:.2f} "
              f"| {m['cpu']:.2f} | {m['peak']:.0f} | {row['files']} | {row['bytes'] / 1e6:.1f} | "
              + " | ".join(f"{x:.2f}" for x in ratios) + " |", flush=True)


def record(kind, n, rows):
    with open(DIR / "results.jsonl", "a") as f:
        f.write(json.dumps(dict(kind=kind, n=n, at=time.time(), cpus=CPUS, rows=rows)) + "\n")


def gen_corpora(a):
    c = corpus(a.n)
    c.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-O2", "-pthread", "-o", DIR / "fslimit", HERE / "fslimit.c"], check=True)
    for flavor in gen.FLAVORS:
        if not (c / flavor).exists():
            part = c / f"{flavor}.part"       # renamed when whole, so an interrupted run leaves no half corpus
            shutil.rmtree(part, ignore_errors=True)
            gen.generate(flavor, a.n, part)
            part.rename(c / flavor)
    if not (c / "manifest").exists():         # what the floor writes: the paths and sizes of Hugo's output
        shutil.rmtree(c / "out-hugo", ignore_errors=True)
        timed("hugo", a.n, c / "out-hugo")
        listed = subprocess.run([DIR / "fslimit", "list", c / "out-hugo"], stdout=subprocess.PIPE, check=True).stdout
        (c / "manifest").write_bytes(listed)


def cold(a):
    rows = {p: dict(runs=[]) for p in a.peers}
    base = OUT / f"cold-{os.getpid()}"
    base.mkdir(parents=True)
    print(f"output below {OUT}, load {os.getloadavg()[0]:.2f}", flush=True)
    try:
        for i in range(a.runs + 1):
            for p in a.peers:
                out = base / f"{p}-{i}"
                r = timed(p, a.n, out)
                rows[p]["files"], rows[p]["bytes"] = size_of(out)
                if not a.keep:
                    shutil.rmtree(out)
                os.sync()
                if i:
                    rows[p]["runs"].append(r)
    finally:
        shutil.rmtree(base, ignore_errors=True)
    report(f"cold, N={a.n}, {CPUS} cpus", rows)
    record("cold", a.n, rows)


def edit(page, k):
    text = re.split(r"\n\nEdited \d+\.\n", page.read_text())[0].rstrip("\n")
    page.write_text(f"{text}\n\nEdited {k}.\n")


def warm(a):
    rows = {}
    for p in a.peers:
        OUT.mkdir(parents=True, exist_ok=True)
        out = OUT / f"warm-{p}-{os.getpid()}"
        page = sorted((corpus(a.n) / p / "content" / "incidents").glob("[!_]*.md"))[a.n // 2]
        before = page.read_text()
        try:
            timed(p, a.n, out)
            for kind in ("same input", "one page edited"):
                runs = []
                for i in range(a.runs):
                    if kind != "same input":
                        edit(page, i)
                    runs.append(timed(p, a.n, out))
                files, size = size_of(out)
                rows[f"{p}, {kind}"] = dict(runs=runs, files=files, bytes=size)
        finally:
            page.write_text(before)
            shutil.rmtree(out, ignore_errors=True)
    report(f"warm, N={a.n}, {CPUS} cpus", rows)
    record("warm", a.n, rows)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["gen", "cold", "warm"])
    ap.add_argument("n", type=int)
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--peers", type=lambda s: s.split(","), help="default: overdue,overdue-equal,hugo and, for cold, floor")
    ap.add_argument("--keep", action="store_true", help="delete outputs only at the end (for ext4; see README.md)")
    a = ap.parse_args()
    a.peers = a.peers or ["overdue", "overdue-equal", "hugo", "floor"][:3 if a.what == "warm" else 4]
    if a.runs < 1:
        ap.error("--runs must be at least 1")
    {"gen": gen_corpora, "cold": cold, "warm": warm}[a.what](a)


if __name__ == "__main__":
    main()
