/** How speech is set in a tradition. */
export interface Tradition {
  readonly language: string;
  /** The marks of speech, and those of speech within it. */
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** What authors type for the marks of speech; for those within it they type the other one. */
  readonly typed: '"' | "'";
  /** What people say, with the right apostrophes. */
  readonly lines: readonly string[];
  /** Words and titles that are quoted. */
  readonly names: readonly string[];
  /** Who speaks, in the middle of a sentence. */
  readonly speakers: readonly string[];
}

/**
 * The shapes that sentences of novels have: a line (a), another (b), a name (n), who speaks (s), between the outer marks
 * ⟦⟧ and the inner ones ⟨⟩.
 */
const shapes: readonly string[] = [
  "⟦a,⟧ s.",
  "⟦a?⟧ s. ⟦b.⟧",
  "⟦a—⟧",
  "⟦a—⟧ s—⟦b.⟧",
  "⟦—a,⟧ s.",
  "⟦a…⟧",
  "⟦…a,⟧ s.",
  "s, ⟦a.⟧",
  "s: ⟦a!⟧",
  "s. ⟦a.⟧ ⟦b?⟧",
  "⟦a,⟧ s, ⟦b.⟧",
  "⟦a. s, ⟨b.⟩⟧",
  "⟦a: ⟨b!⟩ s?⟧",
  "⟦⟨a,⟩ s.⟧",
  "⟦⟨n⟩?⟧ s.",
  "⟦a ⟨n⟩ b.⟧",
  "⟦a ⟨n,⟩ b,⟧ s.",
  "s (⟦a,⟧ n).",
  "s [⟦a⟧].",
  "s ⟦n⟧; s: ⟦b.⟧",
  "⟦a,⟧ – s – ⟦b.⟧",
  "s—⟦a!⟧—s.",
  // Speech of several paragraphs: only the last one closes it.
  "⟦a. b.",
  "⟦a!⟧ ⟦b!⟧ ⟦a?⟧",
  "⟦n⟧-⟦n⟧, s.",
  "⟦a!—b.⟧",
  "⟦a—⟨n,⟩ s—b.⟧",
  "⟦a (⟨n⟩), b.⟧",
  "⟦a… ⟨b…⟩⟧",
  "⟦a,⟧ s; ⟦b,⟧ s; ⟦a.⟧",
  "s, ⟦n,⟧ ⟦n,⟧ s ⟦n.⟧",
  "⟦a⟧/⟦b,⟧ s.",
  "⟦n,⟧ s, ⟦n,⟧ s.",
  "⟦a? ⟨b?⟩ n, s—⟧",
  "⟦a!⟧ s. ⟦b!⟧ s. ⟦a!⟧",
  "⟦a,⟧ s (n), ⟦b.⟧",
  "⟦a,⟧ s, ⟦⟨b,⟩ s.⟧",
  "⟦⟨a?⟩⟧ s.",
  "⟦a,⟧ s. (⟦b!⟧)",
  "n—⟦n⟧—n",
  "⟦a, 1984,⟧ s, ⟦b.⟧",
  "⟦n 22⟧, s: ⟦n 7.⟧",
  "⟦7,⟧ s.",
  "⟦a?!⟧ s. ⟦b!!⟧",
  "⟦a,—⟧ s; ⟦b!—a!⟧",
  "⟦⟨n⟩, ⟨n⟩, ⟨n⟩, s,⟧ n.",
  "⟦a ⟨n⟩!⟧ s, ⟦⟨n⟩ b.⟧",
  "⟦a,⟧ s,—⟦b.⟧",
  "⟦a⟧—s—⟦b⟧",
  "⟦a…⟧ s. ⟦…b.⟧",
  "⟦n!⟧—⟦n!⟧—⟦n!⟧ s.",
  "⟦No 7,⟧ s, ⟦No 8.⟧",
  "⟦a, ⟨n⟩—b.⟧",
  "⟦⟨b⟩—n—⟨a,⟩ s,⟧ s.",
  "[⟦a⟧] s {⟦b⟧}.",
  "⟦a: ⟨5%⟩,⟧ s.",
];

/** Each sentence as it must be set: every shape with every line. */
export function sentences(tradition: Tradition): string[] {
  const { lines, names, speakers, outer, inner } = tradition;
  return shapes.flatMap((shape, turn) =>
    lines.map((line, index) => {
      const words: Readonly<Record<string, string>> = {
        a: line,
        b: pick(lines, index * 3 + turn + 1),
        n: pick(names, index + turn),
        s: pick(speakers, index + turn),
        "⟦": outer[0],
        "⟧": outer[1],
        "⟨": inner[0],
        "⟩": inner[1],
      };
      return shape.replaceAll(/\b[abns]\b|[⟦⟧⟨⟩]/g, (sign) => words[sign] ?? "");
    }),
  );
}

/** What an author types for a sentence. */
export function typedAs(sentence: string, { outer, inner, typed }: Tradition): string {
  const straight = (text: string, marks: readonly string[], sign: string): string =>
    marks.reduce((changed, mark) => (mark === "’" ? changed : changed.replaceAll(mark, sign)), text);
  return straight(straight(sentence, outer, typed), inner, typed === '"' ? "'" : '"')
    .replaceAll("’", "'")
    .replaceAll("—", "---")
    .replaceAll("–", "--")
    .replaceAll("…", "...");
}

/** Marks of a sentence that are not as they must be. */
export function wrongMarks(sentence: string, written: string): number {
  const marks = (text: string): string[] => text.match(/[“”‘’„‚«»‹›"']/g) ?? [];
  const [right, found] = [marks(sentence), marks(written)];
  return right.filter((mark, index) => mark !== found[index]).length;
}

/** How many marks a sentence has. */
export function countMarks(sentence: string): number {
  return sentence.match(/[“”‘’„‚«»‹›]/g)?.length ?? 0;
}

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
