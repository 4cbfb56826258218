import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";

const maxLength = 50_000;
/** Maximum number of entries, because each is parsed separately. */
const maxEntries = 100;
const entry = { yaml: /^["']?[\p{L}\p{N}_.@/-][^:#\n]*:(?:\s|$)/u, toml: /^(?:\[|["']?[\p{L}\p{N}_.-]+["']?[ \t]*=)/u };

/** Front matter without its unreadable entries; all lines keep their numbers. */
export interface LeftEntries {
  readonly text: string;
  /** Diagnostics of the removed entries. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Removes entries that are no valid YAML or TOML by themselves, or repeat a key. Accepts a value with a quotation mark
 * on one side as plain text.
 */
export function leaveOutEntries(
  text: string,
  format: "yaml" | "toml",
  parse: (text: string) => Outcome<unknown>,
): LeftEntries | undefined {
  // The anchor of an alias may be in another entry, and endless repetition is an attack.
  if (text.length > maxLength || /(?:^|[\s:,[])[&*][^\s*]/m.test(text)) return undefined;
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => (entry[format].test(line) ? [index] : []));
  if (starts.length > maxEntries) return undefined;
  const remaining = lines.map(() => "");
  const faults: Diagnostic[] = [];
  const known = new Set<string>();
  for (const [at, start] of [0, ...starts.filter((line) => line > 0)].entries()) {
    const end = starts.filter((line) => line > 0)[at] ?? lines.length;
    const own = lines.slice(start, end);
    const alone = (piece: readonly string[]): Outcome<unknown> =>
      parse([...lines.slice(0, start).fill(""), ...piece].join("\n"));
    const [, key = "", value = ""] = /^([\p{L}\p{N}_.-]+)[ \t]*[:=][ \t]+["'](.*)$/u.exec(own[0] ?? "") ?? [];
    const quoted = [`${key}${format === "yaml" ? ": " : " = "}${JSON.stringify(value)}`, ...own.slice(1)];
    const read = alone(own);
    const name = /^["']?([^"':=]*)/.exec(own[0] ?? "")?.[1]?.trim() ?? "";
    if (!read.ok) faults.push(...read.diagnostics.slice(0, 1));
    const good = read.ok ? own : key !== "" && alone(quoted).ok ? quoted : undefined;
    if (!good) continue;
    if (known.has(name) && name !== "" && !name.startsWith("[")) {
      const doubled = parse([...remaining.slice(0, start), ...good].join("\n"));
      faults.push(...(doubled.ok ? [] : doubled.diagnostics.slice(0, 1)));
      continue;
    }
    known.add(name);
    remaining.splice(start, good.length, ...good);
  }
  const left = remaining.join("\n");
  return { text: parse(left).ok ? left : lines.map(() => "").join("\n"), faults };
}
