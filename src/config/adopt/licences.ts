import spdxIds from "spdx-license-ids/index.json" with { type: "json" };
import { isWebAddress } from "../fields.ts";
import { isMap } from "../key-paths.ts";

/** Converts a licence to its SPDX identifier or address; any other text becomes a rights statement. */
export function adoptLicence(value: unknown): { key: string; value: unknown } {
  if (isMap(value)) {
    const named = value["url"] ?? value["link"] ?? value["id"] ?? value["name"] ?? value["text"] ?? value["content"];
    return named === undefined ? { key: "licence", value } : adoptLicence(named);
  }
  if (typeof value !== "string") return { key: "licence", value };
  const id = spdxOf(value);
  if (id !== undefined) return { key: "licence", value: id };
  return { key: isWebAddress(value) ? "licence" : "rights", value };
}

/** Recognises "CC BY 4.0", "Apache License 2.0", "GPLv3", "CC0": https://spdx.org/licenses/. */
function spdxOf(name: string): string | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/\b(?:the|licen[cs]e|international|unported|version)\b/g, " ")
    .replaceAll("creative commons", "cc")
    .replaceAll("attribution", "by")
    .replaceAll(/\bv(?=\d)|(?<=[a-z])v(?=\d)/g, " ")
    .trim()
    .replaceAll(/[\s_,()-]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const spellings = [
    name.trim().toLowerCase(),
    plain,
    `${plain}-1.0`,
    `${plain}.0`,
    `${plain}-only`,
    `${plain}.0-only`,
  ];
  return spellings
    .map((spelling) => spdxIds.find((id) => id.toLowerCase() === spelling))
    .find((id) => id !== undefined);
}
