// Pages on paper: an incident, an article and the docket print, and the paper says where it is from and of which day.

import { ADDRESS } from "../site.mjs";

export default async function ({ browser, site, report }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let sheets = 0;
  for (const kind of ["home", "incidents/*", "articles/*"]) {
    const path = site.kinds.get(kind);
    await page.goto(site.root + path);
    await page.emulateMedia({ media: "print" });
    const text = await page.evaluate(() => document.body.innerText);
    if (!text.includes(`${ADDRESS}${site.base}${path}`)) report(`${kind} (${path}) on paper does not say where it is from`);
    if (!/as of \d/.test(text)) report(`${kind} (${path}) on paper does not say of which day it is`);
    const controls = await page.evaluate(() => [...document.querySelectorAll("input, select, button:not(.sort)")].filter((control) => control.checkVisibility()).length);
    if (controls) report(`${kind} (${path}) on paper has ${controls} controls`);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const count = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    if (!count) report(`${kind} (${path}) prints no sheet`);
    sheets += count;
  }
  await context.close();
  return `${sheets} sheets`;
}
