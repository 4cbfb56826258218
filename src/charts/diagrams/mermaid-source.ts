/** The source without what the template decides, and the original line number of each of its lines. */
export interface MermaidSource {
  readonly text: string;
  /** By index; line numbers start at 1. */
  readonly lines: readonly number[];
}

/**
 * Removes front matter (`config:`), directives (`%%{init: …}%%`) and comments: they set program options, and the
 * template decides the look. Mermaid would remove comments itself, and count lines without them.
 */
export function cleanMermaid(source: string): MermaidSource {
  const all = source.split(/\r?\n/);
  const remaining: { text: string; line: number }[] = [];
  let [index, title] = [0, ""];
  while (index < all.length && all[index]?.trim() === "") index += 1;
  if (all[index]?.trim() === "---") {
    const end = all.findIndex((line, at) => at > index && line.trim() === "---");
    if (end > index) {
      title = /^title:[ \t]*(.+)$/m.exec(all.slice(index, end).join("\n"))?.[1]?.trim() ?? "";
      index = end + 1;
    }
  }
  let isDirective = false;
  for (; index < all.length; index += 1) {
    const line = all[index] ?? "";
    if (isDirective || /^\s*%%/.test(line)) {
      isDirective = (isDirective || /^\s*%%\{/.test(line)) && !line.includes("}%%");
      continue;
    }
    const text = line.replaceAll(/%%\{.*?\}%%/g, "");
    if (remaining.length > 0 || text.trim() !== "") remaining.push({ text, line: index + 1 });
  }
  // The title in the front matter belongs to the diagram.
  const front = title === "" ? [] : ["---", `title: ${JSON.stringify(title.replace(/^(["'])(.*)\1$/, "$2"))}`, "---"];
  return {
    text: [...front, ...remaining.map(({ text }) => text)].join("\n"),
    lines: remaining.map(({ line }) => line),
  };
}

/** Reports whether an author chose colours, which fit only the light scheme. */
export function hasOwnColours(source: string): boolean {
  return /^\s*(?:style|classDef|linkStyle|UpdateElementStyle|UpdateRelStyle)\s|\brgba?\(|^\s*(?:box|rect)\s+#?\w/m.test(
    source,
  );
}
