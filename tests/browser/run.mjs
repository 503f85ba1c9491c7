// The demonstration site as readers meet it: in a real browser, over HTTP, under a strict policy, at two base paths.
//
// node run.mjs OVERDUE PACKAGES: the program that builds the site, and the folder into which package.json was installed.
// Each file in checks/ looks at one thing and reports sentences; none means that all is well.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium as executable } from "./chromium.mjs";
import { build, serve } from "./site.mjs";

const [overdue, packages, only] = process.argv.slice(2);
if (!overdue || !packages) throw new Error("node run.mjs OVERDUE PACKAGES [CHECK]");
const tool = createRequire(join(resolve(packages), "package.json"));
const { chromium } = tool("playwright-core");

const AS_OF = "2026-11-22";
const CHECKS = ["markup", "crawl", "pages", "keyboard", "clocks", "scriptless", "paper", "docket", "search", "budgets", "preview"];

const folder = mkdtempSync(join(tmpdir(), "overdue-browser-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const build_at = (base, asOf = AS_OF) => build(resolve(overdue), join(folder, `${base.replaceAll("/", "_")}-${asOf}`), base, asOf);
// What is looked at is what a visitor gets: the site as it was published, with nothing but what was published.
const published_at = async (base) => {
  const output = await build_at(base);
  execFileSync(resolve(overdue), ["publish", `${output}-published`, "--force", "--root", resolve(import.meta.dirname, "../.."), "--output", output], { stdio: ["ignore", "ignore", "inherit"] });
  return `${output}-published`;
};
const sites = [await serve(await published_at("/a/b/"), "/a/b/"), await serve(await published_at("/"), "/")];
const browser = await chromium.launch({
  executablePath: executable(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failures = 0;
const check = async (name) => {
  const { default: run } = await import(`./checks/${name}.mjs`);
  const began = Date.now();
  const problems = [];
  const counted = await run({ browser, folder, overdue: resolve(overdue), sites, site: sites[0], tool, build: build_at, report: (sentence) => problems.push(sentence) });
  console.log(`${problems.length ? "FAILED" : "ok    "} ${name}: ${counted} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  const told = [...new Set(problems)];
  for (const sentence of told.slice(0, 40)) console.log(`       ${sentence}`);
  if (told.length > 40) console.log(`       and ${told.length - 40} more`);
  failures += problems.length ? 1 : 0;
};
// The Nu checker is another program and runs beside the browser.
const names = CHECKS.filter((name) => !only || name === only);
const beside = names.includes("markup") ? check("markup") : null;
for (const name of names.filter((name) => name !== "markup")) await check(name);
await beside;
await browser.close();
for (const site of sites) site.close();
process.exit(failures ? 1 : 0);
