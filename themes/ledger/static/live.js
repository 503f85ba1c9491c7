// Keeps the clocks that still wait true to the reader's day. Without it the page is
// right for the date printed on it; with it, number and date move on together.
//
// A clock:  data-since  data-checked  (its own)
//           data-zone  data-as-of  data-recheck  (its own, or those of the nearest element around it)
//           data-due: the last civil day in time; after it, [data-overdue] texts apply, and it goes with data-passed=""
// Inside:   data-live="days"   whole days since data-since (or since its own data-from, and up to its data-to)
//           data-live="unit"   data-one, data-other … chosen for that number
//           data-live="as-of"  <time>: today, in the clock's zone
//           data-live="distance"  how far data-since is from today: data-ahead, data-today or data-ago, with {days}
//           data-live="label"  takes data-badge-overdue when data-due has passed
//           data-live="badge"  takes data-badge-stale / -expired / -overdue from around it
//           data-live="note"   takes data-note-stale / -expired from around it
//           data-live="ratio"  those days over data-over, in the pattern data-text with {ratio}
//           data-title         a text or title with {days} and {date}
//           data-stale, data-expired, data-overdue   the text in that state; "" hides
// The body:  data-date, data-date-first ({day} {month} {year}; on the first of a month), data-months,
//           data-group, data-decimal: how the page's language writes dates and numbers
// A notice:  data-built, data-zone: shown when today there is more than data-late-after days later
(() => {
  "use strict";
  const DAY = 864e5;
  const { date, dateFirst, months = "", group = ",", decimal = "." } = document.body.dataset;
  const names = months.split("|");
  let plural;
  try { plural = new Intl.PluralRules(document.documentElement.lang || "en"); } catch { plural = new Intl.PluralRules("en"); }
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, group);
  const long = (n) => {
    if (!date || !months) return iso(n); // a page that does not say how it writes dates
    const at = new Date(n * DAY);
    const parts = { day: at.getUTCDate(), month: names[at.getUTCMonth()], year: at.getUTCFullYear() };
    return ((parts.day === 1 && dateFirst) || date || "").replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };
  const zones = new Map();
  const moved = new WeakMap(); // clock -> the last day shown

  // A civil date as a day number. setUTCFullYear, because Date.UTC(99, …) means 1999.
  const day = (text) => {
    const m = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(text || "");
    return m ? new Date(0).setUTCFullYear(m[1], m[2] - 1, m[3]) / DAY : NaN;
  };
  const iso = (n) => new Date(n * DAY).toISOString().slice(0, 10);

  // Today's day number in a zone, and the seconds left of it; null where Intl does not know the zone.
  const today = (zone, now) => {
    if (!zones.has(zone)) {
      let format = null;
      try {
        format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
          timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
          hour: "numeric", minute: "numeric", second: "numeric",
        });
      } catch { /* an unknown zone: the built text stays */ }
      zones.set(zone, format);
    }
    const format = zone && zones.get(zone);
    if (!format) return null;
    const p = {};
    for (const { type, value } of format.formatToParts(now)) p[type] = +value;
    return {
      day: new Date(0).setUTCFullYear(p.year, p.month - 1, p.day) / DAY,
      left: 86400 - p.hour * 3600 - p.minute * 60 - p.second,
    };
  };

  const near = (el, name) => {
    const holder = el.closest(`[${name}]`);
    return holder ? holder.getAttribute(name) : null;
  };
  const write = (el, text) => {
    if (el.textContent !== text) el.textContent = text;
    el.hidden = text === "";
  };

  function update(clock, now) {
    const t = today(near(clock, "data-zone"), now);
    if (!t) return 3600;
    const since = day(clock.dataset.since);
    const floor = moved.has(clock) ? moved.get(clock) : day(near(clock, "data-as-of"));
    if (isNaN(since) || !(t.day >= floor)) return t.left; // the reader's clock is wrong: as built
    moved.set(clock, t.day);

    const checked = day(clock.dataset.checked);
    const recheck = +near(clock, "data-recheck") || 30;
    const age = t.day - checked; // NaN when never checked: the count runs
    const { reach } = clock.dataset; // of a check that reaches no further than to an earlier day
    const state = age > 3 * recheck ? "expired" : age > recheck || reach ? "stale" : "";
    const until = state === "stale" ? (reach ? day(reach) : checked) : t.day;
    const passed = t.day > day(clock.dataset.due);
    const late = !state && passed;
    clock.classList.toggle("is-stale", state === "stale");
    clock.classList.toggle("is-expired", state === "expired");
    clock.classList.toggle("is-overdue", late);

    if (passed && clock.dataset.passed === "") clock.hidden = true;
    for (const el of [clock, ...clock.querySelectorAll("[data-live],[data-stale],[data-expired],[data-overdue]")]) {
      if (!clock.contains(el) || el.closest("[data-since]") !== clock) continue;
      const live = el.dataset.live;
      const { from, to } = el.dataset;
      const last = to ? Math.min(until, day(to)) : until;
      const n = Math.max(0, last - (from ? day(from) : since)); // an imprecise start can lie ahead
      const said = state || (late ? "overdue" : "");
      const kind = said === "stale" && reach ? "reach" : said;
      const title = (el.dataset.title || "").replace("{days}", number(n)).replace("{date}", long(until));
      let text = said ? el.dataset[said] : null;
      if (live === "badge" && said) {
        el.className = "badge " + said;
        text = text || near(el, "data-badge-" + kind);
      }
      if (live === "note" && state) {
        text = near(el, "data-note-" + kind);
        if (text) text = text.replace("{date}", long(state === "stale" ? until : checked));
      }
      if (live === "ratio" && title) {
        if (state === "expired") el.removeAttribute("title");
        else el.title = title;
      }
      if (text != null) {
        const past = Math.max(0, t.day - (said === "overdue" ? day(clock.dataset.due) : since));
        write(el, text.replace("{days}", number(past)));
      } else if (live === "days" && state === "expired") {
        write(el, ""); // no number of days is claimed
      } else if (live === "days") {
        write(el, number(n));
        if (el.tagName === "DATA") el.value = n;
      } else if (live === "unit") {
        write(el, el.dataset[plural.select(n)] || el.dataset.other || "");
      } else if (live === "distance") {
        const ahead = since - t.day;
        const way = ahead > 0 ? "ahead" : ahead < 0 ? "ago" : "today";
        const far = Math.abs(ahead);
        const unit = near(el, "data-" + plural.select(far)) || near(el, "data-other");
        write(el, near(el, "data-" + way).replace("{days}", number(far) + near(el, "data-gap") + unit));
        el.value = ahead;
      } else if (live === "label") {
        if (passed) write(el, clock.dataset.badgeOverdue);
      } else if (live === "title") {
        write(el, title);
      } else if (live === "ratio") {
        const over = +el.dataset.over;
        const hundredths = Math.floor((n * 200 + over) / (2 * over)); // rounded half up from the exact fraction
        const rest = String(hundredths % 100).padStart(2, "0");
        write(el, (el.dataset.text || "").replace("{ratio}", number(Math.floor(hundredths / 100)) + decimal + rest));
        el.value = `${Math.floor(hundredths / 100)}.${rest}`;
      } else if (live === "as-of") {
        write(el, long(until));
        el.dateTime = iso(until);
      }
    }
    return t.left;
  }

  let timer;
  function run() {
    clearTimeout(timer);
    const now = new Date();
    let wait = 3600; // at the next midnight of a zone shown, or in an hour
    for (const clock of document.querySelectorAll("[data-since]")) wait = Math.min(wait, update(clock, now));
    for (const late of document.querySelectorAll("[data-built]")) {
      const t = today(late.dataset.zone, now);
      if (!t) continue;
      late.hidden = !(t.day - day(late.dataset.built) > late.dataset.lateAfter);
      wait = Math.min(wait, t.left);
    }
    timer = setTimeout(run, wait * 1000 + 500);
  }

  run();
  addEventListener("pageshow", (event) => event.persisted && run()); // come back to, as it was left
  document.addEventListener("visibilitychange", () => document.hidden || run());
})();
