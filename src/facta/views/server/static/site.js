(() => {
  "use strict";
  // Nothing here is needed to use the site: it adds keys, and ties the words of a report to their rows both ways.
  const ROWS = "main [data-row], main li.row, main li.claim, main details.deed, main article.card";
  const root = document.documentElement;
  const keys = document.getElementById("keys");
  const find = document.getElementById("find");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- rows by keys
  const visible = (element) => (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null);
  const rows = () => [...document.querySelectorAll(ROWS)].filter(visible);
  const current = () => document.activeElement && document.activeElement.closest(ROWS);
  const step = (by) => {
    const all = rows(), at = all.indexOf(current());
    const next = at < 0 ? all.findIndex((row) => row.getBoundingClientRect().top >= 0) : at + by;
    const row = all[Math.max(0, Math.min(all.length - 1, next))];
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  };
  const open = (row) => {
    const folded = row.matches("details") ? row : null;
    if (folded) { folded.open = !folded.open; return; }
    const link = row.querySelector("a.open, h2 a, a.title, a.to-claim") || row.querySelector("a[href]");
    if (link) link.click();
  };
  const show = (row) => { const link = row.querySelector("a.to-text"); if (link) link.click(); };

  // ---- keys
  const PLACES = { s: "/", e: "/entities", r: "/review", q: "/search", i: "/import" };
  let went = 0;
  const typing = (target) => target.closest("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]");
  const DOES = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current() && open(current()),
    t: () => current() && show(current()),
    "/": () => { if (find) { find.focus(); find.select(); } },
    "?": () => { if (keys) keys.showModal(); },
    g: () => { went = Date.now(); },
  };
  addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; menu.firstElementChild.focus(); });
      if (typing(target)) target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(target) || (keys && keys.open)) return;
    if (event.key === "Enter" && target.matches(ROWS)) { event.preventDefault(); open(target); return; }
    if (root.dataset.keys === "off") return;
    if (went && Date.now() - went < 1500 && PLACES[event.key]) { event.preventDefault(); location.href = PLACES[event.key]; return; }
    went = 0;
    if (DOES[event.key]) { event.preventDefault(); DOES[event.key](); }
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  // ---- one report: words and rows
  const side = document.querySelector(".rows");
  if (!side) return;
  const rowOf = (claim) => document.getElementById(`c-${claim}`);
  const marksOf = (claim) => document.querySelectorAll(`mark[data-claim="${CSS.escape(claim)}"]`);
  const claimAt = (event) => {
    const held = event.target instanceof Element ? event.target.closest("mark[data-claim], .claimrow[data-claim]") : null;
    return held ? held.dataset.claim : null;
  };
  const light = (claim, on) => {
    marksOf(claim).forEach((mark) => mark.classList.toggle("lit", on));
    const row = rowOf(claim);
    if (row) row.classList.toggle("lit", on);
  };
  let kept = null;
  const keep = (claim) => {
    if (kept) light(kept, false);
    kept = claim;
    if (claim) light(claim, true);
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]])
    document.addEventListener(name, (event) => { const claim = claimAt(event); if (claim && claim !== kept) light(claim, on); });
  const within = (box, element) => {
    const gap = element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    box.scrollTo({ top: box.scrollTop + gap, behavior: still ? "auto" : "smooth" });
  };
  const scrolls = () => getComputedStyle(side).overflowY === "auto";
  document.addEventListener("click", (event) => {
    const claim = claimAt(event);
    if (!claim || String(getSelection()) || event.target.closest("button, input, select, textarea, label")) return;
    const link = event.target.closest("a"), inText = event.target.closest("mark[data-claim]");
    if (link && !link.matches(".to-row, .to-text")) return;
    if (!scrolls() && !link && !inText) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keep(claim);
    const goal = inText ? rowOf(claim) : document.getElementById(`e-${claim}`) || marksOf(claim)[0];
    if (!goal) return;
    if (inText && scrolls()) within(side, goal);
    else goal.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    history.replaceState(null, "", `#${inText ? "c" : "e"}-${claim}`);
    const row = rowOf(claim);
    if (row) { row.tabIndex = -1; row.focus({ preventScroll: true }); }
  }, true);
  if (/^#[ec]-/.test(location.hash)) keep(decodeURIComponent(location.hash.slice(3)));
})();
