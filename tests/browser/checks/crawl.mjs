// Every address that a page of the site names is one that the host answers, and every fragment is there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ADDRESS } from "../site.mjs";

const text = (value) => value.replace(/&(amp|lt|gt|quot|#x27|#39|#x2F);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'", "#x2F": "/" })[name]);

export default async function ({ sites, report }) {
  let pages = 0;
  const answers = new Map();
  const links = new Map();
  for (const site of sites) {
    const ids = new Map();
    const open = [site.root];
    const seen = new Set(open);
    const wanted = [];
    const name = (from, given) => {
      const url = new URL(given, from);
      if (url.href.startsWith(`${ADDRESS}${site.base}`)) return new URL(site.origin + url.href.slice(ADDRESS.length));
      return url.origin === site.origin ? url : null;
    };
    // What nothing links to is a page as well: whoever has its address opens it.
    for (const path of site.paths.filter((path) => path.endsWith(".html") && path !== "404.html")) {
      const url = new URL(path.replace(/(^|\/)index\.html$/, "$1"), site.root).href;
      if (!seen.has(url)) open.push(url), seen.add(url);
    }
    while (open.length) {
      const url = open.pop();
      const response = await fetch(url, { redirect: "manual" });
      answers.set(url, response.status);
      const type = response.headers.get("content-type") ?? "";
      // What a reader may copy names addresses too.
      const body = (await response.text()).replace(/<textarea[^>]*>([^<]*)<\/textarea>/g, (_, copied) => text(copied));
      const tags = (body.match(/<[a-z](?:"[^"]*"|[^>"])*>/gi) ?? []).join("\n");
      if (response.status !== 200 || !type.startsWith("text/html")) continue;
      pages += 1;
      ids.set(url, new Set([...tags.matchAll(/\s(?:id|name)=(?:"([^"]*)"|([^\s>]+))/g)].map((found) => text(found[1] ?? found[2]))));
      for (const found of tags.matchAll(/\s(?:href|src|action|srcset|poster)=(?:"([^"]*)"|([^\s>]+))/g)) {
        const target = name(url, text(found[1] ?? found[2]));
        if (!target) continue;
        const bare = target.origin + target.pathname;
        if (!links.has(bare)) links.set(bare, url);
        if (target.hash) wanted.push([url, bare, decodeURIComponent(target.hash.slice(1))]);
        if (!seen.has(bare)) open.push(bare), seen.add(bare);
      }
    }
    for (const [from, to, fragment] of wanted) {
      if (ids.has(to) && !ids.get(to).has(fragment)) report(`${from}: there is no #${fragment} on ${to}`);
    }
    const sheet = site.paths.filter((path) => path.endsWith(".css"));
    for (const path of sheet) {
      for (const found of readFileSync(join(site.folder, path), "utf8").matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
        const target = new URL(found[1], new URL(path, site.root)).href;
        if ((await fetch(target)).status !== 200) report(`${path}: ${target} does not answer`);
      }
    }
  }
  for (const [url, status] of answers) {
    if (status !== 200) report(`${url} answers ${status}; named on ${links.get(url) ?? "nothing"}`);
  }
  return `${pages} pages, ${answers.size} addresses`;
}
