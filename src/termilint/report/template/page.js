"use strict";
// The page works without this script: it adds the filters, the choice of colours, and opens what is linked to.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const remembered = "termilint-teema";

  const theme = byId("teema");
  const isDark = () =>
    (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const show = (name) => {
    root.dataset.theme = name;
    theme.setAttribute("aria-pressed", String(isDark()));
  };
  try {
    const name = localStorage.getItem(remembered);
    if (name === "dark" || name === "light") show(name);
  } catch { /* a page from a file may have no storage */ }
  theme.setAttribute("aria-pressed", String(isDark()));
  theme.hidden = false;
  theme.addEventListener("click", () => {
    show(isDark() ? "light" : "dark");
    try { localStorage.setItem(remembered, root.dataset.theme); } catch { /* as above */ }
  });

  const openTarget = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    const around = target && target.closest("details.document");
    if (around && !around.open) {
      around.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  const form = byId("rajaus");
  if (!form) return;
  const rule = byId("rajaa-saanto");
  const severity = byId("rajaa-paino");
  const wanted = byId("rajaa-asiakirja");
  const search = byId("rajaa-teksti");
  const status = form.querySelector("[role=status]");
  const documents = [...document.querySelectorAll("details.document")].map((element) => ({
    element,
    number: element.dataset.number,
    passages: [...element.querySelectorAll(".passage")].map((passage) => ({
      passage,
      text: passage.textContent.toLowerCase(),
      notes: [...passage.querySelectorAll(".note")],
    })),
  }));

  const filter = () => {
    const text = search.value.trim().toLowerCase();
    const isNarrowed = Boolean(text || rule.value || severity.value);
    let notesShown = 0;
    let documentsShown = 0;
    for (const { element, number, passages } of documents) {
      const isWanted = !wanted.value || wanted.value === number;
      let found = 0;
      for (const { passage, text: said, notes } of passages) {
        const hasText = !text || said.includes(text);
        let left = 0;
        for (const note of notes) {
          const fits = hasText
            && (!rule.value || note.dataset.rule === rule.value)
            && (!severity.value || note.dataset.severity === severity.value);
          note.hidden = !fits;
          const mark = byId(note.id.replace("huomautus-", "kohta-"));
          if (mark) mark.classList.toggle("off", !fits);
          left += fits;
        }
        passage.hidden = isNarrowed && !left;
        found += left;
      }
      for (const gap of element.querySelectorAll(".gap")) gap.hidden = isNarrowed;
      element.hidden = !isWanted || !found;
      if (element.hidden) continue;
      documentsShown += 1;
      notesShown += found;
      if (wanted.value || text) element.open = true;
    }
    status.textContent = notesShown
      ? status.dataset.shown.replace("{0}", notesShown).replace("{1}", documentsShown)
      : status.dataset.none;
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
