import type { Heading, Html, Root, TableRow } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "../model/visit.ts";
import { undescribed } from "../model/undescribed.ts";
import type { Report } from "../diagnostics/report.ts";

/** Checks Markdown before conversion: alternative texts, table headers, heading order. */
export function checkMarkdown(tree: Root, source: string, report: Report): void {
  checkCode(tree, source, report);
  checkImages(tree, report);
  checkTables(tree, report);
  checkHeadings(tree, report);
}

/** Reports unclosed code blocks: a closing fence is alone on its line (CommonMark 0.31, 4.5). */
function checkCode(tree: Root, source: string, report: Report): void {
  visit(tree, "code", (node) => {
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    const [, fence] = /^(`{3,}|~{3,})/.exec(written) ?? [];
    if (fence === undefined || closes(fence).test(written)) return;
    const message = "This code block is not closed, so it contains everything that follows.";
    report("codeClosed", node, message, `End it with a line of just "${fence}".`);
  });
}

/** Matches a closing fence of at least the same length; in a grid table it follows a cell border. */
function closes(fence: string): RegExp {
  return new RegExp(String.raw`\n(?:.*[ \t>|])?${fence.charAt(0)}{${fence.length},}[ \t]*$`);
}

function checkImages(tree: Root, report: Report): void {
  visit(tree, (node) => {
    if (node.type !== "image" && node.type !== "imageReference") return;
    const data = node.data as { hProperties?: { className?: string[] } } | undefined;
    const classes = data?.hProperties?.className ?? [];
    if ((node.alt ?? "").trim() !== "" || classes.includes("decorative")) return;
    const address = node.type === "image" ? `(${shortened(node.url)})` : `[${node.identifier}]`;
    report(
      "imageHasAlt",
      node,
      "This image has no alternative text.",
      `Write what it shows between the brackets, or mark it decorative: ![]${address}{.decorative}`,
    );
    node.data = { ...data, hProperties: { ...data?.hProperties, className: [...classes, undescribed] } };
  });
}

/** A picture in its address is no help in a message. */
function shortened(address: string): string {
  return address.startsWith("data:") ? `${address.slice(0, 20)}…` : address;
}

function checkTables(tree: Root, report: Report): void {
  visit(tree, "table", (node) => {
    const [header, ...rows] = node.children;
    const columns = header?.children.length ?? 0;
    for (const row of rows.filter(({ children }) => children.length > columns)) {
      const message = `This row has ${row.children.length} cells; the header has ${columns}, so the last are left out.`;
      report("tableRowFits", row, message, 'Add a column, or write a "|" that belongs to a cell as "\\|".');
    }
    if (header && !isEmpty(header)) return;
    report(
      "tableHasHeader",
      header ?? node,
      "The header row of this table is empty.",
      "Name the columns: a reader who hears the table needs to know what each cell is about.",
    );
  });
}

function isEmpty(row: TableRow): boolean {
  return row.children.every((cell) => toString(cell, { includeImageAlt: true }).trim() === "");
}

function checkHeadings(tree: Root, report: Report): void {
  let before = 1;
  const follow = (node: Heading | Html, depth: number): void => {
    if (depth > before + 1) {
      const message = `A heading of level ${depth} follows one of level ${before}.`;
      const wanted = node.type === "html" ? `<h${before + 1}>` : "#".repeat(before + 1);
      report("headingOrder", node, message, `Use level ${before + 1}: "${wanted}".`);
    }
    before = depth;
  };
  visit(tree, (node) => {
    if (node.type === "html") {
      for (const [, depth] of node.value.matchAll(/<h([1-6])(?=[\s>])/gi)) follow(node, Number(depth));
    }
    if (node.type !== "heading") return;
    if (toString(node, { includeImageAlt: true }).trim() === "")
      report("headingHasText", node, "This heading has no text.", "Write its text, or remove the number signs.");
    follow(node, node.depth);
  });
}
