import type { Root } from "mdast";
import { visit } from "../../../model/visit.ts";
import type { TreeDialect } from "../dialect.ts";
import { safeId } from "../pandoc-attributes.ts";

/** Kinds that Quarto (https://quarto.org/docs/authoring/cross-references.html) and pandoc-crossref number. */
const kinds = "fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau";
const reference = String.raw`[+-]?@(?:${kinds})[-:][\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_])?`;
const bare = new RegExp(`^${reference}$`, "iu");
const group = new RegExp(
  String.raw`^\[(?:[^\[\]@;]*\s)?${reference}(?:\s*;\s*(?:[^\[\]@;]*\s)?${reference})*\]$`,
  "iu",
);

/** Not the name of a work or a person: the target may be in another chapter. */
const usual = /^(?:fig|tbl|sec|eq|lst)-/;

/**
 * `@fig-bridge`, `[@fig-a; @tbl-b]` of Quarto and `@fig:bridge` of pandoc-crossref: targets are searched for among all
 * ids, not among the references.
 */
export const quartoReferences: TreeDialect = {
  name: "cross-references (@fig-name: Quarto, pandoc-crossref)",
  read(tree: Root, { texts, path }) {
    const isQuarto = /\.(?:qmd|rmd)$/i.test(path);
    let first: number | undefined;
    const groups = groupsIn(tree);
    visit(tree, ["citation", "crossReference"], (node, index, parent) => {
      if ((node.type !== "citation" && node.type !== "crossReference") || !parent || index === undefined) return;
      const written = node.type === "citation" ? node.value : `[${node.value}]`;
      const isKind = bare.test(written) || group.test(written);
      const ids = isKind ? idsOfKinds(written) : node.type === "citation" ? labelsOf(written, texts) : [];
      if (ids.length === 0) return;
      // Offprint's own syntax is resolved elsewhere.
      if (node.type === "crossReference" && !ids.some((id) => !/^(?:fig|tbl|sec|eq):/.test(id))) return;
      if (isKind && !isQuarto && !ids.some((id) => usual.test(id) || isDefined(id, texts))) return;
      first ??= node.position?.start.line;
      const targets = ids.flatMap((id) => groups.get(safeId(id)) ?? [safeId(id)]);
      const value = targets.map((id) => `@any:${id}`).join("; ");
      const data = { hName: "span", hProperties: { dataReference: value } };
      parent.children[index] = {
        type: "crossReference",
        value,
        data,
        ...(node.position && { position: node.position }),
      };
    });
    return first;
  },
};

/** Returns the ids of the figures in each `::: {#fig-name}` without a caption, which has no number of its own. */
function groupsIn(tree: Root): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  visit(tree, "containerDirective", (node) => {
    const id = node.attributes?.["id"] ?? "";
    if (node.name !== "div" || !/^(?:fig|tbl)-/.test(id)) return;
    const inner: string[] = [];
    visit({ type: "root", children: node.children } as Root, "containerDirective", ({ name, attributes }) => {
      const own = attributes?.["id"];
      if ((name === "figure" || name === "table") && own) inner.push(own);
    });
    if (inner.length > 0) groups.set(id, inner);
  });
  return groups;
}

/** Converts "@Fig:a" at the start of a sentence to "@fig:a". */
function idsOfKinds(written: string): string[] {
  const items = Array.from(written.matchAll(new RegExp(reference, "giu")), ([item]) => item.replace(/^[+-]?@/, ""));
  return items.map((id) => id.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()));
}

/**
 * Returns the MyST labels in a reference, which look like citation keys (https://mystmd.org/guide/cross-references).
 * Returns none unless all are labels.
 */
function labelsOf(written: string, texts: readonly string[]): string[] {
  if (!/^\[?@[^\s@;[\]]+(?:\s*;\s*@[^\s@;[\]]+)*\]?$/.test(written)) return [];
  const ids = written.replaceAll(/^\[?@|\]$/g, "").split(/\s*;\s*@/);
  return ids.every((id) => texts.some((text) => isLabel(text, id))) ? ids : [];
}

function isLabel(text: string, id: string): boolean {
  const [, name, target] = /^[ \t]*(?::(?:name|label):[ \t]*(\S+)|\(([^()\s]+)\)=)[ \t]*$/.exec(text) ?? [];
  return (name ?? target) === id;
}

/** Reports whether the text defines an id: in braces, as an option of a cell or directive, or as a chunk label. */
function isDefined(id: string, texts: readonly string[]): boolean {
  const name = `(?:${[id, safeId(id)].map((form) => form.replaceAll(/[.\\]/g, String.raw`\$&`)).join("|")})`;
  const definition = new RegExp(
    String.raw`(?:#|\bid=["']?|label:[ \t]*["']?|\{r[ \t]+|:(?:name|label):[ \t]*|^\()${name}(?![\w:-])`,
  );
  return texts.some((text) => definition.test(text));
}
