import { readFileSync } from "node:fs";
import { ApiDocumentedItem, type ApiItem } from "@microsoft/api-extractor-model";
import { beforeAll, expect, test } from "vitest";
import { apiChapter, fillApiChapter } from "../../.github/scripts/api/api-chapter.ts";
import { type Api, extractApi } from "../../.github/scripts/api/extract-api.ts";

let api: Api;

beforeAll(() => {
  api = extractApi();
});

test("every type that an export names is exported, too", () => {
  expect(api.missing).toEqual([]);
});

test("every export and each of its members has a description", () => {
  const silent = (item: ApiItem): string[] => [
    ...(item instanceof ApiDocumentedItem && !item.tsdocComment ? [item.getScopedNameWithinPackage()] : []),
    ...item.members.flatMap(silent),
  ];
  const exports = api.model.entryPoints[0]?.members ?? [];
  expect(exports.length).toBeGreaterThan(60);
  expect(exports.flatMap(silent)).toEqual([]);
});

test("the guide has every export with its signature (npm run guide)", () => {
  const text = readFileSync(apiChapter, "utf8");
  expect(text).toBe(fillApiChapter(text, api));
  expect(text).toContain("function build(options?: BuildOptions): Promise<BuildResult>");
});
