import { describe, expect, test } from "vitest";
import { everyRun, expectWhole, languages } from "./support/corpus-languages.ts";

describe("corpus of languages", () => {
  test("has twelve languages and eight scripts", () => {
    const scripts = new Set(languages.map((language) => new Intl.Locale(language).maximize().script));
    expect(languages.length).toBeGreaterThanOrEqual(12);
    expect(scripts.size).toBeGreaterThanOrEqual(8);
  });

  test.each(everyRun)("%s", (language) => expectWhole(language));
});
