// The search page finds what is there, in every language, from an address that was shared, and says what it did.

import { barriers } from "../axe.mjs";
import { watch } from "../site.mjs";

export default async function ({ browser, sites, tool, report }) {
  const CASES = [
    // Words; what the first title must hold; "" for words that stand nowhere.
    ["strasbourg FIRE", "Strasbourg"],
    ["카카오", "카카오"],
    ["사기관", null],
    ["electricite", null],
    ["zzzzunknown", ""],
    ["<b>bold</b> zzzz", ""],
  ];
  let queries = 0;
  for (const site of sites) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    watch(page, site, report);
    const said = () => page.locator("#search [role=status]").textContent();
    const settled = () => page.waitForFunction(() => document.querySelector("#search [role=status]").textContent !== "");
    for (const [query, first] of CASES) {
      await page.goto(`${site.root}search/?q=${encodeURIComponent(query)}`);
      await settled();
      queries += 1;
      const titles = await page.locator("#search ol a").allTextContents();
      if (first === "" ? titles.length : !titles.length) report(`a search for “${query}” finds ${titles.length} pages: ${await said()}`);
      if (first && !titles[0].includes(first)) report(`a search for “${query}” finds “${titles[0]}” first`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) report(`the results for “${query}” are ${width} pixels wide at 320`);
    }
    await page.goto(`${site.root}search/?q=fire`);
    await settled();
    for (const barrier of await barriers(page, tool)) report(`with results: ${barrier}`);
    // Typed, with the beginning of a word.
    await page.goto(`${site.root}search/`);
    await page.fill("#q", "crowdstr");
    await settled();
    const link = page.locator("#search ol a").first();
    if (!new URL(page.url()).searchParams.get("q")) report("the address does not keep the query");
    await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/search/")), link.click()]);
    if (!(await page.locator("h1").count())) report(`the first result leads to ${page.url()}, which has no heading`);
    await context.close();
  }
  return `${queries + sites.length} queries`;
}
