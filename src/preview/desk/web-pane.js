// Shows the web page in a frame: keeps its scroll position, marks findings at their blocks, and simulates other
// displays.

import { onSourceKey, pickFirst, textsFromTop } from "./source-key.js";

const blocks = "h1, h2, h3, h4, h5, h6, p, li, td, th, figcaption, caption, dt, dd, pre, summary";

const looks = {
  // Approximates forced colours: only the system's colours, and no shadows.
  contrast: `*, *::before, *::after { color: #fff !important; background-color: #000 !important; border-color: #fff !important;
    box-shadow: none !important; text-shadow: none !important; fill: currentColor; }
    a, a * { color: #ff0 !important; }`,
  grey: "html { filter: grayscale(1); }",
  large: "html { font-size: 200% !important; }",
  light: "html { color-scheme: only light !important; }",
  dark: "html { color-scheme: only dark !important; }",
};

const marked = `[data-finding] { outline: 2px solid #b45309; outline-offset: 2px; }
  [data-finding="error"] { outline-color: #b91c1c; }
  [data-finding]::after { content: attr(data-says); display: block; font: 0.8rem/1.3 system-ui, sans-serif; color: #7c2d12;
    background: #fef3c7; padding: 0.125rem 0.375rem; }`;

export function openWeb(host, onPick) {
  const frame = document.createElement("iframe");
  frame.title = "The web page";
  host.replaceChildren(frame);
  const page = () => frame.contentDocument;

  // The page's content security policy only allows style sheets constructed by script.
  const sheets = new Map();
  const style = (name, text) => {
    const own = page();
    const known = sheets.get(name);
    const sheet = own.adoptedStyleSheets.includes(known) ? known : new own.defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(name, sheet);
    if (sheet !== known) own.adoptedStyleSheets.push(sheet);
  };

  /** Selects the block around a click. */
  const pick = ({ target }) => {
    const block = target.closest?.(blocks);
    if (block && !target.closest("a, button, input, label, summary")) onPick(block.textContent);
  };

  return {
    async show(file, isSame) {
      const place = isSame ? frame.contentWindow.scrollY : 0;
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      const address = `/${file.path.split("/").map(encodeURIComponent).join("/")}?${file.sha256.slice(0, 8)}`;
      frame.contentWindow.location.replace(address);
      await loaded;
      page().addEventListener("click", pick);
      onSourceKey(page(), () => pickFirst(textsFromTop(page(), blocks), onPick));
      // Immediately: with the page's smooth scrolling, the next page would take over an intermediate position.
      frame.contentWindow.scrollTo({ top: place, behavior: "instant" });
    },
    arrange({ width, look }) {
      frame.style.inlineSize = width ? `${width}px` : "";
      const root = page()?.documentElement;
      if (!root) return;
      if (look === "light" || look === "dark") root.dataset.scheme = look;
      else delete root.dataset.scheme;
      style("look", looks[look] ?? "");
      asPrinted(page(), look === "print");
    },
    mark(findings, places) {
      if (!page() || !places) return;
      style("findings", marked);
      for (const old of page().querySelectorAll("[data-finding]")) delete old.dataset.finding;
      const found = elementsByLine(page(), places);
      for (const finding of findings.toReversed()) {
        const block = nearest(found, finding);
        if (!block) continue;
        block.dataset.finding = finding.severity;
        block.dataset.says = finding.message;
      }
    },
    reveal(finding, places) {
      if (!page() || !places) return;
      nearest(elementsByLine(page(), places), finding)?.scrollIntoView({ block: "center" });
    },
  };
}

/** Returns the blocks of a page by source file and line. */
function elementsByLine(page, places) {
  const found = [];
  for (const element of page.querySelectorAll(blocks)) {
    const place = places.find(element.textContent);
    if (place) found.push({ element, ...place });
  }
  return found;
}

/** Returns the block at the finding's line, or else the last one before it. */
function nearest(found, { file, line }) {
  const before = found.filter((one) => one.file === file && one.line <= (line ?? 0));
  return before.toSorted((a, b) => b.line - a.line)[0]?.element;
}

/** Swaps the style rules for print and screen. */
function asPrinted(page, isPrinted) {
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof page.defaultView.CSSMediaRule)) continue;
      rule.written ??= rule.media.mediaText;
      rule.media.mediaText = !isPrinted
        ? rule.written
        : rule.written.replaceAll(/\bscreen\b/g, "not all").replaceAll(/\bprint\b/g, "all");
    }
  }
}
