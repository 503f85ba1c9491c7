// One page of every kind, light and dark, wide and at 320 pixels: no barrier that axe finds, no sideways scroll, no error, nothing
// that the policy refuses, no request elsewhere. Then under forced colours and with reduced motion.

import { readFileSync } from "node:fs";
import { watch } from "../site.mjs";

export default async function ({ browser, sites, tool, report }) {
  const axe = readFileSync(tool.resolve("axe-core/axe.min.js"), "utf8");
  let views = 0;
  const visit = async (site, options, look) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    watch(page, site, report);
    for (const [kind, path] of site.kinds) {
      await page.goto(site.root + path, { waitUntil: "load" });
      await look(page, kind, path);
      views += 1;
    }
    await context.close();
  };
  const looks = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      looks.push(visit(sites[0], { colorScheme, viewport: { width, height: 800 } }, async (page, kind, path) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) report(`${kind} (${path}) is ${wide} pixels wide at ${width}`);
        await page.evaluate(axe);
        const violations = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }).then((found) =>
          found.violations.map((rule) => `${rule.id} at ${rule.nodes.slice(0, 2).map((node) => `${node.target}: ${node.failureSummary.split("\n")[1]?.trim()}`).join(" | ")}`)));
        for (const violation of violations) report(`${kind} (${path}), ${colorScheme}, ${width}: ${violation}`);
      }));
    }
  }
  await Promise.all(looks);
  const narrow = { viewport: { width: 320, height: 640 } };
  await Promise.all([
    visit(sites[0], { ...narrow, forcedColors: "active", reducedMotion: "reduce" }, async (page, kind) => {
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving) report(`${kind}: something moves although motion is unwanted`);
    }),
    visit(sites[1], narrow, async () => {}),
  ]);
  return `${sites[0].kinds.size} kinds of pages, ${views} views`;
}
