// Filters and orders of the docket: what is chosen is shown, counted aloud, kept in the address; the same order as the built pages.

import { barriers } from "../axe.mjs";
import { watch } from "../site.mjs";

const titles = (page) => page.locator("table.docket tbody tr:visible th a").allTextContents();

export default async function ({ browser, site, tool, report }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  watch(page, site, report);
  await page.goto(site.root);
  const all = await page.locator("table.docket tbody tr").count();
  const said = () => page.locator(".filter [role=status]").textContent();
  const expect = (what, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) report(`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);
  };
  expect("at first", await said(), `${all} of ${all} documents.`);
  await page.click("text=Filter and sort");
  await page.selectOption("#filter-country", "FR");
  const french = await page.locator('table.docket tbody tr[data-country="FR"]').count();
  for (const barrier of await barriers(page, tool)) report(`with the filters open: ${barrier}`);
  expect("with one country", [(await titles(page)).length, await said()], [french, `${french} of ${all} documents.`]);
  const shared = page.url();
  await page.click("text=Show all");
  expect("after all", (await titles(page)).length, all);
  await page.goto(shared);
  expect("from a shared address", [await page.locator("#filter-country").inputValue(), (await titles(page)).length], ["FR", french]);
  await page.goto(`${site.root}?text=zzzz`);
  expect("with words that stand nowhere", [(await titles(page)).length, await page.locator("section h2:visible").allTextContents()].length, 2);
  if (await page.locator("#waiting").isVisible()) report("a part without rows keeps its heading");

  // Headings are buttons that say which way they sort.
  await page.goto(`${site.root}incidents/`);
  const days = () => page.$$eval("table.docket tbody tr", (rows) => rows.map((row) => row.querySelector(".d data")?.value ?? ""));
  const heading = page.locator("table.docket thead th").nth(1);
  await heading.locator("button").click();
  expect("aria-sort", await heading.getAttribute("aria-sort"), "descending");
  const numbers = (await days()).filter(Boolean).map(Number);
  expect("longest first", numbers, [...numbers].sort((a, b) => b - a));
  if ((await days()).join(",").includes(",,") && (await days()).at(-1) !== "") report("a row without a number stands among those with one");
  await heading.locator("button").click();
  expect("aria-sort", await heading.getAttribute("aria-sort"), "ascending");

  // The built pages are in the same order, and none lacks a clock.
  for (const [order, path] of [["title", "docket/title/"], ["newest", "docket/newest/"], ["due", "docket/due/"]]) {
    await page.goto(`${site.root}${path}`);
    const built = await titles(page);
    expect(`clocks of /${path}`, built.length, all);
    if (order !== "newest") {
      // Incidents of one day may stand in either order.
      await page.click("text=Filter and sort");
      await page.selectOption("#filter-sort", order);
      expect(`/${path} sorted again`, await titles(page), built);
    }
  }
  await context.close();
  return `${all} rows`;
}
