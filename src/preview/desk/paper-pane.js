// Draws the pages of the PDF with pdf.js as they become visible. A new file replaces the old one when its first pages
// are drawn,
// at the same page and scroll position.

import { onSourceKey, pickFirst } from "./source-key.js";

/** CSS pixels: a letter page at 96 dpi. */
const widest = 816;

export function openPaper(host, onPick) {
  let width = "";
  let sheets = [];
  onSourceKey(host, () => {
    const { top } = host.getBoundingClientRect();
    const words = [...host.querySelectorAll(".words span")];
    const below = words.filter((span) => span.getBoundingClientRect().top >= top);
    pickFirst(
      below.map((span) => span.textContent),
      onPick,
    );
  });
  return {
    async show(file, isSame) {
      const address = `/${file.path.split("/").map(encodeURIComponent).join("/")}`;
      const pdfjs = await import("/lib/pdfjs-dist/build/pdf.min.mjs").catch(() => undefined);
      if (!pdfjs) {
        // The browser's own viewer restarts with each file.
        const frame = document.createElement("iframe");
        frame.title = "The pages";
        frame.src = `${address}?${file.sha256.slice(0, 8)}`;
        host.replaceChildren(frame);
        return;
      }
      pdfjs.GlobalWorkerOptions.workerSrc = "/lib/pdfjs-dist/build/pdf.worker.min.mjs";
      const pdf = await pdfjs.getDocument({ url: address, isEvalSupported: false }).promise;
      const place = isSame ? host.scrollTop : 0;
      const made = [];
      for (let number = 1; number <= pdf.numPages; number += 1)
        made.push(sheetFor(await pdf.getPage(number), pdfjs, onPick));
      sheets = made;
      this.arrange({ width });
      const across = Math.min(host.clientWidth - 24, width ? Number(width) : widest);
      const height = (upTo) => made.slice(0, upTo).reduce((sum, { shape }) => sum + across / shape + 12, 0);
      const box = document.createElement("div");
      box.append(...made.map(({ element }) => element));
      // The first visible page is drawn before the file is shown.
      const first = made.findIndex((_, index) => height(index + 1) > place);
      await Promise.all(made.slice(Math.max(0, first), first + 2).map((sheet) => sheet.draw()));
      host.replaceChildren(box);
      host.scrollTop = place;
      const seen = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) void made.find(({ element }) => element === target)?.draw();
          }
        },
        { root: host, rootMargin: "100%" },
      );
      for (const { element } of made) seen.observe(element);
    },
    arrange(settings) {
      ({ width } = settings);
      host.classList.toggle("is-grey", settings.look === "grey");
      for (const sheet of sheets) sheet.fit(width ? Number(width) : widest);
    },
  };
}

function sheetFor(page, pdfjs, onPick) {
  const { width, height } = page.getViewport({ scale: 1 });
  const element = document.createElement("div");
  element.className = "sheet";
  element.dataset.page = page.pageNumber;
  let drawn;
  const draw = async () => {
    const scale = 2;
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement("canvas");
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    const words = document.createElement("div");
    words.className = "words";
    const { items } = await page.getTextContent();
    for (const { str, transform, width: long, height: high } of items) {
      if (!str?.trim()) continue;
      const span = document.createElement("span");
      span.textContent = str;
      const [, , , , x, y] = pdfjs.Util.transform(page.getViewport({ scale: 1 }).transform, transform);
      span.style.left = `${(x / width) * 100}%`;
      span.style.top = `${((y - high) / height) * 100}%`;
      span.style.inlineSize = `${(long / width) * 100}%`;
      span.style.blockSize = `${(high / height) * 130}%`;
      span.addEventListener("click", () => onPick(str));
      words.append(span);
    }
    element.replaceChildren(canvas, words);
  };
  return {
    element,
    shape: width / height,
    draw: () => (drawn ??= draw()),
    fit(most) {
      element.style.inlineSize = `min(calc(100% - 1.5rem), ${most}px)`;
      element.style.aspectRatio = `${width} / ${height}`;
    },
  };
}
