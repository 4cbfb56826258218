import { expect, test } from "vitest";
import { againstSums } from "../../src/pipeline/verify/verify-sums.ts";

const sha256 = "a".repeat(64);
const against = (listed: string) =>
  againstSums({ file: { path: "a.pdf", sha256, state: "unknown" }, diagnostics: [] } as never, "a.pdf", {
    digests: new Map([["a.pdf", listed]]),
    folder: "/",
  });

test("a digest is compared whole", () => {
  expect(against(sha256)).toMatchObject({ file: { state: "unchanged" }, diagnostics: [] });
  for (const at of [0, 8, 32, 63]) {
    const other = `${sha256.slice(0, at)}b${sha256.slice(at + 1)}`;
    expect(against(other), String(at)).toMatchObject({
      file: { state: "changed" },
      diagnostics: [{ rule: "fileUnchanged" }],
    });
  }
});
