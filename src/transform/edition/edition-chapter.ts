import { copyOf } from "../../model/copy.ts";
import type { Element, Root } from "hast";
import type { BackMatter, ContentsEntry } from "../../model/publication.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Messages, messagesFor } from "../../i18n/messages.ts";
import { type GlossaryUses, openGlossary } from "../glossary.ts";
import { idsIn } from "../hast.ts";
import type { NumberedKind } from "../typed-nodes.ts";
import type { WholeChapter, WholePublication } from "../whole-publication.ts";

/** A chapter of one edition while it gets its numbers. */
export interface EditionChapter extends Omit<WholeChapter, "source"> {
  readonly source?: WholeChapter["source"];
  readonly words: Messages;
  /** The section at its end, when it is written. */
  notes?: Element;
  contents: readonly ContentsEntry[];
}

/** What has got a number. */
export interface Numbered {
  readonly kind: NumberedKind;
  readonly number: number;
  /** Of a part of a figure. */
  readonly letter?: string;
}

/** A publication as one edition shows it, while it gets its numbers. */
export interface EditionPublication {
  readonly whole: WholePublication;
  /** In the language of the publication. */
  readonly words: Messages;
  chapters: readonly EditionChapter[];
  /** By id. */
  readonly numbers: Map<string, Numbered>;
  readonly glossary: GlossaryUses | undefined;
  /** Fills citations and lists what they cite, where there is something to cite. */
  readonly cite: ((edition: EditionPublication) => void) | undefined;
  readonly backMatter: BackMatter[];
  readonly diagnostics: Diagnostic[];
}

export function openEdition(whole: WholePublication, cite: EditionPublication["cite"]): EditionPublication {
  return {
    whole,
    words: messagesFor(whole.metadata.language),
    chapters: whole.chapters.map((chapter) => ({
      ...chapter,
      titleContent: copyOf(chapter.titleContent),
      body: copyOf(chapter.body),
      footnotes: copyOf(chapter.footnotes),
      words: messagesFor(chapter.language),
      contents: [],
    })),
    numbers: new Map(),
    glossary: whole.glossary && openGlossary(whole.glossary),
    cite,
    backMatter: [],
    diagnostics: [],
  };
}

/** A chapter as it is read: its body, and its notes when they are written. */
export function treeOf({ body, notes }: EditionChapter): Root {
  return { type: "root", children: [...body.children, ...(notes ? [notes] : [])] };
}

/** All that no new id may be. */
export function idsOf(chapters: readonly EditionChapter[]): Set<string> {
  return idsIn(chapters.map(treeOf)).union(new Set(chapters.map(({ slug }) => slug)));
}
