(() => {
  "use strict";
  // Nothing here is needed to read the page: it opens what a link points into, and links words and rows both ways.
  const open = (element) => {
    for (let node = element; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) { open(target); target.scrollIntoView({ block: "center" }); }
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  const pieces = (mark) => document.querySelectorAll(`mark[data-claim="${CSS.escape(mark.dataset.claim)}"]`);
  const marked = (event) => event.target instanceof Element ? event.target.closest("mark[data-claim]") : null;
  document.addEventListener("mouseover", (event) => marked(event) && pieces(marked(event)).forEach((m) => m.classList.add("lit")));
  document.addEventListener("mouseout", (event) => marked(event) && pieces(marked(event)).forEach((m) => m.classList.remove("lit")));
  document.addEventListener("click", (event) => {
    const mark = marked(event);
    if (!mark || event.target.closest("a") || String(getSelection())) return;
    const row = document.getElementById(`c-${mark.dataset.claim}`);
    if (row) location.hash = row.id;
  });
})();
