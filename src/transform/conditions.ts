import type { PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, Directives, TextDirective } from "mdast-util-directive";
import { didYouMean } from "../diagnostics/nearest.ts";
import { audiences, type EditionName, editionNames, editionsFor, editionsNamed } from "../model/edition.ts";
import { at, element, propertiesOf } from "./directive-parts.ts";
import type { Report } from "./report.ts";

/** Whether content is for the editions that its condition means, or for all the others. */
type Sense = "only" | "not";

/**
 * `:::only{edition=handout}` and `:::not{edition=web}`: content that carries the names of its editions, for the
 * template to decide. Headings are lifted out of the block, each with the names, so that they still make sections.
 */
export function conditionalBlocks(node: ContainerDirective, sense: Sense, report: Report): RootContent[] {
  const { others, editions } = readCondition(node, sense, report);
  const block: ContainerDirective = { ...node, attributes: others };
  if (!editions) return [element(block, "div", node.children, report)];
  const blocks: RootContent[] = [];
  let run: RootContent[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push(element(block, "div", run, report, marked(editions)));
    run = [];
  };
  for (const child of node.children) {
    if (child.type !== "heading") run.push(child);
    else {
      close();
      const { hProperties } = (child.data ?? {}) as { hProperties?: Record<string, string> };
      blocks.push({
        ...child,
        data: { ...child.data, hProperties: { ...hProperties, ...marked(editions) } } as object,
      });
    }
  }
  close();
  return blocks;
}

/** `:only[on paper]{edition=handout}` in the run of a text. */
export function conditionalText(node: TextDirective, sense: Sense, report: Report): PhrasingContent {
  const { others, editions } = readCondition(node, sense, report);
  const hProperties = { ...propertiesOf({ ...node, attributes: others }, report), ...(editions && marked(editions)) };
  const data = { hName: "span", hProperties };
  return { type: "emphasis", children: node.children, data, ...at(node) };
}

/** The mark by which a template tells for which editions content is. */
export function marked(editions: readonly EditionName[]): { dataEditions: string } {
  return { dataEditions: editions.join(" ") };
}

function readCondition(node: Directives, sense: Sense, report: Report) {
  const { edition, audience, ...others } = node.attributes ?? {};
  const read = [
    ...(edition ? [readNames("edition", edition, editionNames, editionsNamed, node, report)] : []),
    ...(audience ? [readNames("audience", audience, audiences, editionsFor, node, report)] : []),
  ];
  if (read.length === 0) {
    const hint = `Name editions or an audience: ${sense}{edition=handout} or ${sense}{audience=adviser}.`;
    report("directiveComplete", node, `This "${node.name}" names no edition.`, hint);
  }
  if (read.length === 0 || read.includes(undefined)) return { others };
  const meant = (name: EditionName): boolean => read.every((names) => names?.includes(name));
  const editions = editionNames.filter((name) => meant(name) === (sense === "only"));
  if (editions.length > 0) return { others, editions };
  report(
    "editionKnown",
    node,
    "No edition shows this.",
    "Name an edition that is for the audience, or only one of the two.",
  );
  return { others };
}

/** The editions that a list of names means, or nothing where a name is not known. */
function readNames<Name extends string>(
  key: "edition" | "audience",
  value: string,
  known: readonly Name[],
  meaning: (name: Name) => readonly EditionName[],
  node: Directives,
  report: Report,
): EditionName[] | undefined {
  const names = value.split(/[\s,]+/).filter((name) => name !== "");
  const isKnown = (name: string): name is Name => (known as readonly string[]).includes(name);
  for (const name of names.filter((one) => !isKnown(one))) {
    const hint = didYouMean(name, known) ?? `There is: ${known.join(", ")}.`;
    report("editionKnown", node, `There is no ${key} "${name}".`, hint);
  }
  return names.every(isKnown) ? names.filter(isKnown).flatMap((name) => meaning(name)) : undefined;
}
