import stringWidth from "string-width";

/** Characters to a line, as e-mail has them (RFC 5322, 2.1.1). */
export const lineWidth = 78;

/** Between these a line can end although there is no space: Chinese and Japanese. */
const wide = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，．：；！？」』）】])(?![、。，．：；！？」』）】ー])/u;

/** Text in lines of at most `width` columns; a word that is longer stands alone. Line ends in it stay. */
export function wrap(text: string, width = lineWidth): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter((one) => one !== "")) {
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

/** A text that fills so many columns. */
export function pad(text: string, width: number, align: "left" | "right" | "center" | null | undefined): string {
  const room = Math.max(0, width - stringWidth(text));
  const before = align === "right" ? room : align === "center" ? Math.floor(room / 2) : 0;
  return " ".repeat(before) + text + " ".repeat(room - before);
}
