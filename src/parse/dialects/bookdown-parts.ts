import type { Dialect } from "./dialect.ts";

const part = /^# +\((?:PART|APPENDIX)(?:\\?\*)?\) *(.*?) *(?:\{[^{}]*\})? *$/;

/**
 * `# (PART) Title {-}` of bookdown (https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html), which
 * stands above the first chapter of a part: a heading without the marks. Where it begins the file, the chapter's own
 * heading is put before it, since that is the title.
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
