import {
  type ApiDeclaredItem,
  ApiDocumentedItem,
  type ApiItem,
  ApiItemKind,
  type ApiPackage,
} from "@microsoft/api-extractor-model";
import { code } from "../markdown.ts";

/** A node of a parsed TSDoc comment. */
type DocNode = ReturnType<NonNullable<ApiDocumentedItem["tsdocComment"]>["summarySection"]["getChildNodes"]>[number];

/** Lists every export of the package: functions first, then types, each with its members and docstrings. */
export function apiList(model: ApiPackage): string {
  const exports = model.entryPoints[0]?.members ?? [];
  const isFunction = ({ kind }: ApiItem): boolean => kind === ApiItemKind.Function;
  const ordered = [...exports.filter(isFunction), ...exports.filter((item) => !isFunction(item))];
  return ordered.map((item) => describe(item as ApiDeclaredItem)).join("\n\n");
}

function describe(item: ApiDeclaredItem): string {
  const members = item.members as readonly ApiDeclaredItem[];
  const declaration = `\`\`\`ts\n${signature(item)}\n\`\`\``;
  const heritage = item.excerpt.text.includes(" extends ") && item.kind === ApiItemKind.Interface;
  return [
    `### ${item.displayName}`,
    summary(item),
    members.length === 0 || heritage ? declaration : "",
    ...members.map((member) => [code(signature(member).replaceAll(/\s+/g, " ")), `: ${summary(member)}`].join("\n")),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function signature({ excerpt }: ApiDeclaredItem): string {
  return excerpt.text
    .replace(/^export (?:declare )?/, "")
    .replace(/^readonly /, "")
    .replace(/;$/, "")
    .trim();
}

function summary(item: ApiItem): string {
  const section = item instanceof ApiDocumentedItem ? item.tsdocComment?.summarySection : undefined;
  return section === undefined ? "" : textOf(section).replaceAll(/\s+/g, " ").trim();
}

/** Returns the text without markup, with code as code. */
function textOf(node: DocNode): string {
  if ("code" in node) return code(String(node.code));
  if ("text" in node) return String(node.text);
  if (node.kind === "SoftBreak") return " ";
  return node.getChildNodes().map(textOf).join("");
}
