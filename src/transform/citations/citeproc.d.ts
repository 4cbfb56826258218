declare module "citeproc" {
  import type { CslNode } from "../../model/citation-style.ts";

  export interface CiteInput {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly label?: string;
    readonly locator?: string;
    readonly "suppress-author"?: boolean;
  }

  export interface CitationInput {
    readonly citationID: string;
    readonly citationItems: readonly CiteInput[];
    readonly properties: { readonly noteIndex: number; readonly mode?: "composite" };
  }

  interface System {
    retrieveItem(id: string): unknown;
    retrieveLocale(language: string): CslNode;
    variableWrapper(wrapped: WrappedVariable, before: string, text: string, after: string): string;
  }

  export interface WrappedVariable {
    readonly context: "citation" | "bibliography";
    readonly itemData: { readonly id: string };
    readonly variableNames: readonly string[];
  }

  export interface BibliographyParameters {
    readonly entry_ids: readonly (readonly string[])[];
    readonly hangingindent?: boolean;
    readonly "second-field-align"?: false | "flush" | "margin";
  }

  export class Engine {
    constructor(system: System, style: CslNode, language: string, force: boolean);
    readonly registry: { readonly registry: Readonly<Record<string, { readonly seq: number } | undefined>> };
    updateItems(ids: readonly string[]): void;
    getTerm(name: string, form?: string): string;
    rebuildProcessorState(
      citations: readonly CitationInput[],
      format: "html",
      uncited: readonly string[],
    ): [id: string, note: number, html: string][];
    makeBibliography(): [BibliographyParameters, string[]] | false;
  }

  const CSL: { readonly Engine: typeof Engine; debug: (text: string) => void };
  export default CSL;
}
