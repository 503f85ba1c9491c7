// The editors' forms in the editors themselves: a record of every kind made anew from the form alone, and one of every kind opened,
// changed in one field and saved, in two time zones. What comes out has to build, and differs from what went in by that field alone.
//
// node run.mjs OVERDUE PACKAGES [PICTURES]: the program, the folder into which package.json was installed, a folder for screenshots.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { chromium as executable } from "../browser/chromium.mjs";
import { NEW, RECORDS } from "./records.mjs";
import * as decap from "./decap.mjs";
import * as sveltia from "./sveltia.mjs";

const [program, installed, pictures] = process.argv.slice(2);
if (!program || !installed) throw new Error("node run.mjs OVERDUE PACKAGES [PICTURES]");
const overdue = resolve(program);
const packages = resolve(installed);
const tool = createRequire(join(packages, "package.json"));
const { chromium } = tool("playwright-core");
const { parse } = tool("yaml");

const folder = mkdtempSync(join(tmpdir(), "overdue-editors-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const ZONES = ["America/Los_Angeles", "Pacific/Kiritimati"];
const ADDED = " X";
const PATIENCE = 45_000;
let failures = 0;

/** A new site with one record of every kind, without the example. */
function site(name) {
  const root = join(folder, name);
  execFileSync(overdue, ["init", root, "--title", "A watch", "--url", "https://watch.example/"], { stdio: "ignore" });
  rmSync(join(root, "content/incidents/example.md"));
  write(root, RECORDS);
  return root;
}

function write(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The keys of a file and its prose. */
function read(path, text) {
  if (path.endsWith(".yaml")) return { keys: parse(text), prose: "" };
  const [, keys, prose] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [null, "", text];
  return { keys: parse(keys), prose: prose.trim() };
}

/** What counts of a value: one alone is a list of one, a number is its text, and what is no draft need not say so. */
function plain(value, key) {
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] !== "object" ? plain(value[0]) : value.map((item) => plain(item));
  if (value === null || typeof value !== "object") return String(value);
  return Object.fromEntries(Object.entries(value).filter(([name, held]) => !(name === "draft" && held === false)).map(([name, held]) => [name, plain(held)]));
}

async function serve(root, name, editor) {
  const configuration = execFileSync(overdue, ["schema", "--for", name, "--root", root], { encoding: "utf8" });
  const config = configuration.replace(/^backend:\n(  .*\n)+/m, "backend:\n  name: test-repo\n");
  const page = '<!doctype html><meta charset="utf-8"><title>-</title><link rel="cms-config-url" type="text/yaml" href="config.yml"><body><script src="cms.js"></script>';
  const answers = {
    "/": ["text/html", page],
    "/none": ["text/html", "<!doctype html>"],
    "/config.yml": ["text/yaml", config],
    "/cms.js": ["text/javascript", readFileSync(join(packages, "node_modules", editor.PROGRAM))],
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url, "http://host").pathname];
    if (!answer) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": answer[0] }).end(answer[1]);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function rounds(browser, name, editor, zone) {
  const told = [];
  const report = (sentence) => {
    told.push(sentence);
    console.log(`       ${sentence}`);
  };
  const root = site(`${name}-${zone.replace("/", "-")}`);
  const server = await serve(root, name, editor);
  let made = 0;
  /** The files, once one of them is another. */
  const saved = async (page) => {
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      // One of them may just be written.
      const files = await editor.files(page).catch(() => ({}));
      if (Object.keys(files).some((path) => files[path] && files[path] !== RECORDS[path])) return files;
      await page.waitForTimeout(200);
    }
    throw new Error("nothing was saved");
  };
  /** The files after something was done in a browser of its own. */
  const inside = async (title, act) => {
    const context = await browser.newContext({ timezoneId: zone, viewport: { width: 1200, height: 1600 } });
    context.setDefaultTimeout(PATIENCE);
    await context.route((url) => url.origin !== server.origin, (route) => route.abort());
    const page = await context.newPage();
    page.on("pageerror", (error) => report(`${title}: ${error.message.slice(0, 200)}`));
    try {
      await editor.seed(page, server.origin, RECORDS);
      await page.goto(server.origin);
      await editor.enter(page);
      await act(page);
      const files = await saved(page);
      made += 1;
      return files;
    } catch (error) {
      report(`${title}: ${error.message.split("\n")[0]}`);
      if (pictures) await page.screenshot({ path: join(pictures, `${title.replaceAll(/\W+/g, "-")}.png`), fullPage: true }).catch(() => {});
      return null;
    } finally {
      await context.close();
    }
  };
  const picture = async (page, title) => pictures && page.screenshot({ path: join(pictures, `${name}-${title}.png`) });

  const all = {};
  for (const [kind, { texts = {}, days = {}, choices = {}, names = {}, awaits, holds: whole }] of Object.entries(NEW)) {
    const title = `${name}, ${zone}: a new one of ${kind}`;
    const { awaiting, ...rest } = whole;
    const holds = awaiting && editor.CLOCKS ? whole : rest;
    const files = await inside(title, async (page) => {
      await page.goto(`${server.origin}/#/collections/${kind}/new`);
      for (const [key, value] of Object.entries(texts)) await editor.text(page, key, value);
      for (const [key, value] of Object.entries(days)) await editor.day(page, key, value);
      for (const [key, shown] of Object.entries(choices)) await editor.choose(page, key, shown);
      for (const [key, shown] of Object.entries(names)) await editor.name(page, key, shown);
      if (awaits && editor.CLOCKS) {
        await editor.add(page, "Documents awaited");
        await editor.choose(page, "report", awaits);
      }
      await picture(page, `new-${kind}`);
      await editor.save(page);
    });
    if (!files) continue;
    const fresh = Object.keys(files).filter((path) => !(path in RECORDS));
    if (fresh.length !== 1) {
      report(`${title}: it made ${fresh.length} files`);
      continue;
    }
    const { keys, prose } = read(fresh[0], files[fresh[0]]);
    if (!isDeepStrictEqual(plain(keys), plain(holds)) || prose) report(`${title} holds ${JSON.stringify(keys)} ${prose}`);
    all[fresh[0]] = files[fresh[0]];
  }
  for (const [path, text] of Object.entries(RECORDS)) {
    const [, kind, file] = path.split("/");
    const title = `${name}, ${zone}: ${path}`;
    const files = await inside(title, async (page) => {
      await page.goto(`${server.origin}/#/collections/${kind}/entries/${file.replace(/\.\w+$/, "")}`);
      await editor.text(page, "title", parse(text.replace(/^---\n([\s\S]*?)---[\s\S]*/, "$1")).title + ADDED);
      await picture(page, `open-${kind}`);
      await editor.save(page);
    });
    if (!files) continue;
    for (const [other, before] of Object.entries(RECORDS)) {
      const was = read(other, before);
      if (other === path) was.keys.title += ADDED;
      const is = read(other, files[other] ?? "---\n---\n");
      if (!isDeepStrictEqual(plain(is.keys ?? {}), plain(was.keys)) || is.prose !== was.prose) {
        report(`${title}: ${other} holds ${JSON.stringify(is.keys)} ${JSON.stringify(is.prose)}`);
      }
    }
    all[path] = files[path];
  }
  write(root, all);
  try {
    execFileSync(overdue, ["build", "--root", root, "--as-of", "2026-11-22"], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    report(`${name}, ${zone}: what came out does not build: ${String(error.stderr).slice(0, 600)}`);
  }
  server.close();
  console.log(`${told.length ? "FAILED" : "ok    "} ${name}, ${zone}: ${made} records made or changed`);
  failures += told.length ? 1 : 0;
}

if (pictures) mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: executable(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const [name, editor] of Object.entries({ decap, sveltia })) {
  for (const zone of ZONES) await rounds(browser, name, editor, zone);
}
await browser.close();
process.exit(failures ? 1 : 0);
