(() => {
  // The faces are in this file: decoded before the first line is set, so that none moves.
  for (const face of document.fonts) face.load().catch(() => undefined);
  const root = document.documentElement;
  const key = "offprint-color-scheme";
  const read = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Without a store the choice holds for this page.
    }
  };
  const kept = read();
  if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  document.addEventListener("DOMContentLoaded", () => {
    for (const choice of document.querySelectorAll('input[name="color-scheme"]')) {
      choice.checked = choice.value === (root.dataset.scheme ?? "system");
      choice.addEventListener("change", () => {
        if (choice.value === "system") delete root.dataset.scheme;
        else root.dataset.scheme = choice.value;
        keep(choice.value);
      });
    }
    const contents = document.querySelector(".contents > details");
    const wide = matchMedia("(min-width: 64rem)");
    const fold = () => {
      contents.open = wide.matches;
    };
    if (contents) {
      fold();
      wide.addEventListener("change", fold);
    }
    for (const line of document.querySelectorAll("[data-due]"))
      line.hidden = new Date().toISOString().slice(0, 10) <= line.dataset.due;
  });
})();
