// What axe finds on an open page, as sentences.

import { readFileSync } from "node:fs";

export async function barriers(page, tool) {
  await page.evaluate(readFileSync(tool.resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.map((rule) =>
    `${rule.id} at ${rule.nodes.slice(0, 2).map((node) => `${node.target}: ${node.failureSummary.split("\n")[1]?.trim()}`).join(" | ")}`)));
}
