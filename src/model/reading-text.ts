import type { Nodes } from "hast";
import type { SourcePoint } from "./diagnostic.ts";

/** A run of words: normalised for comparison, and as written. */
export interface Run {
  readonly words: string;
  readonly written: string;
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** Elements that are drawn or hold no text. */
const silent = new Set(["math", "svg", "script", "style", "template", "rt", "rp", "input", "textarea"]);

/**
 * Keeps only letters and digits, without differences that style sheets and formats introduce: case, ligatures,
 * diacritics (UAX #15, NFKD).
 */
export function toWords(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ");
}

/** Returns the runs of a tree in reading order, and separately those of each figure: in print, figures float. */
export function runsOf(tree: Nodes): Run[][] {
  const sequences: Run[][] = [];
  const visit = (node: Nodes, runs: Run[], around?: Run["position"]): void => {
    const position = node.position ?? around;
    if (node.type === "text") {
      const words = toWords(node.value);
      if (words !== "") runs.push({ words, written: node.value, position });
    } else if ("children" in node && !(node.type === "element" && silent.has(node.tagName))) {
      const isApart = node.type === "element" && node.tagName === "figure";
      const inside: Run[] = isApart ? [] : runs;
      if (isApart) sequences.push(inside);
      for (const child of node.children) visit(child, inside, position);
    }
  };
  const first: Run[] = [];
  sequences.push(first);
  visit(tree, first);
  return sequences;
}

/** A run that is missing in a finished file, or misplaced. */
export interface MisplacedRun {
  readonly run: Run;
  readonly how: "lost" | "moved";
}

/** How far ahead the next run may be: past an address or a page label. */
const maxSkip = 300;

/** The same for a short run, which could be confused with another of the same words. */
const next = 30;

/** Shorter runs may be anywhere. */
const minMatchLength = 12;

/** Shorter runs, such as table headers, occur more than once, so their position says nothing about that of the text. */
const sentence = 40;

/** Maximum number of searches of the whole file, to keep the time linear in its length. */
const searches = 300;

/**
 * Finds the runs that a finished file, normalised to one line of words, lacks or has in another order. Additional words
 * in between are allowed.
 */
export function findMisplaced(text: string, runs: readonly Run[]): MisplacedRun[] {
  const found: MisplacedRun[] = [];
  let at = 0;
  /** Position after a run that is further ahead, such as a note: the text continues there if the next run does too. */
  let leap: number | undefined;
  /** Position after the last sentence: shorter runs may have been matched too far ahead. */
  let sure = 0;
  let left = searches;
  const repeated = timesOf(runs.filter(({ words }) => words.length >= sentence));
  const behind = (from: number | undefined, words: string): number | undefined => {
    if (from === undefined) return undefined;
    const within = words.length < minMatchLength ? next : maxSkip;
    const index = text.slice(from, from + within + words.length).indexOf(words);
    return index < 0 ? undefined : from + index + words.length;
  };
  for (const run of runs) {
    const { words } = run;
    const end = behind(at, words) ?? (words.length < minMatchLength ? undefined : behind(leap, words));
    if (end !== undefined) {
      [at, leap] = [end, undefined];
      // The first of equal runs may have been matched at the second.
      if (repeated.get(words) === 1) sure = end;
      continue;
    }
    if (words.length < minMatchLength) continue;
    if (left === 0) break;
    left -= 1;
    const further = text.indexOf(words, at);
    if (further >= 0) leap = words.length < sentence ? leap : further + words.length;
    else if (!text.includes(words)) found.push({ run, how: "lost" });
    else if (words.length >= sentence) {
      const times = repeated.get(words) ?? 1;
      const again = text.indexOf(words, sure);
      if (again >= 0) sure = at = again + words.length;
      else if (times === 1 || text.split(words).length - 1 < times) found.push({ run, how: "moved" });
    }
  }
  return found;
}

/** Counts how often each text occurs. */
function timesOf(runs: readonly Run[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { words } of runs) times.set(words, (times.get(words) ?? 0) + 1);
  return times;
}
