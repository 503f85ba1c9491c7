// Filters the tables of clocks on a page, in place, and sorts them where no built page does. Its words and their place stand in
// parts/filter.html; without it the tables are in the order in which they were built. Rows of which no number is claimed stay last in every order.
(() => {
  "use strict";
  const bar = document.querySelector(".filter");
  const tables = [...document.querySelectorAll("table.docket")];
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  if (!bar || rows.length < 2) return;
  const words = bar.dataset;
  const page = document.documentElement.lang || "en";
  const locale = page === "en" ? "en-GB" : page;
  const order = new Map(rows.map((row, at) => [row, at]));
  const collator = new Intl.Collator(locale, { numeric: true });
  const number = new Intl.NumberFormat(locale);
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  const make = (name, properties, ...inside) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  };

  const titleOf = (row) => row.cells[0].querySelector("a").textContent;
  const badgeOf = (row) => row.querySelector(".badge").textContent;
  // live.js may have moved the number on, or taken it away.
  const daysOf = (row) => {
    const days = row.querySelector(".d data");
    return days && !days.hidden && days.textContent ? +days.value : NaN;
  };
  let region = (code) => code;
  try {
    const names = new Intl.DisplayNames([locale], { type: "region" });
    region = (code) => names.of(code) || code;
  } catch { /* the code stays */ }

  // What is chosen, with the value of a row and how it is shown.
  const facets = {
    standing: { value: badgeOf, shown: (text) => text },
    country: { value: (row) => row.dataset.country || "", shown: region },
    sector: { value: (row) => row.dataset.sector || "", shown: (text) => text },
  };
  const by = (key, sign) => (a, b) => {
    const [x, y] = [key(a), key(b)];
    const missing = (value) => value === "" || value !== value;
    if (missing(x) || missing(y)) return missing(x) - missing(y);
    return sign * (typeof x === "string" ? collator.compare(x, y) : x - y);
  };
  const sorts = {
    longest: by(daysOf, -1), shortest: by(daysOf, 1), title: by(titleOf, 1),
    newest: by((row) => row.dataset.on || "", -1), oldest: by((row) => row.dataset.on || "", 1), due: by((row) => row.dataset.by || "", 1),
  };

  const controls = {};
  const label = (name, control) => {
    control.id = "filter-" + name;
    controls[name] = control;
    return make("span", {}, make("label", { htmlFor: control.id, textContent: words[name] }), control);
  };
  const choices = (name, all, options) =>
    label(name, make("select", {}, make("option", { value: "", textContent: all }), ...options.map(([value, text]) => make("option", { value, textContent: text }))));

  const form = make("form", { className: "find" });
  form.setAttribute("aria-label", words.label);
  for (const [name, { value, shown }] of Object.entries(facets)) {
    const options = [...new Set(rows.map(value))].filter(Boolean).map((found) => [found, shown(found)]);
    options.sort((a, b) => collator.compare(a[1], b[1]));
    if (options.length > 1) form.append(choices(name, words.all, options));
  }
  form.append(label("text", make("input", { type: "search", autocomplete: "off" })));
  // The docket itself is sorted by links to pages that hold all of it; they take along what is chosen here.
  const orders = [...document.querySelectorAll(".filters a")];
  if (words.sort) form.append(choices("sort", words.asBuilt, Object.keys(sorts).map((name) => [name, words[name]])));
  const reset = make("button", { type: "button", textContent: words.reset });
  form.append(reset);
  const status = make("p", {});
  status.setAttribute("role", "status");

  function apply(keep) {
    const wanted = fold(controls.text.value.trim()).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = Object.entries(facets).every(([name, { value }]) => !controls[name]?.value || value(row) === controls[name].value)
        && wanted.every((word) => fold(row.cells[0].textContent).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    const compare = sorts[controls.sort?.value];
    for (const table of tables) {
      const own = rows.filter((row) => row.closest("table") === table);
      own.sort((a, b) => (compare ? compare(a, b) : 0) || order.get(a) - order.get(b));
      table.tBodies[0].append(...own);
      (table.closest("section") || table).hidden = own.every((row) => row.hidden);
    }
    status.textContent = words.status.replace("{n}", number.format(shown)).replace("{all}", number.format(rows.length));
    if (words.elsewhere) {
      const query = controls.text.value.trim();
      status.append(" ", make("a", { href: words.root + "search/" + (query ? "?q=" + encodeURIComponent(query) : ""), textContent: words.elsewhere }));
    }
    if (keep) {
      const address = new URL(location.href);
      for (const [name, control] of Object.entries(controls)) {
        if (control.value) address.searchParams.set(name, control.value); else address.searchParams.delete(name);
      }
      history.replaceState(null, "", address);
    }
    for (const link of orders) link.search = location.search;
  }

  const given = new URLSearchParams(location.search);
  for (const [name, control] of Object.entries(controls)) {
    const value = given.get(name) || "";
    if (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === value)) control.value = value;
  }
  form.addEventListener("input", () => apply(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const control of Object.values(controls)) control.value = "";
    apply(true);
  });
  // Closed at first, so that on a phone the table is not pushed away.
  const box = make("details", { open: Object.values(controls).some((control) => control.value) }, make("summary", { textContent: words.label }), form);
  bar.append(box, status);
  bar.hidden = false;
  apply(false);
})();
