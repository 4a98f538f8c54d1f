(() => {
  "use strict";
  // Nothing here is needed to decide: it takes the words of a claim from what is selected in the text.
  const text = document.getElementById("text");
  if (!text) return;
  const length = (words) => [...words].length; // offsets count characters, not UTF-16 units
  const upTo = (node, at) => {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, at);
    return length(range.toString());
  };
  const selected = () => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return null;
    const range = chosen.getRangeAt(0), words = range.toString();
    const start = upTo(range.startContainer, range.startOffset) + length(words) - length(words.trimStart());
    return words.trim() ? { words: words.trim(), start, end: start + length(words.trim()) } : null;
  };

  // ---- the form of a claim
  const form = document.getElementById("correct");
  const fill = (found) => {
    form.elements["set.words"].value = found.words;
    form.elements["set.start"].value = found.start;
    form.elements["set.end"].value = found.end;
  };
  if (form) form.elements["set.words"].addEventListener("input", () => {
    form.elements["set.start"].value = form.elements["set.end"].value = "";
  });

  // ---- a report: what was missed
  const missed = document.getElementById("missed");
  const near = document.createElement("div");
  const place = (found) => {
    near.hidden = !found;
    if (!found) return;
    near.replaceChildren(...[...missed.querySelectorAll("a")].map((link) => {
      const copy = link.cloneNode(true), address = new URL(link.href);
      address.searchParams.set("start", found.start);
      address.searchParams.set("end", found.end);
      copy.href = address.pathname + address.search;
      return copy;
    }));
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    near.style.left = `${Math.max(8, Math.min(box.left, innerWidth - near.offsetWidth - 8)) + scrollX}px`;
    near.style.top = `${box.bottom + scrollY + 6}px`;
  };
  if (missed) {
    near.className = "near";
    near.hidden = true;
    near.setAttribute("role", "group");
    near.setAttribute("aria-label", missed.dataset.label);
    document.body.append(near);
  }
  const look = () => {
    const found = selected();
    if (form && found) fill(found);
    if (missed) place(found);
  };
  text.addEventListener("mouseup", () => setTimeout(look));
  text.addEventListener("touchend", () => setTimeout(look));
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") look(); });
  document.addEventListener("mousedown", (event) => { if (!near.contains(event.target)) near.hidden = true; });
  addEventListener("keydown", (event) => { if (event.key === "Escape") near.hidden = true; });
})();
