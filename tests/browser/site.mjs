// Builds the demonstration site and serves it on loopback as a host would: its own `_headers` file if it has one, 404.html, slashes.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, resolve, sep } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
export const ADDRESS = "https://overdue.example";

/** For a site that does not write its headers itself: what its pages must live with. */
const STRICT = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
};

export function build(overdue, output, base, asOf) {
  execFileSync(overdue, ["build", "--root", ROOT, "--as-of", asOf, "--base-url", ADDRESS + base, "--output", output], { stdio: ["ignore", "ignore", "inherit"] });
  return output;
}

/** Every file of the output, with slashes. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith(".overdue/"))
    .sort();
}

/** The rules of a `_headers` file: a path with at most `*` at its end, then indented `Name: value`. */
function rules(folder) {
  const path = join(folder, "_headers");
  if (!existsSync(path)) return [{ pattern: "/*", headers: [["content-security-policy", STRICT]] }];
  const found = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(":");
      found.at(-1).headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    } else {
      found.push({ pattern: line.trim(), headers: [] });
    }
  }
  return found;
}

const matches = (pattern, path) =>
  new RegExp(`^${pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`).test(path);

export async function serve(folder, base) {
  const headers = rules(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const answer = (status, name) => {
      response.statusCode = status;
      for (const rule of headers) {
        // The site's own rules know nothing of the base path, or all of it.
        if (matches(rule.pattern, path) || matches(rule.pattern, `/${path.slice(base.length)}`)) {
          for (const [key, value] of rule.headers) response.setHeader(key, value);
        }
      }
      response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
      response.end(readFileSync(join(folder, name)));
    };
    const inside = path.startsWith(base) && !path.split("/").includes("..") ? path.slice(base.length) : null;
    const name = inside === null ? "404.html" : inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (inside !== null && found?.isFile()) answer(200, name);
    else if (inside !== null && found?.isDirectory()) response.writeHead(301, { location: `${path}/` }).end();
    else answer(404, "404.html");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const paths = files(folder);
  return { folder, base, origin, root: origin + base, paths, kinds: kinds(folder, paths), close: () => server.close() };
}

/** One page of every kind, the largest of each: `{kind: path}`. Pages that only lead on are left out. */
function kinds(folder, paths) {
  const found = new Map();
  for (const path of paths.filter((path) => path.endsWith("index.html"))) {
    const parts = path.split("/").slice(0, -1);
    const language = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(parts[0] ?? "") && existsSync(join(folder, parts.slice(1).join("/"), "index.html")) && parts.length > 1 ? parts.shift() : "";
    const numbered = parts.includes("page") ? "/page" : "";
    const kind = `${language && `${language}/`}${parts.length < 2 ? parts.join("/") : `${parts[0]}/*`}${numbered}` || "home";
    const text = readFileSync(join(folder, path), "utf8");
    if (text.includes('http-equiv="refresh"')) continue;
    if (!found.has(kind) || found.get(kind).size < text.length) found.set(kind, { path: path.slice(0, -"index.html".length), size: text.length });
  }
  return new Map([...found].map(([kind, { path }]) => [kind, path]).concat([["404", "no/such/page/"]]));
}

/** Reports what a page should never do while it is open. */
export function watch(page, site, report) {
  page.on("console", (message) => {
    const expected = message.text().includes("status of 404") && page.url().includes("no/such/page");
    if (message.type() === "error" && !expected) report(`${page.url()}: the console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => report(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A page that is left takes back what it had asked for.
    if (why !== "net::ERR_ABORTED") report(`${page.url()}: ${request.url()} failed: ${why}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.root)) report(`${page.url()}: a request to ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().includes("no/such/page")) report(`${page.url()}: ${response.url()} answers ${response.status()}`);
  });
}
