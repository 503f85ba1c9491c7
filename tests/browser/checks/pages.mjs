// One page of every kind, light and dark, wide and at 320 pixels: no barrier that axe finds, no sideways scroll, no error, nothing
// that the policy refuses, no request elsewhere. Then under forced colours and with reduced motion.

import { barriers } from "../axe.mjs";
import { watch } from "../site.mjs";

export default async function ({ browser, sites, tool, report }) {
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
        // The other languages have the same frames and styles: each is looked at in two of the four ways.
        if (/^[a-z]{2,3}\//.test(kind) && (colorScheme === "light") === (width === 320)) return;
        // A frame is part of another page, which has its own headings.
        const found = (await barriers(page, tool)).filter((barrier) => !(kind.startsWith("embed/") && barrier.startsWith("page-has-heading-one")));
        for (const barrier of found) report(`${kind} (${path}), ${colorScheme}, ${width}: ${barrier}`);
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
