// Counters under a clock and in time zones of our own: the reader's day, counted in the zone of each clock, wherever the reader is.
// Without the script the day of the build, with its date; long after the last build nothing.

import { serve, watch } from "../site.mjs";

const ZONES = ["UTC", "Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
const BUILT = "2026-11-21";
const NOW = ["2026-11-22T00:30:00Z", "2026-11-22T12:00:00Z", "2026-11-22T23:30:00Z"];
const LATER = "2027-12-27T12:00:00Z"; // 400 days after the build

const DAY = 864e5;
const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const today = (zone, now) => day(new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(now)));

/** The clocks on the page: what they hold, and the number that is seen. */
const clocks = () => [...document.querySelectorAll("[data-since]")].map((clock) => {
  const own = [...clock.querySelectorAll("[data-live=days]:not([data-from])")].find((found) => found.closest("[data-since]") === clock);
  const near = (name) => clock.closest(`[${name}]`)?.getAttribute(name) ?? "";
  return {
    since: clock.dataset.since, checked: clock.dataset.checked ?? "", reach: clock.dataset.reach ?? "", recheck: +near("data-recheck") || 30, zone: near("data-zone"), asOf: near("data-as-of"),
    shown: own?.checkVisibility() ? own.textContent.replace(/\D/g, "") : "", has: Boolean(own), text: clock.innerText.slice(0, 80),
  };
});

export default async function ({ browser, site, build, report }) {
  const yesterday = await serve(await build("/a/b/", BUILT), "/a/b/");
  const paths = ["", "docket/title/", site.kinds.get("incidents/*"), site.kinds.get("embed/*")];
  let counted = 0;
  for (const zone of ZONES) {
    const context = await browser.newContext({ timezoneId: zone, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    watch(page, yesterday, report);
    for (const now of NOW) {
      await page.clock.setFixedTime(now);
      for (const path of paths) {
        await page.goto(yesterday.root + path);
        const undated = await page.locator("[data-live=as-of]:visible").filter({ hasNotText: /\d/ }).count();
        if (undated) report(`/${path} in ${zone} at ${now}: a number without its date`);
        for (const clock of (await page.evaluate(clocks)).filter((clock) => clock.has)) {
          const age = today(clock.zone, now) - day(clock.checked);
          const stands = age > clock.recheck || clock.reach;
          const until = age > 3 * clock.recheck ? null : stands ? day(clock.reach || clock.checked) : Math.max(today(clock.zone, now), day(clock.asOf));
          const wanted = until === null ? "" : String(until - day(clock.since));
          counted += 1;
          if (clock.shown !== wanted) report(`/${path} in ${zone} at ${now}: ${clock.shown || "nothing"} and not ${wanted || "nothing"} days since ${clock.since}: ${clock.text}`);
        }
      }
    }
    await context.close();
  }

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  for (const path of paths) {
    await still.goto(yesterday.root + path);
    const counts = (await still.evaluate(clocks)).filter((clock) => clock.has);
    for (const clock of counts) {
      const wanted = String(day(clock.asOf) - day(clock.since));
      counted += 1;
      const fresh = clock.reach || day(clock.asOf) - day(clock.checked) > clock.recheck ? null : wanted;
      if (fresh !== null && clock.shown !== wanted) report(`/${path} without the script: ${clock.shown} and not ${wanted} days since ${clock.since}`);
    }
    // A count that stands names the day on which it stands.
    const stands = counts.length > 0 && counts.every((clock) => clock.reach);
    if (!stands && !(await still.locator(`time[datetime="${BUILT}"]:visible`).count())) report(`/${path} without the script does not say that it is of ${BUILT}`);
  }
  await plain.close();

  const late = await browser.newContext();
  const page = await late.newPage();
  await page.clock.setFixedTime(LATER);
  watch(page, site, report);
  for (const [kind, path] of site.kinds) {
    await page.goto(site.root + path);
    for (const clock of (await page.evaluate(clocks)).filter((clock) => clock.checked && clock.shown)) {
      report(`${kind} (${path}) claims ${clock.shown} days 400 days after the build: ${clock.text}`);
    }
  }
  await late.close();
  yesterday.close();
  if (!counted) report("there is no clock to look at");
  return `${counted} counts in ${ZONES.length} zones, ${site.kinds.size} pages 400 days later`;
}
