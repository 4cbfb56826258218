import stringWidth from "string-width";

/** Characters per line, as in e-mail (RFC 5322, 2.1.1). */
export const lineWidth = 78;

/** Positions without a space where a line may end: Chinese and Japanese. */
const wide = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，．：；！？」』）】])(?![、。，．：；！？」』）】ー])/u;

/** Wraps text to at most `width` columns; a longer word gets a line of its own. Keeps line ends. */
export function wrap(text: string, width = lineWidth): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter((part) => part !== "")) {
    for (const [index, piece] of word.split(wide).entries()) {
      const joined = line === "" ? piece : `${line}${index === 0 ? " " : ""}${piece}`;
      if (line !== "" && stringWidth(joined) > width) {
        lines.push(line);
        line = piece;
      } else {
        line = joined;
      }
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Pads a text to a width in columns. */
export function pad(text: string, width: number, align: "left" | "right" | "center" | null | undefined): string {
  const room = Math.max(0, width - stringWidth(text));
  const before = align === "right" ? room : align === "center" ? Math.floor(room / 2) : 0;
  return " ".repeat(before) + text + " ".repeat(room - before);
}
