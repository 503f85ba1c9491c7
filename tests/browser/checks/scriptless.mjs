// Without JavaScript everything is there to read, and no control that would do nothing.

export default async function ({ browser, sites, site, report }) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const [kind, path] of site.kinds) {
    await page.goto(site.root + path);
    const found = await page.evaluate(() => ({
      heading: document.querySelector("h1")?.checkVisibility() ?? false,
      text: document.querySelector("main").innerText.trim().length,
      hidden: [...document.querySelectorAll("main table")].filter((table) => !table.closest("details") && !table.checkVisibility()).length,
      controls: [...document.querySelectorAll("button, input, select, textarea")].filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 80)),
      width: document.documentElement.scrollWidth,
    }));
    if (!found.heading && !kind.startsWith("embed/")) report(`${kind} (${path}) has no heading`);
    if (found.text < 40) report(`${kind} (${path}) has ${found.text} characters`);
    if (found.hidden) report(`${kind} (${path}) hides ${found.hidden} tables`);
    if (found.width > 320) report(`${kind} (${path}) is ${found.width} pixels wide at 320`);
    for (const control of found.controls) report(`${kind} (${path}) has a dead control: ${control}`);
  }
  await page.goto(`${sites[0].root}search/`);
  if (!(await page.locator("noscript .notice").isVisible())) report("the search page does not say that it needs JavaScript");
  await context.close();
  return `${site.kinds.size} pages`;
}
