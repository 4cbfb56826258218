(() => {
  // The faces are in this file: decoded before the first line is set, so that none moves.
  for (const face of document.fonts) face.load().catch(() => undefined);
  // Before the page is shown, so that nothing moves.
  document.documentElement.dataset.script = "";
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.search");
    if (!form) return;
    form.addEventListener("submit", (event) => event.preventDefault());
    const load = () => {
      const script = document.createElement("script");
      script.src = "search.js";
      script.addEventListener("error", () => {
        form.querySelector("[role=status]").textContent = form.dataset.fails;
      });
      document.head.append(script);
    };
    form.querySelector("input").addEventListener("focus", load, { once: true });
  });
})();
