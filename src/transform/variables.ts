import type { Nodes, Root } from "mdast";
import { visit } from "../model/visit.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "../diagnostics/report.ts";

/** Strings by variable name. */
export type Variables = ReadonlyMap<string, string>;

const inText = /\{\{[^{}\n]+\}\}/g;

/** Returns the names of the variables that a text uses. */
export function variablesIn(tree: Root): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const texts =
      node.type === "variable" ? [node.value] : addressesOf(node).flatMap((text) => text.match(inText) ?? []);
    for (const written of texts) names.add(nameIn(written));
  });
  return names;
}

function nameIn(written: string): string {
  return written.slice(2, -2).trim();
}

const addressKeys = ["url", "alt", "title"] as const;

type WithAddresses = Partial<Record<(typeof addressKeys)[number], string | null>>;

function addressesOf(node: Nodes): string[] {
  return addressKeys.map((key) => (node as WithAddresses)[key]).filter((text) => typeof text === "string");
}

/** Replaces `{{name}}` by values: in the text, in addresses, in alternative texts and titles; not in code. */
export function fillVariables(tree: Root, variables: Variables, report: Report, columns: readonly string[] = []): void {
  const valueOf = (written: string, node: Nodes): string => {
    const name = nameIn(written);
    const value = variables.get(name);
    if (value !== undefined) return value;
    const hint = columns.includes(name)
      ? `A roster gives it (offprint merge). To build without one: roster: { ${name}: { default: … } }.`
      : (didYouMean(name, [...variables.keys()]) ?? `Define it in the front matter: variables: { ${name}: … }.`);
    report("variableDefined", node, `There is no variable "${name}".`, hint);
    return written;
  };
  visit(tree, (node, index, parent) => {
    if (node.type === "variable" && parent && index !== undefined) {
      const { position } = node;
      parent.children[index] = { type: "text", value: valueOf(node.value, node), ...(position && { position }) };
    }
    for (const key of addressKeys) {
      const text = (node as WithAddresses)[key];
      if (typeof text !== "string") continue;
      (node as WithAddresses)[key] = text.replaceAll(inText, (written) => valueOf(written, node));
    }
  });
}
