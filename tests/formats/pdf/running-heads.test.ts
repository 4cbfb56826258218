import { describe, expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.ts";
import { built } from "../../support/built.ts";
import { readLines } from "../../support/pdf-lines.ts";
import { worldOf } from "../../support/world.ts";

const words = "Some words of text that go on for a while. ".repeat(120);

/** The line above the text of each page. */
async function headsOf(text: string): Promise<(string | undefined)[]> {
  const [pdf] = await built({ "article.md": text }, ["handout"]);
  const pages = await readLines(pdf?.bytes ?? new Uint8Array());
  return pages.map(([first]) => first?.text);
}

describe("two texts of a running head share the line by need", () => {
  const title = "The Impact of USMLE Step 1 on Career Opportunities for IMGs";

  test("both are whole where there is room", async () => {
    const heads = await headsOf(`# ${title}\n\n## Access to Residency Programs\n\n${words}\n`);
    expect(heads[1]).toBe(`${title} Access to Residency Programs`);
  });

  test("one that takes less than its half stays whole, and the other ends at a word", async () => {
    const heads = await headsOf(`# Oaks\n\n## ${title} and of everybody else who may be asked for it\n\n${words}\n`);
    expect(heads[1]).toMatch(/^Oaks The Impact of USMLE Step 1 on Career Opportunities for IMGs and .*\w ?…$/);
    const long = await headsOf(`# ${title} today\n\n## ${title} and of everybody else\n\n${words}\n`);
    expect(long[1]).toMatch(/^The Impact of USMLE Step 1 on \w+ ?… The Impact of USMLE Step 1 on \w+ ?…$/);
  });
});

test("words of the other direction are cut at their own end", async () => {
  const latin =
    "The Impact of the First Examination on Careers and on the Choice of Residency Programs in Twelve Countries";
  const hebrew =
    "המדריך המלא לבחינות הרישוי ולבחירת ההתמחות ברפואה בשנים עשר מדינות ובעוד מקומות רבים אחרים בעולם כולו";
  const [, inEnglish] = await headsOf(`# Oaks\n\n## ${hebrew}\n\n${words}\n`);
  // From left to right as it is painted: the ellipsis stands at the left, the first word at the right.
  expect(inEnglish).toMatch(/^Oaks …\S.* המלא המדריך$/);
  const [, inHebrew] = await headsOf(`---\nlang: he\n---\n\n# אלון\n\n## ${latin}\n\n${words}\n`);
  expect(inHebrew).toContain("The Impact of");
});

test("a sign that no font has is a box in a running head too, and no fault", async () => {
  const article = `# Plain\n\n## A heading with \u16A0 in it\n\n${words}\n`;
  const world = worldOf({ "text/article.md": article });
  const config = {};
  const outcome = await build(world, { sources: ["text"], editions: ["handout"], config, toolVersion: "0.0.0" });
  expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(["glyphAvailable"]);
  expect(outcome.ok && outcome.value.flatMap(({ artifacts }) => artifacts).length).toBe(1);
});
