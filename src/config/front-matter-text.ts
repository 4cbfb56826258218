/** The front matter of an article as written, and the article without it. */
export interface FrontMatterText {
  readonly format: "yaml" | "toml";
  readonly text: string;
  readonly linesBefore: number;
  /** Whether a closing line ends it; otherwise it ends at the first empty line. */
  readonly isClosed: boolean;
  /** Number of lines of the article that it takes up, including its delimiters. */
  readonly lines: number;
}

/**
 * The opening line, after any empty lines and comments. TOML is delimited by `+++`, by `%%%` in mmark; JSON by `;;;`; YAML may also end
 * with `...`.
 */
const opening = /^(?:[ \t]*\n|<!--(?:(?!-->)[^])*-->[ \t]*\n)*(---|\+\+\+|;;;|%%%)(?:[ \t]*|(?:json|yaml)[ \t]*)\n/;

/** JSON without delimiters, as Hugo reads it (https://gohugo.io/content-management/front-matter/). */
const bare = /^\{[ \t]*\n(?:[^}\n][^\n]*\n|\n)*\}[ \t]*(?:\n|$)/;

/** Comments, then a key, a table, a list, or a map in braces. Anything else means that the line is a thematic break. */
const keys =
  /^(?:[ \t]*(?:#.*)?\n)*(?:(?: {0,3}|\t)["']?[\p{L}\p{N}_.@/-]+(?: [\p{L}\p{N}_.@/-]+)?["']?[ \t]*[:=](?:\s|$)|\[|- |\{)/u;

/** Only comments, or nothing: after empty lines these are two thematic breaks. */
const nothing = /^(?:[ \t]*(?:#.*)?\n)*(?:---|\.{3}|\+{3})[ \t]*(?:\n|$)/;

/** The first key that proves front matter without a closing line. */
const firstKey = /^[\w-]+:(?:\s|$)|^[\w-]+ *=/;

const closings: Readonly<Record<string, RegExp>> = {
  // In kramdown-rfc the first section marker of the text ends it.
  "---": /^(?:---|\.\.\.)[ \t]*$|^(?=---[ \t]+(?:abstract|middle|note_\w+)[ \t]*$)/m,
  "+++": /^\+\+\+[ \t]*$/m,
  ";;;": /^;;;[ \t]*$/m,
  "%%%": /^%%%[ \t]*$/m,
};

/** Returns the front matter of a text, if it has any. */
export function findFrontMatter(text: string): FrontMatterText | undefined {
  const json = bare.exec(text)?.[0];
  if (json !== undefined && isObject(json)) {
    const lines = json.trimEnd().split("\n").length;
    return { format: "yaml", text: json.trimEnd(), linesBefore: 0, isClosed: true, lines };
  }
  const opened = opening.exec(text);
  const mark = opened?.[1];
  if (!opened || mark === undefined) return undefined;
  const start = opened[0].length;
  const after = text.slice(start);
  if (!keys.test(after) && !(text.startsWith(mark) && nothing.test(after))) return undefined;
  const closing = closings[mark] ?? closings["---"];
  const closed = closing?.exec(after) ?? null;
  if (!closed && !firstKey.test(after)) return undefined;
  const open = closed ?? /^[ \t]*$/m.exec(after);
  const length = open?.index ?? after.length;
  const end = start + length + (open?.[0].length ?? 0);
  return {
    // JSON is a subset of YAML (https://yaml.org/spec/1.2.2/#json-schema).
    format: mark === "+++" || mark === "%%%" ? "toml" : "yaml",
    text: after.slice(0, length).replace(/\n$/, ""),
    linesBefore: opened[0].split("\n").length - 1,
    isClosed: closed !== null,
    lines: text.slice(0, end).split("\n").length,
  };
}

function isObject(json: string): boolean {
  try {
    return Object.keys(JSON.parse(json) as object).length > 0;
  } catch {
    return false;
  }
}
