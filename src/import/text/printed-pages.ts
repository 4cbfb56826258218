const footer = /\[Page \d+\]$|^(?:-[ \t]*)?\d{1,4}(?:[ \t]*-)?$/;
const leader = /(?<!\.[ ]?)(?:\.[ ]?){4,}[ \t]*\d+[ \t]*$/;

/**
 * Text that was laid out in pages, as RFCs were (RFC 7994): running heads, page numbers and the contents list go, paragraphs
 * that a page divides are joined, the indentation of all of the text goes.
 */
export function joinPages(text: string): string {
  if (!/\f/.test(text) && !/^.*\[Page \d+\][ \t]*$/m.test(text)) return text;
  const pages = text.split(/\f\n?|(?<=\[Page \d+\])[ \t]*\n/).map((page) => page.split("\n"));
  const heads = new Map<string, number>();
  for (const page of pages.slice(1)) {
    const head = page.find((line) => line.trim() !== "") ?? "";
    heads.set(head, (heads.get(head) ?? 0) + 1);
  }
  const bodies = pages.map((page, index) => bodyOf(page, index > 0 && isHead(page, heads)));
  const joined = bodies.filter((body) => body !== "").map((body, index, all) => joint(all[index - 1], body) + body);
  return underlineTitle(dedent(withoutContents(joined.join("").split("\n")))).join("\n");
}

/** The title is set in the middle of the page, near the beginning; below it may be the name of the draft. */
function underlineTitle(lines: readonly string[]): string[] {
  const isCentred = (line: string): boolean => indentOf(line) >= 8 && line.trim() !== "";
  const at = lines.findIndex((line, index) => index < 20 && isCentred(line) && (lines[index - 1] ?? "").trim() === "");
  if (at < 0) return [...lines];
  const end = lines.findIndex((line, index) => index > at && line.trim() === "");
  const block = lines.slice(at, end < 0 ? lines.length : end);
  const names = block.filter((line) => draftName.test(line.trim()));
  const title = block.flatMap((line) => (names.includes(line) ? [] : [line.trim()])).join(" ");
  if (title === "" || block.length > 4 || !block.every(isCentred)) return [...lines];
  const rest = [...names.map((line) => line.trim()), ...lines.slice(at + block.length)];
  return [title, "=".repeat(title.length), "", ...lines.slice(0, at), ...rest];
}

const draftName = /^<?draft-[\w-]+>?$/;

function isHead(page: readonly string[], heads: ReadonlyMap<string, number>): boolean {
  const head = page.find((line) => line.trim() !== "") ?? "";
  return (heads.get(head) ?? 0) > 1 || (/^\S/.test(head) && head.trimEnd().split(/ {3,}/).length > 2);
}

function bodyOf(page: readonly string[], hasHead: boolean): string {
  const lines = page.slice(page.findIndex((line) => line.trim() !== ""));
  if (hasHead) lines.shift();
  while (lines.length > 0 && (lines.at(-1)?.trim() === "" || footer.test(lines.at(-1)?.trim() ?? ""))) lines.pop();
  while (lines[0]?.trim() === "") lines.shift();
  return lines.join("\n");
}

/** Returns the line ends between two pages; one where a paragraph continues. */
function joint(before: string | undefined, after: string): string {
  if (before === undefined) return "";
  return /[^\s.:!?]/.test(before.at(-1) ?? "") && /^[ \t]*\p{Ll}/u.test(after) ? "\n" : "\n\n";
}

/** A contents list by hand has numbers of pages that are no more. */
function withoutContents(lines: readonly string[]): string[] {
  if (!lines.some((line) => leader.test(line))) return [...lines];
  return lines.filter((line) => !leader.test(line) && !/^[ \t]*(?:table of )?contents[ \t]*$/i.test(line));
}

/** Lines without the indentation that most of them have; drawings stay indented, as code. */
function dedent(lines: readonly string[]): string[] {
  const counts = new Map<number, number>();
  const written = lines.filter((line) => line.trim() !== "");
  for (const line of written) counts.set(indentOf(line), (counts.get(indentOf(line)) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].toSorted(([, first], [, other]) => other - first)[0] ?? [];
  if (width === 0 || count * 3 < written.length) return [...lines];
  return lines.map((line) =>
    (indentOf(line) >= width ? line.slice(width) : line).replace(/^( *)o {2,}(?=\S)/, "$1-  "),
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
