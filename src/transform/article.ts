import type { ElementContent, Root } from "hast";
import type { Heading, Root as MdastRoot } from "mdast";
import type { ProseSettings } from "../config/prose.ts";
import type { Messages } from "../i18n/messages.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImageReference } from "../model/image.ts";
import type { JoinedText, SourceFile } from "../model/source.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { FoundCitation } from "./citations/resolve-citations.ts";
import type { TransformContext } from "./context.ts";
import type { FactUses } from "./facts.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Title } from "./title.ts";
import type { Variables } from "./variables.ts";

/** What a chapter is made from. */
export interface DraftInput {
  readonly file: SourceFile;
  /** The texts that stand in the tree behind the file's own, in the order of its lines. */
  readonly included: readonly SourceFile[];
  readonly tree: MdastRoot;
  /** BCP 47. */
  readonly language: string;
  /** From the front matter. */
  readonly title: string | undefined;
  /** The same with its marks, where it has any. */
  readonly titleHeading?: Heading | undefined;
  /** The title where neither front matter nor heading gives one. */
  readonly fallback: string;
  readonly context: TransformContext;
  readonly prose?: ProseSettings;
  readonly variables: Variables;
  /** Variables that a roster gives. */
  readonly columns?: readonly string[];
  readonly smartPunctuation?: boolean;
}

/** What every transform of an article may use. */
interface Article {
  readonly input: DraftInput;
  /** The file and what it includes. */
  readonly source: JoinedText;
  readonly words: Messages;
  readonly report: Report;
  /** Grows as `report` is called. */
  readonly diagnostics: Diagnostic[];
  readonly facts: FactUses;
  /** By the numbers of their placeholders. */
  readonly citations: FoundCitation[];
}

/** An article while it is an mdast tree, and what the transforms have taken out of it. */
export interface MarkdownArticle extends Article {
  readonly tree: MdastRoot;
  abbreviations: Abbreviations;
  title: Title;
  titleContent: readonly ElementContent[];
}

/** An article while it is a hast tree. */
export interface HtmlArticle extends Article {
  readonly body: Root;
  /** A list item each. */
  footnotes: Root;
  images: readonly ImageReference[];
  /** Other names for ids of the body. */
  aliases: ReadonlyMap<string, string>;
}

/** A chapter as far as it can be brought without its images and without the other chapters. */
export interface Draft {
  readonly file: SourceFile;
  /** The file and what it includes. */
  readonly source: JoinedText;
  readonly words: Messages;
  /** BCP 47. */
  readonly language: string;
  readonly titleContent: readonly ElementContent[];
  /** Plain text. */
  readonly title: string;
  /** The id that the author gave to the title's heading, and the one that it would get from its text. */
  readonly titleIds: readonly string[];
  /** Other names for ids of the body. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly body: Root;
  /** A list item each, in the order in which the text refers to them. */
  readonly footnotes: Root;
  readonly abbreviations: Abbreviations;
  /** What it says of `facts.yaml`, by id. */
  readonly facts: ReadonlySet<string>;
  readonly images: readonly ImageReference[];
  readonly report: Report;
  /** Grows as `report` is called. */
  readonly diagnostics: readonly Diagnostic[];
}
