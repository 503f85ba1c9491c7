// Filters and orders of the docket: what is chosen is shown, counted aloud, kept in the address and taken along; one way to sort.

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
  await page.click("summary:text-is('Filter')");
  if (await page.locator("#filter-sort, thead button").count()) report("the docket can be sorted in more than one way");
  await page.selectOption("#filter-country", "FR");
  const french = await page.locator('table.docket tbody tr[data-country="FR"]').count();
  for (const barrier of await barriers(page, tool)) report(`with the filters open: ${barrier}`);
  expect("with one country", [(await titles(page)).length, await said()], [french, `${french} of ${all} documents.`]);
  const shared = page.url();
  await page.click(".filters a:not([aria-current])");
  expect("in another order", [(await titles(page)).length, await said(), page.url().includes("/docket/")], [french, `${french} of ${all} documents.`, true]);
  await page.click("text=Show all");
  expect("after all", (await titles(page)).length, all);
  await page.goto(shared);
  expect("from a shared address", [await page.locator("#filter-country").inputValue(), (await titles(page)).length], ["FR", french]);
  await page.goto(`${site.root}?text=zzzz`);
  expect("with words that stand nowhere", [(await titles(page)).length, await page.locator("section h2:visible").allTextContents()].length, 2);
  if (await page.locator("#waiting").isVisible()) report("a part without rows keeps its heading");

  // A list that no built page shows in another order is sorted in place.
  await page.goto(`${site.root}incidents/`);
  await page.click("text=Filter and sort");
  const days = () => page.$$eval("table.docket tbody tr", (rows) => rows.map((row) => row.querySelector(".d data")?.value ?? ""));
  for (const [order, sign] of [["longest", -1], ["shortest", 1]]) {
    await page.selectOption("#filter-sort", order);
    const numbers = (await days()).filter(Boolean).map(Number);
    expect(`${order} first`, numbers, [...numbers].sort((a, b) => sign * (a - b)));
    if ((await days()).join(",").includes(",,") && (await days()).at(-1) !== "") report("a row without a number stands among those with one");
  }

  // The built pages lack no clock.
  for (const path of ["docket/title/", "docket/newest/", "docket/due/"]) {
    await page.goto(`${site.root}${path}`);
    expect(`clocks of /${path}`, (await titles(page)).length, all);
  }
  await context.close();
  return `${all} rows`;
}
