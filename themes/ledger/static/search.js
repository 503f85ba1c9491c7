// Finds pages by the words on them. The index is files that the build wrote (src/plan/search/): a list of pieces, of which a
// query loads the few that hold its words, and those that hold the pages to be shown. Its words are split and folded as there.
(() => {
  "use strict";
  const place = document.getElementById("search");
  if (!place) return;
  const { root, index } = place.dataset;
  const form = place.querySelector("form");
  const input = form.elements.q;
  const choice = form.elements.in;
  const status = place.querySelector("[role=status]");
  const list = place.querySelector("ol");
  const page = document.documentElement.lang || "en";
  const locale = page === "en" ? "en-GB" : page;
  const AT_ONCE = 20; // results shown before the reader asks for more
  const REACH = 4;    // pieces that the beginning of a word may load
  const LONGEST = 32; // letters of a word
  const WEIGHT = [8, 3, 1]; // in the title, in the summary, elsewhere

  const PAIRS = "\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{20000}-\u{3fffd}";
  const RUNS = new RegExp(`[${PAIRS}]+|(?:(?![${PAIRS}])[\\p{Alphabetic}\\p{N}])+`, "gu");
  const IS_PAIRS = new RegExp(`^[${PAIRS}]`, "u");
  const fold = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/ς/g, "σ");

  // The words of a query; of the last one the beginning is enough.
  function wordsOf(query) {
    const words = [];
    const runs = fold(query).match(RUNS) || [];
    runs.forEach((run, at) => {
      const letters = [...run];
      if (IS_PAIRS.test(run) && letters.length > 1) {
        for (let i = 1; i < letters.length; i++) words.push({ text: letters[i - 1] + letters[i], open: false });
      } else {
        const long = letters.length > 1 || IS_PAIRS.test(run);
        words.push({ text: letters.slice(0, LONGEST).join(""), open: at === runs.length - 1 && long });
      }
    });
    return words;
  }

  const kept = new Map();
  function load(path) {
    if (!kept.has(path)) {
      const loading = fetch(root + path).then((response) => {
        if (!response.ok) throw new Error(path + ": " + response.status);
        return response.json();
      });
      loading.catch(() => kept.delete(path));
      kept.set(path, loading);
    }
    return kept.get(path);
  }

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const digit = new Map([...DIGITS].map((letter, at) => [letter, at]));
  function numbers(text) {
    const found = [];
    let number = 0, step = 0, scale = 1;
    for (const letter of text) {
      const value = digit.get(letter);
      step += (value & 31) * scale;
      if (value > 31) { scale *= 32; continue; }
      found.push(number += step);
      step = 0; scale = 1;
    }
    return found;
  }

  // The last of ordered pieces that begins at or before a value.
  const pieceOf = (pieces, value) => {
    let low = 0, high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle][0] <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  // Page number -> weight, for one word in one language.
  async function find(code, pieces, word) {
    const from = Math.max(0, pieceOf(pieces.words, word.text));
    let to = from + 1;
    while (word.open && to < pieces.words.length && to - from < REACH && pieces.words[to][0].startsWith(word.text)) to++;
    const loaded = await Promise.all(pieces.words.slice(from, to).map(([, name]) => load(`search/${code}/${name}.json`)));
    const weights = new Map();
    for (const piece of loaded) {
      for (let at = 0; at < piece.length; at += 2) {
        const exact = piece[at] === word.text;
        if (!exact && !(word.open && piece[at].startsWith(word.text))) continue;
        piece[at + 1].split(" ").forEach((pages, where) => {
          const weight = WEIGHT[where] * (exact ? 1 : .6);
          for (const number of numbers(pages)) if (!(weights.get(number) >= weight)) weights.set(number, weight);
        });
      }
    }
    // What stands on few pages tells more.
    const rare = Math.log(1 + pieces.count / (weights.size || 1));
    return { weights, rare };
  }

  async function search(words, only) {
    const { languages } = await load(index);
    const codes = Object.keys(languages).filter((code) => !only || code === only);
    const results = [];
    await Promise.all(codes.map(async (code) => {
      const pieces = languages[code];
      const found = await Promise.all(words.map((word) => find(code, pieces, word)));
      const [few] = [...found].sort((a, b) => a.weights.size - b.weights.size);
      for (const number of few.weights.keys()) {
        let score = 0;
        for (const { weights, rare } of found) {
          const weight = weights.get(number);
          if (!weight) { score = 0; break; }
          score += weight * rare;
        }
        if (score) results.push({ code, number, score: code === page ? score * 1.2 : score });
      }
    }));
    // The newest first among equals.
    return results.sort((a, b) => b.score - a.score || b.number - a.number || (a.code < b.code ? -1 : 1));
  }

  async function rowOf({ code, number }) {
    const { pages } = (await load(index)).languages[code];
    const [first, name] = pages[pieceOf(pages, number)];
    return (await load(`search/${code}/${name}.json`))[number - first];
  }

  const element = (name, text, attributes) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return Object.assign(made, attributes);
  };

  // `2021-03-10`, `2021-03` or `2021` in words.
  function dated(text) {
    const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
    if (!parts) return text;
    const options = { year: "numeric", month: parts[2] && "long", day: parts[3] && "numeric", timeZone: "UTC" };
    const day = new Date(0).setUTCFullYear(parts[1], (parts[2] || 1) - 1, parts[3] || 1);
    try { return new Intl.DateTimeFormat(locale, options).format(day); } catch { return text; }
  }

  function show(code, [path, title, kind, date, summary]) {
    const item = element("li");
    const lang = code === page ? {} : { lang: code };
    item.append(element("a", title, { className: "t", href: root + path, hreflang: code, ...lang }));
    if (summary) item.append(element("p", summary, lang));
    const meta = element("p", place.dataset[kind] || kind, { className: "meta" });
    if (date) meta.append(" · ", element("time", dated(date), { dateTime: date }));
    const name = choice && [...choice.options].find((option) => option.value === code);
    if (name && code !== page) meta.append(" · ", element("span", name.textContent.replace(/ \(\d+\)$/, ""), { lang: code }));
    item.append(meta);
    return item;
  }

  let turn = 0; // an answer that comes after the next question is not shown
  async function more(results, from, mine) {
    const here = results.slice(from, from + AT_ONCE);
    const rows = await Promise.all(here.map(rowOf));
    if (mine !== turn) return;
    const items = rows.map((row, at) => show(here[at].code, row));
    if (from === 0) list.replaceChildren(...items); else list.append(...items);
    list.hidden = !items.length;
    place.querySelector(".rest")?.remove();
    if (from + AT_ONCE < results.length) {
      const rest = element("button", place.dataset.more, { type: "button", className: "rest" });
      rest.addEventListener("click", () => more(results, from + AT_ONCE, mine).then(() => items.length && list.children[from + AT_ONCE]?.querySelector("a").focus(), failed));
      list.after(rest);
    }
  }

  function failed() {
    // A browser lets no page that was opened from a folder read the files beside it.
    status.textContent = location.protocol === "file:" ? place.dataset.folder : place.dataset.failed;
  }

  async function run(keep) {
    const mine = ++turn;
    const query = input.value.trim();
    const only = choice ? choice.value : "";
    if (keep) {
      const address = new URL(location.href);
      address.search = new URLSearchParams([...(query ? [["q", query]] : []), ...(only ? [["in", only]] : [])]);
      history.replaceState(null, "", address);
    }
    const words = wordsOf(query);
    if (!words.length) {
      status.textContent = "";
      list.replaceChildren();
      list.hidden = true;
      place.querySelector(".rest")?.remove();
      return;
    }
    try {
      const results = await search(words, only);
      if (mine !== turn) return;
      await more(results, 0, mine);
      if (mine !== turn) return;
      const count = results.length;
      const { none, other, [new Intl.PluralRules(locale).select(count)]: said = other } = place.dataset;
      status.textContent = (count ? said : none).replace("{n}", new Intl.NumberFormat(locale).format(count)).replace("{query}", () => query);
    } catch {
      if (mine === turn) failed();
    }
  }

  function read() {
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") || "";
    if (choice) choice.value = [...choice.options].some((option) => option.value === given.get("in")) ? given.get("in") : "";
    run(false);
  }

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 150, true);
  });
  choice?.addEventListener("change", () => run(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run(true);
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
