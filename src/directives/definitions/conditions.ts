import type { RootContent } from "mdast";
import type { ContainerDirective, Directives } from "mdast-util-directive";
import { z } from "zod";
import { didYouMean } from "../../diagnostics/nearest.ts";
import { audiences, type EditionName } from "../../model/edition.ts";
import { activeProfile } from "../../model/plugin/scope.ts";
import { editionsFor, editionsNamed, everyEditionName } from "../../model/every-edition.ts";
import { directive, type DirectiveUse } from "../directive.ts";
import { element, span } from "../parts.ts";
import type { IssueParams } from "../read-attributes.ts";

const attributes = {
  edition: namesOf("edition", everyEditionName, editionsNamed),
  audience: namesOf("audience", () => audiences, editionsFor),
  profile: namesOf("profile", () => activeProfile().names, editionsWith),
};

const describe = { only: "Content for the editions that are named", not: "Content for all other editions" };

/**
 * `:::only{edition=handout}`, `:not[words]{audience=adviser}`: content marked with the editions that show it, which
 * transforms select. A profile applies to the whole run: its content is for every edition, or for none.
 */
export const conditions = (["only", "not"] as const).map((sense) =>
  directive({
    name: sense,
    attributes,
    example: `:::${sense}{edition=handout}`,
    description: `${describe[sense]}; in a line, \`:${sense}[words]\`.`,
    container: (node, use) => conditionalBlocks(node, editionsMeant(node, sense, use), use),
    text(node, use) {
      const editions = editionsMeant(node, sense, use);
      return [span(node, { ...use.properties, ...(editions && marked(editions)) })];
    },
  }),
);

/** Returns the mark for content of these editions. */
export function marked(editions: readonly EditionName[]): { dataEditions: string } {
  return { dataEditions: editions.join(" ") };
}

/** Moves headings out of the block, each with the mark, so that they still form sections. */
function conditionalBlocks(
  node: ContainerDirective,
  editions: readonly EditionName[] | undefined,
  { properties }: DirectiveUse<typeof attributes>,
): RootContent[] {
  if (!editions) return [element(node, "div", properties, node.children)];
  const blocks: RootContent[] = [];
  let run: RootContent[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push(element(node, "div", { ...properties, ...marked(editions) }, run));
    run = [];
  };
  for (const child of node.children) {
    if (child.type !== "heading") run.push(child);
    else {
      close();
      const { hProperties } = (child.data ?? {}) as { hProperties?: Record<string, string> };
      const data = { ...child.data, hProperties: { ...hProperties, ...marked(editions) } };
      blocks.push({ ...child, data: data as object });
    }
  }
  close();
  return blocks;
}

/** Returns all editions if the profile is active, else none. */
function editionsWith(profile: string): readonly EditionName[] {
  return activeProfile().name === profile ? everyEditionName() : [];
}

/** Returns the selected editions; undefined where the content is for all of them, or the condition is unknown. */
function editionsMeant(
  node: Directives,
  sense: "only" | "not",
  { attributes: { edition, audience, profile }, invalid, report }: DirectiveUse<typeof attributes>,
): EditionName[] | undefined {
  // Content for an unknown edition must not be shown to everyone: it may be an answer.
  if (invalid.size > 0) return sense === "only" ? [] : undefined;
  const named = [edition, audience, profile].filter((names) => names !== undefined);
  if (named.length === 0) {
    const hint = `Name editions, an audience or a profile: ${sense}{edition=handout}, ${sense}{audience=adviser} or ${sense}{profile=draft}.`;
    report("directiveComplete", node, `This "${node.name}" names no edition.`, hint);
    return undefined;
  }
  const isMeant = (name: EditionName): boolean => named.every((names) => names.includes(name));
  const editions = everyEditionName().filter((name) => isMeant(name) === (sense === "only"));
  if (editions.length > 0 || profile !== undefined) return editions;
  const hint = "Name an edition that is for the audience, or only one of the two.";
  report("editionKnown", node, "No edition shows this.", hint);
  return [];
}

/** Parses a list of names into the editions that they mean. */
function namesOf<Name extends string>(
  key: "edition" | "audience" | "profile",
  list: () => readonly Name[],
  meaning: (name: Name) => readonly EditionName[],
) {
  return z
    .string()
    .optional()
    .transform((value, context) => {
      const known = list();
      const names = value?.split(/[\s,]+/).filter((name) => name !== "") ?? [];
      for (const name of names.filter((candidate) => !isOneOf(known, candidate))) {
        const available = known.length > 0 ? `Available: ${known.join(", ")}.` : "The configuration has none.";
        const hint = didYouMean(name, known) ?? available;
        const params: IssueParams = { message: `There is no ${key} "${name}".`, rule: "editionKnown", hint };
        context.addIssue({ code: "custom", params });
      }
      return names.length === 0 ? undefined : names.filter((name) => isOneOf(known, name)).flatMap(meaning);
    })
    .describe(`Names of ${key}s, separated by spaces.`);
}

function isOneOf<Name extends string>(known: readonly Name[], name: string): name is Name {
  return (known as readonly string[]).includes(name);
}
