import { emojiNamed } from "../../model/emoji.ts";

/** `:material-check:`, `:fontawesome-solid-check:{ .lg }`, `:octicons-check-16:`, `:simple-github:`, and a space. */
const icon =
  /(?<![\p{L}\p{N}:\\/]):(material|fontawesome(?:-(?:solid|regular|brands))?|octicons|simple)-([a-z0-9]+(?:-[a-z0-9]+)*):(?:\{[^{}]*\})?(?![\p{L}\p{N}:])[ \t]?/gu;

/** Signs with the meaning of an icon, by its name without the set. */
const signs: Readonly<Record<string, string>> = {
  check: "✓",
  "check-bold": "✓",
  close: "✗",
  x: "✗",
  xmark: "✗",
  times: "✗",
  "arrow-right": "→",
  "arrow-left": "←",
  "arrow-up": "↑",
  "arrow-down": "↓",
};

/**
 * Replaces icons of MkDocs Material's sets by signs or emoji of the same name. Others are left out, or their names
 * written where nothing else stands in the link, the cell or the line. `leftOut` receives those.
 * https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/
 */
export function replaceIcons(text: string, leftOut: (written: string) => void): string {
  return text.replaceAll(icon, (written: string, set: string, full: string, at: number) => {
    const name = full.replace(/-(?:12|16|24|32|48|96)$/, "");
    const isBrand = set === "simple" || set.endsWith("brands");
    const sign = isBrand ? undefined : (signs[name] ?? emojiNamed(name.replaceAll("-", "_")));
    const space = /[ \t]$/.exec(written)?.[0] ?? "";
    if (sign !== undefined) return sign + space;
    leftOut(written.trim());
    const isAlone =
      /(?:^|[[|])[\s#>*+-]*$/.test(text.slice(0, at)) && /^\s*(?:$|[\]|])/.test(text.slice(at + written.length));
    return isAlone ? name.replaceAll("-", " ") + space : "";
  });
}
