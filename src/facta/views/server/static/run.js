// Keeps the page of a run that goes on up to date, without loading it anew.
(() => {
  const pause = 1500;
  const refresh = async () => {
    const shown = document.getElementById("progress");
    if (!shown || shown.dataset.over === "yes") return;
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      const fresh = page.getElementById("progress");
      if (fresh && fresh.innerHTML !== shown.innerHTML) {
        const before = document.getElementById("run-state").textContent;
        shown.replaceWith(document.adoptNode(fresh));
        const now = document.getElementById("run-state").textContent;
        const said = document.getElementById("said");
        if (said && now !== before) said.textContent = now;
      }
    } catch {
      // no answer: the server may be busy, or was stopped; ask again
    }
    setTimeout(refresh, pause);
  };
  setTimeout(refresh, pause);
})();
