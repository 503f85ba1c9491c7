// A walk by Tab through one page of every kind: the skip link works, everything that takes the focus is seen and marked, and the walk ends.

import { watch } from "../site.mjs";

const MOST = 600; // steps on one page; a walk that goes on is a trap

const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const boxes = [...element.getClientRects()];
  window.steps = window.steps || [];
  const again = window.steps.includes(element);
  window.steps.push(element);
  return {
    name: `${element.tagName.toLowerCase()} “${(element.textContent || element.id).trim().slice(0, 40)}”`,
    again,
    seen: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1
      && boxes.some((part) => part.right > 0 && part.left < innerWidth && part.bottom > 0 && part.top < innerHeight),
    marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
  };
};

const reachable = () => [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex]")]
  .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })).length;

async function walk(page, what, report) {
  let steps = 0;
  for (; steps < MOST; steps += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focused);
    if (!found || found.again) {
      const all = await page.evaluate(reachable);
      if (steps < all) report(`${what}: the walk ends at ${found?.name ?? "nothing"} after ${steps} of ${all} steps`);
      return steps;
    }
    if (!found.seen) report(`${what}: ${found.name} has the focus and is not seen`);
    if (!found.marked) report(`${what}: ${found.name} has the focus without a mark`);
  }
  report(`${what}: after ${MOST} steps the walk has not ended`);
  return steps;
}

export default async function ({ browser, site, report }) {
  let steps = 0;
  // A page in another language has the same frame.
  const kinds = [...site.kinds].filter(([kind]) => !/^[a-z]{2,3}\//.test(kind));
  const tour = async (width, chosen) => {
    // Scrolling takes time where motion is wanted.
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    watch(page, site, report);
    for (const [kind, path] of chosen) {
      await page.goto(site.root + path);
      // A frame has little to skip.
      if (!kind.startsWith("embed/")) {
        await page.keyboard.press("Tab");
        const skip = await page.evaluate(focused);
        if (!skip?.seen || !(await page.evaluate(() => document.activeElement.matches("a.skip")))) {
          report(`${kind} (${path}): the first step is not the skip link, seen`);
        }
        await page.keyboard.press("Enter");
        if (!(await page.evaluate(() => document.activeElement.matches("main") || document.querySelector("main").contains(document.activeElement)))) {
          report(`${kind} (${path}): the skip link does not lead into the content`);
        }
      }
      await page.goto("about:blank");
      await page.goto(site.root + path);
      steps += await walk(page, `${kind} (${path}) at ${width}`, report);
    }
    await context.close();
  };
  const half = Math.ceil(kinds.length / 2);
  const narrow = kinds.filter(([kind]) => ["home", "incidents", "search", "incidents/*"].includes(kind));
  await Promise.all([tour(1280, kinds.slice(0, half)), tour(1280, kinds.slice(half)), tour(320, narrow)]);
  return `${steps} steps`;
}
