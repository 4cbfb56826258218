// Shows the e-book in foliate-js, the engine of Foliate and Readest; keeps the reading position when the book is
// rebuilt.

import { onSourceKey, pickFirst } from "./source-key.js";

const blocks = "h1, h2, h3, h4, h5, h6, p, li, td, th, figcaption, caption, dt, dd, pre";

export function openBook(host, onPick) {
  let view;
  let look = "";
  let width = "";
  const pickTop = () => {
    const range = view?.lastLocation?.range;
    const texts = [...(range?.startContainer.ownerDocument.querySelectorAll(blocks) ?? [])]
      .filter((block) => range.intersectsNode(block))
      .map((block) => block.textContent);
    pickFirst(texts, onPick);
  };
  onSourceKey(host, pickTop);
  return {
    async show(file, isSame) {
      const engine = await import("/lib/foliate-js/view.js").catch(() => undefined);
      if (!engine) {
        host.replaceChildren(missing("To see the e-book here, run: npm install foliate-js"));
        return;
      }
      const bytes = await (await fetch(`/${file.path.split("/").map(encodeURIComponent).join("/")}`)).blob();
      const place = isSame ? view?.lastLocation?.cfi : undefined;
      const next = document.createElement("foliate-view");
      next.addEventListener("load", ({ detail: { doc } }) => {
        doc.addEventListener("click", ({ target }) => {
          const block = target.closest?.(blocks);
          if (block && !target.closest("a")) onPick(block.textContent);
        });
        onSourceKey(doc, pickTop);
      });
      host.replaceChildren(next, turn(next));
      await next.open(new File([bytes], "book.epub", { type: "application/epub+zip" }));
      view?.close?.();
      view = next;
      await view.goTo(place ?? 0).catch(() => view.goTo(0));
      this.arrange({ width, look });
    },
    arrange(settings) {
      ({ width, look } = settings);
      if (!view) return;
      view.style.inlineSize = width ? `${width}px` : "";
      host.classList.toggle("is-grey", look === "grey");
      const styles = {
        dark: "html { color-scheme: dark; background: #111; color: #eee; }",
        large: "html { font-size: 200%; }",
      };
      view.renderer?.setStyles?.(styles[look] ?? "");
    },
  };
}

function turn(view) {
  const row = document.createElement("div");
  row.className = "turn";
  for (const [text, move] of [
    ["Previous", () => view.prev()],
    ["Next", () => view.next()],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", move);
    row.append(button);
  }
  return row;
}

function missing(text) {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}
