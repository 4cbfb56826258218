import type { Nodes } from "hast";
import type { SourcePoint } from "./diagnostic.ts";

/** Words that stand together in a text, as they are compared, and as they are written. */
export interface Run {
  readonly words: string;
  readonly written: string;
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** What is drawn, or is no text. */
const silent = new Set(["math", "svg", "script", "style", "template", "rt", "rp", "input", "textarea"]);

/**
 * Letters and digits alone, without what style sheets and formats change in them: capitals, ligatures, marks above and below
 * (UAX #15, NFKD).
 */
export function toWords(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ");
}

/** The runs of a tree in reading order, and those of each figure in it: on paper a figure stands where it has room. */
export function runsOf(tree: Nodes): Run[][] {
  const sequences: Run[][] = [];
  const visit = (one: Nodes, runs: Run[], around?: Run["position"]): void => {
    const position = one.position ?? around;
    if (one.type === "text") {
      const words = toWords(one.value);
      if (words !== "") runs.push({ words, written: one.value, position });
    } else if ("children" in one && !(one.type === "element" && silent.has(one.tagName))) {
      const isApart = one.type === "element" && one.tagName === "figure";
      const inside: Run[] = isApart ? [] : runs;
      if (isApart) sequences.push(inside);
      for (const child of one.children) visit(child, inside, position);
    }
  };
  const first: Run[] = [];
  sequences.push(first);
  visit(tree, first);
  return sequences;
}

/** A run that a finished file has not, or has in another place. */
export interface Astray {
  readonly run: Run;
  readonly how: "lost" | "moved";
}

/** How far ahead the next run stands: behind an address, or the name of a page. */
const near = 300;

/** A short one, which would else be taken for another of the same words. */
const next = 30;

/** Shorter ones stand anywhere. */
const telling = 12;

/** Shorter ones are said more than once, as the heads of tables: where they stand does not tell where the text is. */
const sentence = 40;

/** Searches through the whole file, so that the work stays linear in its length. */
const searches = 300;

/** Where a finished file, read as one line of words, does not have these runs in this order. It may have more between them. */
export function findAstray(said: string, runs: readonly Run[]): Astray[] {
  const found: Astray[] = [];
  let at = 0;
  /** Behind a run that stands further ahead, as behind a note: the text goes on there if the next run does, too. */
  let leap: number | undefined;
  /** Behind the last sentence: what is shorter may have been found too far ahead. */
  let sure = 0;
  let left = searches;
  const behind = (from: number | undefined, words: string): number | undefined => {
    if (from === undefined) return undefined;
    const within = words.length < telling ? next : near;
    const index = said.slice(from, from + within + words.length).indexOf(words);
    return index < 0 ? undefined : from + index + words.length;
  };
  for (const run of runs) {
    const { words } = run;
    const end = behind(at, words) ?? (words.length < telling ? undefined : behind(leap, words));
    if (end !== undefined) {
      [at, leap] = [end, undefined];
      if (words.length >= sentence) sure = end;
      continue;
    }
    if (words.length < telling) continue;
    if (left === 0) break;
    left -= 1;
    const further = said.indexOf(words, at);
    if (further >= 0) leap = words.length < sentence ? leap : further + words.length;
    else if (!said.includes(words)) found.push({ run, how: "lost" });
    else if (words.length >= sentence) {
      const again = said.indexOf(words, sure);
      if (again < 0) found.push({ run, how: "moved" });
      else sure = at = again + words.length;
    }
  }
  return found;
}
