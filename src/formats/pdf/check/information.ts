import { PDFString } from "@cantoo/pdf-lib";
import { both, type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { textOf } from "../read/objects.ts";
import { valuesOf } from "../read/xmp.ts";

/** Checks that the file has the publication's metadata, and that both places that hold it agree. */
export const informationChecks: readonly Check[] = [
  {
    checkpoint: "publication-language",
    clause: both("the publication's language"),
    what: "The file names another language than its publication.",
    // If the publication names no language, the check of the text reports it.
    find: ({ catalog, expected }) => {
      const language = textOf(catalog, "Lang");
      return unless(!language || !isTag(language) || language === expected.language, {
        detail: `It is "${language ?? ""}".`,
      });
    },
  },
  {
    checkpoint: "publication-title",
    clause: { "ua-1": "ISO 32000-1, 14.3.3" },
    what: "The file has another title than its publication.",
    find: ({ information, expected }) => expect("title", textOf(information, "Title"), expected.title),
  },
  {
    checkpoint: "publication-dates",
    clause: { "ua-1": "ISO 32000-1, 14.3.3" },
    what: "The file has other dates than its publication.",
    find: ({ information, expected }) => {
      const date = expected.modified && PDFString.fromDate(expected.modified).decodeText();
      return ["CreationDate", "ModDate"].flatMap((key) => expect(key, textOf(information, key), date));
    },
  },
  {
    checkpoint: "publication-xmp-dates",
    clause: both("ISO 16684-1, 8.4"),
    what: "The XMP packet has other dates than the publication.",
    find: ({ xmp, expected }) => {
      const date = expected.modified && `${expected.modified.toISOString().slice(0, 19)}Z`;
      const names = xmp ? ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"] : [];
      return names.flatMap((name) => expect(name, valuesOf(xmp, name)[0], date));
    },
  },
  {
    checkpoint: "6.6.3-info",
    clause: { "ua-1": "ISO 19005-2, 6.6.3" },
    what: "The XMP packet and the information dictionary differ.",
    find: (file) => (file.xmp ? pairs.flatMap(([name, key]) => agrees(file, name, key)) : []),
  },
  {
    checkpoint: "6.1.3-4",
    clause: { "ua-2": "ISO 19005-4, 6.1.3" },
    what: "The file has an information dictionary, which is no longer allowed.",
    find: ({ document: { context } }) => unless(!context.trailerInfo.Info),
  },
];

const pairs = [
  ["dc:description", "Subject"],
  ["dc:creator", "Author"],
  ["pdf:Keywords", "Keywords"],
  ["pdf:Producer", "Producer"],
  ["xmp:CreatorTool", "Creator"],
] as const;

function agrees({ xmp, information }: PdfFile, name: string, key: string): Finding[] {
  const text = textOf(information, key) ?? "";
  const values = valuesOf(xmp, name);
  const value = name === "dc:creator" ? values.join("; ") : (values[0] ?? "");
  return unless(value === text, { detail: `${name} is "${value}" and ${key} is "${text}".` });
}

function expect(what: string, found: string | undefined, wanted: string | undefined): Finding[] {
  return unless(found === wanted, {
    detail: `The ${what} is "${found ?? "missing"}" instead of "${wanted ?? "missing"}".`,
  });
}

function isTag(language: string): boolean {
  return /^[A-Za-z]{1,8}(?:-[\dA-Za-z]{1,8})*$/.test(language);
}
