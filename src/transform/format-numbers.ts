import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../model/visit.ts";

/**
 * Formats numbers in marked cells for the language, with all their decimals. Groups thousands only in columns with
 * numbers of five digits or more, so that a year stays one.
 */
export function formatNumbers(tree: Root, language: string): void {
  const formats = new Map<string, Intl.NumberFormat>();
  visit(tree, "element", (node) => {
    const kind = node.properties["dataKind"];
    if (kind !== "number" && kind !== "grouped-number") return;
    delete node.properties["dataKind"];
    const [, whole = "", fraction = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(toString(node)) ?? [];
    if (whole === "") return;
    const { length } = fraction;
    const key = `${kind} ${length}`;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(language, {
        minimumFractionDigits: length,
        maximumFractionDigits: length,
        useGrouping: kind === "grouped-number",
      });
    formats.set(key, format);
    const written = fraction === "" ? whole : `${whole}.${fraction}`;
    node.children = [{ type: "text", value: format.format(written as `${number}`).replace("-", "−") }];
  });
}
