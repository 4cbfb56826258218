import { copyOf } from "../../model/copy.ts";
import type { Element, Root } from "hast";
import type { BackMatter, ContentsEntry } from "../../model/publication.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Messages, messagesFor } from "../../i18n/messages.ts";
import { type GlossaryUses, openGlossary } from "../glossary.ts";
import { idsIn } from "../hast.ts";
import type { NumberedKind } from "../typed-nodes.ts";
import type { WholeChapter, WholePublication } from "../whole-publication.ts";

/** A chapter of an edition while it is being numbered. */
export interface EditionChapter extends Omit<WholeChapter, "source"> {
  readonly source?: WholeChapter["source"];
  readonly words: Messages;
  /** The section at its end, once created. */
  notes?: Element;
  contents: readonly ContentsEntry[];
}

/** A numbered element. */
export interface Numbered {
  readonly kind: NumberedKind;
  readonly number: number;
  /** Letter of a part of a figure. */
  readonly letter?: string;
}

/** A publication as an edition shows it, while it is being numbered. */
export interface EditionPublication {
  readonly whole: WholePublication;
  /** In the language of the publication. */
  readonly words: Messages;
  chapters: readonly EditionChapter[];
  /** By id. */
  readonly numbers: Map<string, Numbered>;
  readonly glossary: GlossaryUses | undefined;
  /** Fills in citations and adds the list of references; undefined without citations. */
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

/** Returns a chapter in reading order: its body, and its notes once created. */
export function treeOf({ body, notes }: EditionChapter): Root {
  return { type: "root", children: [...body.children, ...(notes ? [notes] : [])] };
}

/** Returns all ids in use. */
export function idsOf(chapters: readonly EditionChapter[]): Set<string> {
  return idsIn(chapters.map(treeOf)).union(new Set(chapters.map(({ slug }) => slug)));
}
