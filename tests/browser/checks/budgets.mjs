// What a first visit costs: every page within the theme's budgets, in bytes as a host that compresses would send them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const KIB = 1024;
const PAGE = 30 * KIB;
const STYLE = 12 * KIB;
const SCRIPT = 4 * KIB;
const FIRST_VIEW = 160 * KIB;

export default async function ({ site, report }) {
  const sizes = new Map();
  const size = (path) => {
    if (!sizes.has(path)) {
      const bytes = readFileSync(join(site.folder, path));
      // Fonts and pictures are compressed already.
      sizes.set(path, /\.(html|css|js|svg|json)$/.test(path) ? gzipSync(bytes).length : bytes.length);
    }
    return sizes.get(path);
  };
  const over = (path, what, bytes, budget) => {
    if (bytes > budget) report(`${path}: ${what} of ${(bytes / KIB).toFixed(1)} KiB; the budget is ${budget / KIB} KiB`);
  };
  const pages = site.paths.filter((path) => path.endsWith("index.html"));
  let heaviest = 0;
  for (const path of pages) {
    const text = readFileSync(join(site.folder, path), "utf8");
    const loaded = [...text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"#?]+)"[^>]*>/g)]
      .filter(([tag]) => !tag.startsWith("<link") || /rel="(?:stylesheet|preload|icon)"/.test(tag))
      .map(([, address]) => new URL(address, `http://host/${path}`).pathname.slice(1))
      .filter((name) => site.paths.includes(name));
    const total = (test) => [...new Set(loaded)].filter((name) => test.test(name)).reduce((sum, name) => sum + size(name), 0);
    if (path.split("/").includes("incidents")) over(path, "a page", size(path), PAGE);
    over(path, "style sheets", total(/\.css$/), STYLE);
    for (const name of loaded.filter((name) => name.endsWith(".js"))) over(path, `the script ${name}`, size(name), SCRIPT);
    const view = size(path) + total(/./);
    over(path, "a first view", view, FIRST_VIEW);
    heaviest = Math.max(heaviest, view);
  }
  return `${pages.length} pages, the heaviest first view ${(heaviest / KIB).toFixed(1)} KiB`;
}
