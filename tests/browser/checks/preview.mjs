// The site while it is written: what the server puts on a page shows what is wrong, follows what is changed, keeps its place, and
// breaks no policy of the page.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { watch } from "../site.mjs";

const ROOT = resolve(import.meta.dirname, "../../..");
const AS_OF = "2026-11-22";

export default async function ({ browser, folder, overdue, report }) {
  const copy = join(folder, "preview");
  mkdirSync(copy);
  for (const part of ["overdue.yaml", "content", "static", "themes"].filter((part) => existsSync(join(ROOT, part)))) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  const server = spawn(overdue, ["serve", "--root", copy, "--port", "0", "--as-of", AS_OF], { stdio: ["ignore", "pipe", "ignore"] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 600 } });
  try {
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const root = (await lines.next()).value.split(" ")[0];
    const incident = readdirSync(join(copy, "content/incidents")).filter((name) => /^[^.]+\.md$/.test(name)).sort()[0];
    const file = join(copy, "content/incidents", incident);
    const text = readFileSync(file, "utf8");
    const page = await context.newPage();
    watch(page, { root }, report);
    let loads = 0;
    page.on("load", () => { loads += 1; });
    const address = `${root}incidents/${incident.slice(0, -".md".length)}/`;
    await page.goto(address);
    const bar = page.locator("#overdue-serve .bar");
    await bar.waitFor();
    if (!(await bar.textContent()).includes("Preview as of 22 November 2026")) report(`the bar says: ${await bar.textContent()}`);

    // Words that change are shown, at the place to which was scrolled.
    await page.evaluate(() => scrollTo(0, 200));
    const at = await page.evaluate(() => scrollY);
    writeFileSync(file, `${text}\n\nA sentence that was added.\n`);
    await page.getByText("A sentence that was added.").waitFor();
    await bar.waitFor();
    await page.waitForFunction((at) => Math.abs(scrollY - at) < 2, at).catch(() => report("the page is not where it was scrolled to"));

    // A change elsewhere does not load this page again.
    const before = loads;
    const generation = await page.locator("#overdue-serve").getAttribute("data-generation");
    const other = join(copy, "content/pages/preview-of-nothing.md");
    writeFileSync(other, "---\ntitle: A page of its own\ndraft: true\n---\nWords.\n");
    await page.waitForFunction((known) => document.querySelector("#overdue-serve").dataset.generation !== known, generation);
    await bar.waitFor();
    const reloaded = loads - before;
    if (reloaded > 1) report(`a change elsewhere loaded the page ${reloaded} times`);

    // A mistake stands over the page as the terminal tells it, and goes when it is put right.
    writeFileSync(file, text.replace(/^occurred: .*$/m, "occurred: <b>never</b>"));
    const errors = page.locator("#overdue-serve .errors pre");
    await errors.waitFor();
    const told = await errors.textContent();
    if (!told.includes("error[") || !told.includes(`content/incidents/${incident}`) || !told.includes("<b>never</b>")) report(`the overlay says: ${told}`);
    writeFileSync(file, text);
    await errors.waitFor({ state: "detached" });

    // It follows what is changed, if that is wanted.
    await page.goto(root);
    await bar.locator("input[type=checkbox]").check();
    writeFileSync(file, `${text}\n\nAnother sentence.\n`);
    await page.waitForURL(address);
    if (!(await page.getByText("Another sentence.").count())) report("the page that was changed does not show it");
    return `${loads} loads`;
  } finally {
    await context.close();
    server.kill();
  }
}
