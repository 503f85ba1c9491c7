// The Nu HTML checker over the whole output: HTML, CSS and SVG.

import { spawn } from "node:child_process";

/** Properties of SVG 2 and CSS that browsers have and the checker does not know yet. */
const UNKNOWN_TO_IT = ["vector-effect", "paint-order"].map((name) => `CSS: “${name}”: Property “${name}” doesn't exist.`);

export default async function ({ site, sites, tool, report }) {
  const jar = tool("vnu-jar");
  // At the other base path the markup is the same but for the addresses.
  const folder = (sites[1] ?? site).folder;
  const java = spawn("java", ["-Xss4m", "-jar", jar, "--also-check-css", "--also-check-svg", "--skip-non-html", "--format", "json", "--exit-zero-always", folder]);
  let out = "";
  java.stderr.on("data", (chunk) => { out += chunk; });
  const code = await new Promise((done, failed) => java.on("error", failed).on("close", done));
  const result = JSON.parse(out || "null");
  if (code !== 0 || !result) {
    report(`the Nu checker ended with ${code}: ${out.slice(0, 2000)}`);
    return "not checked";
  }
  const told = new Map();
  for (const message of result.messages.filter((message) => message.type !== "info" && !UNKNOWN_TO_IT.includes(message.message))) {
    const key = message.message;
    if (!told.has(key)) told.set(key, []);
    told.get(key).push(message);
  }
  for (const [text, [first, ...more]] of told) {
    const where = decodeURIComponent(first.url ?? "").slice(`file:${folder}/`.length);
    report(`${where}:${first.lastLine}: ${text}${more.length ? ` (and ${more.length} times more)` : ""}: ${first.extract ?? ""}`);
  }
  return `${sites[1].paths.filter((path) => /\.(html|css|svg)$/.test(path)).length} files`;
}
