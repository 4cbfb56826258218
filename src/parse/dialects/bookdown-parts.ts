import type { Dialect } from "./dialect.ts";

const part = /^# +\((?:PART|APPENDIX)(?:\\?\*)?\) *(.*?) *(?:\{[^{}]*\})? *$/;

/**
 * `# (PART) Title {-}` of bookdown (https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html), above
 * the first chapter of a part, becomes a plain heading. At the start of a file, the chapter's own heading moves before
 * it, because the first heading is the title.
 */
export const bookdownParts: Dialect = {
  name: "parts (# (PART) Title: bookdown)",
  read(lines) {
    const read = new Map<number, string>();
    const written = lines.filter(({ text }) => text.trim() !== "");
    for (const [at, { line, text }] of written.entries()) {
      const [, title] = part.exec(text) ?? [];
      if (title === undefined) continue;
      const next = written[at + 1];
      const isOpening = at === 0 && next !== undefined && /^# +\S/.test(next.text) && !part.test(next.text);
      read.set(line, isOpening ? next.text : `# ${title}`);
      if (isOpening) read.set(next.line, `**${title}**`);
    }
    return read;
  },
};
