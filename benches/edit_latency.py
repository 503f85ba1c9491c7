#!/usr/bin/env python3
"""How long from the end of a save until the development server serves it?

    edit_latency.py hugo|hugo-full|overdue|overdue-equal N [EDITS]

Starts the server on the corpus of `bench.py gen N`, then edits one incident, asks for its page every
2 ms until it shows the edit, and then for its operator's list until that shows it too. Once the edits
are of words (one in the body, one in the title), and once of a fact (another day on which it happened),
which changes counts. The first edit of each is not counted. The edited file is put back.
Environment: BENCH_DIR, HUGO_BIN, OVERDUE_BIN (see README.md). Linux only.
"""
import datetime as dt
import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time

from bench import DIR, HUGO, OVERDUE, corpus
from corpus import AS_OF, slugify

LIMIT = 40        # seconds after which a change counts as never served


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def command(peer, n, port):
    """-> (argv, site folder, the operators' folder in URLs)"""
    if peer in ("overdue", "overdue-equal"):
        src = corpus(n) / peer
        return [OVERDUE, "serve", "--root", str(src), "--port", str(port), "--as-of", str(AS_OF)], src, "organisations"
    full = ["--disableFastRender"] if peer == "hugo-full" else []
    return [HUGO, "server", "--bind", "127.0.0.1", "-p", str(port), "--quiet", *full], corpus(n) / "hugo", "operators"


class Client:
    def __init__(self, port):
        self.port, self.connection = port, None

    def get(self, path):
        """-> (status, body); status 0 when the server does not answer"""
        for _ in range(2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.request("GET", path)
                response = self.connection.getresponse()
                return response.status, response.read()
            except (OSError, http.client.HTTPException):
                self.connection = None
        return 0, b""

    def seconds_until(self, path, word, start):
        while word not in self.get(path)[1]:
            if time.monotonic() - start > LIMIT:
                return float("inf")
            time.sleep(.002)
        return time.monotonic() - start


def words(before, k):
    """-> (the text with other words, what the page says then, what the list says)"""
    mark = f"zq{k}x"
    text = before.replace('title: "', f'title: "{mark}title ', 1)
    text = text.replace("## What happened", f"Mark {mark}body.\n\n## What happened", 1)
    return text, f"{mark}body", f"{mark}title"


def fact(before, k):
    """-> (the text with another day of the incident, what the page says then, what the list says)"""
    day = (dt.date(2004, 1, 1) + dt.timedelta(days=k)).isoformat()
    return re.sub(r"^(occurred|date): .*", rf"\1: {day}", before, count=1, flags=re.M), day, day


def measure(server, client, file, page, operator_list, edits):
    start = time.monotonic()
    while client.get(page)[0] != 200:
        if server.poll() is not None or time.monotonic() - start > 3 * LIMIT:
            sys.exit(f"the server did not come up: see {DIR}/serve.log")
        time.sleep(.01)
    up = time.monotonic() - start
    time.sleep(3)                         # its own late work, such as setting watches
    before = file.read_text()
    waits = {}
    for kind in (words, fact):
        pages, lists = [], []
        for k in range(edits + 1):
            client.get(page), client.get(operator_list)
            text, on_page, on_list = kind(before, k)
            file.write_text(text)
            saved = time.monotonic()
            pages.append(client.seconds_until(page, on_page.encode(), saved))
            lists.append(client.seconds_until(operator_list, on_list.encode(), saved))
            time.sleep(1.5)
        waits[kind.__name__] = pages[1:], lists[1:]
    peak = int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{server.pid}/status").read()).group(1)) / 1024
    return up, waits, peak


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in ("hugo", "hugo-full", "overdue", "overdue-equal"):
        sys.exit(__doc__)
    peer, n, edits = sys.argv[1], int(sys.argv[2]), int((sys.argv[3:] or ["8"])[0])
    port = free_port()
    argv, src, operators = command(peer, n, port)
    file = sorted((src / "content" / "incidents").glob("[!_]*.md"))[n // 2]
    before = file.read_text()
    operator = slugify(re.search(r'^operators: \["?([^"\]]+)', before, re.M).group(1))
    log = open(DIR / "serve.log", "w")
    server = subprocess.Popen(argv, cwd=src, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        up, waits, peak = measure(server, Client(port), file, f"/incidents/{file.stem}/",
                                  f"/{operators}/{operator}/", edits)
    finally:
        file.write_text(before)
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
    spread = lambda x: f"{statistics.median(x):.3f} ({min(x):.3f}-{max(x):.3f})"
    print("| server | N | up s | edit of | page s, median (min-max) | list s | peak MiB |\n|---|---|---|---|---|---|---|")
    for kind, (pages, lists) in waits.items():
        print(f"| {peer} | {n} | {up:.2f} | {kind} | {spread(pages)} | {spread(lists)} | {peak:.0f} |")


if __name__ == "__main__":
    main()
