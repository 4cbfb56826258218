import { defineFormat, definePlugin, type Chapter, type Plugin } from "offprint";

type Node = Chapter["body"] | Chapter["body"]["children"][number];

const textOf = (node: Node): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

/** Lines of Gemtext (https://geminiprotocol.net/docs/gemtext.gmi): headings, items, quotations, paragraphs. */
function linesOf(node: Node): string[] {
  if (node.type === "root") return node.children.flatMap(linesOf);
  if (node.type !== "element") return [];
  const text = textOf(node).replaceAll(/\s+/g, " ").trim();
  if (/^h[1-6]$/.test(node.tagName)) return [`${"#".repeat(Math.min(3, Number(node.tagName[1])))} ${text}`, ""];
  if (node.tagName === "li") return [`* ${text}`];
  if (node.tagName === "blockquote") return [`> ${text}`, ""];
  if (node.tagName === "p") return [text, ""];
  return node.children.flatMap(linesOf);
}

const format = defineFormat({
  name: "gemtext",
  extension: "gmi",
  mediaType: "text/gemini",
  compose: ({ metadata, chapters }) => [`# ${metadata.title}`, "", ...chapters.flatMap(({ body }) => linesOf(body))],
  write: (lines) => `${lines.join("\n").trimEnd()}\n`,
  check(bytes, report) {
    if (!new TextDecoder().decode(bytes).startsWith("# ")) report("error", "It does not begin with the title.");
  },
});

export function gemtext(): Plugin {
  return definePlugin({
    name: "gemtext",
    version: "1.0.0",
    formats: [format],
    editions: [{ name: "gemini", format: "gemtext", label: "Gemini", description: "Gemtext, for Gemini servers." }],
  });
}
