// Runs in the library page after MiniSearch, on the first search.

/** Splits text into words; in scripts without spaces as the browser segments it, or by letter. */
function offprintWords(text) {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
  const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    if (!spaceless.test(word)) return [word];
    if (!Intl.Segmenter) return [...word];
    return Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(word), ({ segment }) => segment);
  });
}

globalThis.offprintSearch = (publications) => {
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const documents = publications.flatMap(({ texts, ...publication }) =>
    texts.map((text) => ({ ...publication, ...text, heading: text.title, publication: publication.title })),
  );
  const index = new MiniSearch({
    fields: ["heading", "text"],
    tokenize: offprintWords,
    processTerm: (term) => term,
    searchOptions: { boost: { heading: 3 }, prefix: (term) => term.length > 1, combineWith: "AND" },
  });
  index.addAll(documents.map(({ heading, text }, id) => ({ id, heading, text })));

  const around = (text, query) => {
    const [word = ""] = query.trim().split(/\s+/);
    const at = Math.max(0, text.toLowerCase().indexOf(word.toLowerCase()));
    const start = at < 60 ? 0 : text.lastIndexOf(" ", at - 40) + 1;
    return `${start > 0 ? "…" : ""}${text.slice(start, start + 160)}${text.length > start + 160 ? "…" : ""}`;
  };

  const show = () => {
    const query = field.value;
    const found = query.trim() === "" ? [] : index.search(query);
    status.textContent = query.trim() === "" ? "" : form.dataset.results.replace("#", found.length);
    list.replaceChildren(
      ...found.slice(0, 20).map(({ id }) => {
        const { address, id: anchor, heading, publication, text, language } = documents[id];
        const item = document.createElement("li");
        item.lang = language;
        item.dir = "auto";
        const link = item.appendChild(document.createElement("a"));
        link.href = `${address}#${encodeURIComponent(anchor)}`;
        link.textContent = heading === publication ? heading : `${heading} · ${publication}`;
        item.appendChild(document.createElement("p")).textContent = around(text, query);
        return item;
      }),
    );
  };
  field.addEventListener("input", show);
  show();
};
