// Shows on a page that is served what is wrong with the site, and reloads it when it has changed. Whatever comes from the site is
// written as text, never as HTML.
"use strict";
(() => {
  const own = document.currentScript.dataset.page;
  const framed = window.top !== window;
  const place = `overdue-scroll ${location.pathname}`;
  const followed = "overdue-follow";
  let seen = null;
  let busy = false;
  let again = false;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const list = (links) => element("ul", "", ...links.map(({ text, href }) => {
    const link = element(href ? "a" : "span", text);
    if (href) link.href = href;
    return element("li", "", link);
  }));
  const details = (summary, content) => element("details", "", element("summary", summary), content);

  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/__overdue/serve.css";
  document.head.append(style);
  const root = element("div");
  root.id = "overdue-serve";
  if (!framed) document.body.append(root);

  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    const [x, y] = kept.split(" ").map(Number);
    addEventListener("load", () => scrollTo({ left: x, top: y, behavior: "instant" }), { once: true });
  }

  const follows = (state) => (localStorage.getItem(followed) ?? String(state.follow)) === "true";

  const show = (state) => {
    const parts = [];
    if (state.errors) {
      const overlay = element("section", "", element("h2", state.heading), element("pre", state.errors));
      overlay.className = "errors";
      overlay.setAttribute("role", "alert");
      parts.push(overlay);
    }
    if (state.near.length) {
      const near = element("section", "", element("p", state.near_heading), list(state.near));
      near.className = "near";
      parts.push(near);
    }
    const bar = element("aside");
    bar.className = "bar";
    if (state.note) bar.append(element("strong", state.note));
    bar.append(state.records.length ? details(state.bar, list(state.records)) : element("span", state.bar));
    if (state.warnings) bar.append(details("…", element("pre", state.warnings)));
    const box = element("input");
    box.type = "checkbox";
    box.checked = follows(state);
    box.addEventListener("change", () => localStorage.setItem(followed, String(box.checked)));
    bar.append(element("label", "", box, ` ${state.follow_label}`));
    root.replaceChildren(...parts, bar);
    root.dataset.generation = state.generation;
  };

  const look = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      try {
        const answer = await fetch(`/__overdue/state?path=${encodeURIComponent(location.pathname)}`);
        const state = await answer.json();
        const isNew = seen !== null && state.generation > seen;
        seen = state.generation;
        if (isNew && !framed && !state.errors && follows(state) && state.changed && state.changed !== location.pathname) {
          location.assign(state.changed);
          return;
        }
        if (state.page !== null && state.page !== own) {
          sessionStorage.setItem(place, `${scrollX} ${scrollY}`);
          location.reload();
          return;
        }
        if (!framed) show(state);
        root.dataset.lost = state.lost;
      } catch {
        if (root.dataset.lost) root.replaceChildren(element("aside", root.dataset.lost));
      }
    } while (again);
    busy = false;
  };

  const events = new EventSource("/__overdue/events");
  events.addEventListener("message", look);
  events.addEventListener("error", () => {
    if (root.dataset.lost) root.replaceChildren(element("aside", root.dataset.lost));
  });
})();
