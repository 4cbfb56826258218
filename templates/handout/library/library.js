(() => {
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.search");
    if (!form) return;
    form.hidden = false;
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
