import { translations } from "./messages.ts";

/** Words that authors write before a number, besides the full ones. */
const short = {
  figure: "figs?\\.|figures|abb\\.",
  table: "tabs?\\.|tables",
  equation: "eqs?\\.|equations|gl\\.|éqs?\\.",
};
const plural = { figure: "figures", table: "tables", equation: "equation" } as const;

const patterns = new Map<string, RegExp>(
  (["figure", "table", "equation"] as const).map((kind) => {
    const words = Object.values(translations).flatMap((messages) => [messages[kind], messages[plural[kind]]]);
    const all = [...new Set(words)].toSorted((word, other) => other.length - word.length);
    return [kind, new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join("|")}|${short[kind]})[ ~\u00A0\n]+$`, "iu")];
  }),
);

/** Returns a pattern for the name of a numbered kind at the end of a text, in any language: "see Figure ". */
export function referenceNames(kind: string): RegExp | undefined {
  return patterns.get(kind);
}
