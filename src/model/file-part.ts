/**
 * Markers of a named part in comments: mdBook's `ANCHOR: name`, `ANCHOR_END: name`, MkDocs' `--8<-- [start:name]`,
 * VitePress' `#region name`.
 */
const mark =
  /(?:\b(ANCHOR|ANCHOR_END):[ \t]*([\w-]+)|-{1,2}8<-{1,2}[ \t]*\[(start|end):([\w-]+)\]|#(region|endregion)[ \t]+([\w-]+))/;

/**
 * Reports for each line of a file whether it belongs to a part: `2`, `2:10`, `:10`, `2:`, `#Heading` or a name
 * (https://rust-lang.github.io/mdBook/format/mdbook.html#including-files). Lines with markers never do. Returns
 * `undefined` where the file has no such part.
 */
export function linesOfPart(texts: readonly string[], part: string): boolean[] | undefined {
  const marks = texts.map(readMark);
  const [, first = "", colon, last = ""] = /^(\d*)(:?)(\d*)$/.exec(part.trim()) ?? [];
  if (colon !== undefined) {
    const from = first === "" ? 1 : Number(first);
    const to = last !== "" ? Number(last) : colon === "" && first !== "" ? from : Infinity;
    const own = texts.map((_, index) => index + 1 >= from && index + 1 <= to && !marks[index]);
    return own.includes(true) ? own : undefined;
  }
  if (part.startsWith("#")) return linesBelow(texts, part.slice(1).trim());
  let inside = false;
  let isFound = false;
  return onlyIf(
    texts.map((_, index) => {
      const found = marks[index];
      if (found?.name === part.trim()) inside = found.opens;
      isFound ||= inside;
      return inside && !found;
    }),
    () => isFound,
  );
}

/** Selects a Markdown heading and its section, up to the next heading of its level. */
function linesBelow(texts: readonly string[], title: string): boolean[] | undefined {
  const levels = texts.map((text) => /^ {0,3}(#{1,6})[ \t]/.exec(text)?.[1]?.length ?? 0);
  const plain = (text: string): string => text.replaceAll(/[#*_`[\]{}]|\s+/g, "").toLowerCase();
  const start = texts.findIndex((text, index) => (levels[index] ?? 0) > 0 && plain(text) === plain(title));
  if (start < 0) return undefined;
  const next = levels.findIndex((level, index) => index > start && level > 0 && level <= (levels[start] ?? 0));
  return texts.map((_, index) => index >= start && (next < 0 || index < next));
}

function onlyIf<T>(value: T, holds: () => boolean): T | undefined {
  return holds() ? value : undefined;
}

function readMark(text: string): { name: string; opens: boolean } | undefined {
  const [, anchor, name, snippet, other, region, named] = mark.exec(text) ?? [];
  if (name !== undefined) return { name, opens: anchor === "ANCHOR" };
  if (named !== undefined) return { name: named, opens: region === "region" };
  return other === undefined ? undefined : { name: other, opens: snippet === "start" };
}

/** Splits an address and its part, as mdBook and MkDocs write it: `file.rs:2:10`, `file.rs:name`. */
export function splitPart(written: string): { address: string; part: string } {
  const [, address = written, part = ""] = /^((?:[a-z]+:\/\/)?[^:]*)(?::(.*))?$/i.exec(written.trim()) ?? [];
  return { address: address.trim(), part: part.trim() };
}
