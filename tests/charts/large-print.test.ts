import { expect, test } from "vitest";
import { labelSize, largeWidth } from "../../src/charts/look.ts";
import { preparePublication } from "../../src/pipeline/prepare.ts";
import { noCache } from "../../src/pipeline/build-cache.ts";
import { findPublications } from "../../src/source/find.ts";
import { readLengths } from "../../src/template/page-geometry.ts";
import { forEdition } from "../../src/transform/edition/for-edition.ts";
import { loadHandout } from "../support/handout.ts";
import { worldOf } from "../support/world.ts";

const article = `# Fruit

\`\`\`chart
kind: bar
data:
  - { fruit: Apples, share: 40 }
  - { fruit: Pears, share: 60 }
x: fruit
y: { field: share, title: Share, unit: "%" }
caption: Fruit
summary: More pears than apples.
\`\`\`
`;

test("in large print a chart is drawn with fewer words to a line, so that they are as large as the text", async () => {
  const world = worldOf({ "text/article.md": article });
  const found = await findPublications(world, ["text"], { root: "." });
  const [source] = found.ok ? found.value : [];
  if (!source) throw new Error("no source");
  const prepared = await preparePublication(world, source, {}, noCache.draw, { editions: ["handout", "large-print"] });
  if (!prepared.ok) throw new Error("not prepared");
  const { publication } = prepared.value;
  const [usual] = (await forEdition(publication, "handout")).images.values();
  const [large] = (await forEdition(publication, "large-print")).images.values();
  expect(large?.width).toBeLessThan(usual?.width ?? 0);
  expect(usual).not.toHaveProperty("large");
  // As wide as the page, the words of the picture are no smaller than the 18 points of the text.
  const { template } = await loadHandout();
  for (const { size, inner, outer } of Object.values(template.settings.print.papers["large-print"])) {
    const [page = 0, ...margins] = readLengths(`${size} ${inner} ${outer}`) ?? [];
    const line = page - (margins[1] ?? 0) - (margins[2] ?? 0);
    expect((labelSize * line) / (large?.width ?? Infinity)).toBeGreaterThanOrEqual(18);
  }
  expect(largeWidth).toBeLessThan(large?.width ?? 0);
  const without = await preparePublication(world, source, {}, noCache.draw, { editions: ["handout"] });
  const [drawn] = (without.ok ? without.value.publication.images : new Map()).values();
  expect(drawn).not.toHaveProperty("large");
});
