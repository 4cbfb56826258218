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
import type { FactPlace, FactUses } from "./facts.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Title } from "./title.ts";
import type { Variables } from "./variables.ts";

/** Input for a chapter. */
export interface DraftInput {
  readonly file: SourceFile;
  /** Included texts, in the order of their lines after the file's own. */
  readonly included: readonly SourceFile[];
  readonly tree: MdastRoot;
  /** BCP 47. */
  readonly language: string;
  /** From the front matter. */
  readonly title: string | undefined;
  /** The title with its markup, if it has any. */
  readonly titleHeading?: Heading | undefined;
  /** The title where neither front matter nor heading gives one. */
  readonly fallback: string;
  readonly context: TransformContext;
  readonly prose?: ProseSettings;
  readonly variables: Variables;
  /** Variables that a roster supplies. */
  readonly columns?: readonly string[];
  readonly smartPunctuation?: boolean;
}

/** Data available to every transform of an article. */
interface Article {
  readonly input: DraftInput;
  /** The file with its includes. */
  readonly source: JoinedText;
  readonly words: Messages;
  readonly report: Report;
  /** Extended by `report`. */
  readonly diagnostics: Diagnostic[];
  readonly facts: FactUses;
  /** By placeholder number. */
  readonly citations: FoundCitation[];
}

/** An article as an mdast tree, with what transforms have taken out of it. */
export interface MarkdownArticle extends Article {
  readonly tree: MdastRoot;
  abbreviations: Abbreviations;
  title: Title;
  titleContent: readonly ElementContent[];
}

/** An article as a hast tree. */
export interface HtmlArticle extends Article {
  readonly body: Root;
  /** One list item each. */
  footnotes: Root;
  images: readonly ImageReference[];
  /** Alternative names of ids in the body. */
  aliases: ReadonlyMap<string, string>;
}

/** A chapter transformed as far as possible without its images and the other chapters. */
export interface Draft {
  readonly file: SourceFile;
  /** The file with its includes. */
  readonly source: JoinedText;
  readonly words: Messages;
  /** BCP 47. */
  readonly language: string;
  readonly titleContent: readonly ElementContent[];
  /** Plain text. */
  readonly title: string;
  /** Id that the author gave to the title heading, and the id that its text would give. */
  readonly titleIds: readonly string[];
  /** Alternative names of ids in the body. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly body: Root;
  /** One list item each, in the order of the references. */
  readonly footnotes: Root;
  readonly abbreviations: Abbreviations;
  /** Ids of the facts of `facts.yaml` that it states. */
  readonly facts: ReadonlySet<string>;
  /** Where it states their values. */
  readonly factPlaces: readonly FactPlace[];
  readonly images: readonly ImageReference[];
  readonly report: Report;
  /** Extended by `report`. */
  readonly diagnostics: readonly Diagnostic[];
}
