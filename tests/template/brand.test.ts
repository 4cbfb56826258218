import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OffprintConfig } from "../../src/config/offprint-config.ts";
import type { EditionName } from "../../src/model/edition.ts";
import { build } from "../../src/pipeline/build.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const { toolFolder } = worldIn("/").host;
const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/></svg>`;

const brand: OffprintConfig["brand"] = {
  logo: { light: "brand/logo.svg", dark: "brand/logo-dark.svg", alt: "Harbour Clinic" },
  colours: { accent: ["#8a1f4b", "#f0a8c4"], ink: ["#201018", "#f4e4ea"] },
  typefaces: { label: { family: "House Sans", files: { "400": "brand/house.woff2", "600": "brand/house.woff2" } } },
  measure: "32rem",
  margins: { outer: "2.1in" },
};

async function buildWith(config: OffprintConfig, editions: readonly EditionName[]) {
  const fonts = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
  const folder = await temporaryFolder({
    "brand/logo.svg": svg("#8a1f4b"),
    "brand/logo-dark.svg": svg("#f0a8c4"),
    "words.svg": "No drawing.",
    "brand/house.woff2": await readFile(join(toolFolder, fonts, "atkinson-hyperlegible-next-latin-500-normal.woff2")),
    "a.md": "---\ntitle: A text\n---\n\n## One\n\nText with a [link](https://example.org).\n",
  });
  const outcome = await build(worldIn(folder), { sources: ["a.md"], editions, config, toolVersion: "0.0.0" });
  const artifacts = outcome.ok ? outcome.value.flatMap((built) => built.artifacts) : [];
  return { printed: printDiagnostics(outcome.diagnostics), artifacts };
}

test("a house's logo, colours, families and measure are on the web page and in the book", async () => {
  const { printed, artifacts } = await buildWith({ brand }, ["web", "ebook"]);
  expect(printed).toBe("");
  const page = artifacts.find(({ edition }) => edition === "web");
  const html = new TextDecoder().decode(page?.bytes);
  expect(
    html.match(/<img class="for-(?:light|dark)" src="data:image\/svg\+xml;base64,[^"]+" alt="Harbour Clinic">/g),
  ).toHaveLength(2);
  expect(html).toContain("--ink:light-dark(#201018,#f4e4ea);--strong:light-dark(var(--accent),#f0a8c4)".split(";")[0]);
  expect(html).toContain(":root{--accent:#8a1f4b}");
  expect(html).toContain('--face-label: "House Sans", "Source Serif 4",');
  expect(html).toContain("max-width:32rem");
  expect(artifacts).toHaveLength(2);
});

test("reports the contrast of colours that are too pale, and keeps those of the template", async () => {
  const pale = { colours: { ink: ["#999999", "#f4e4ea"], soft: ["#555555", "#333333"] } } as const;
  const { printed, artifacts } = await buildWith({ brand: pale as unknown as OffprintConfig["brand"] }, ["web"]);
  expect(printed).toBe(
    'the options warning brandContrast The contrast of "ink" (#999999) on "paper" (#ffffff) in the light colour scheme is 2.8, not 4.5. (Choose a colour with more contrast to its background; until then those of the template are used.)\n' +
      'the options warning brandContrast The contrast of "soft" (#333333) on "paper" (#191816) in the dark colour scheme is 1.4, not 4.5. (Choose a colour with more contrast to its background; until then those of the template are used.)\n',
  );
  expect(new TextDecoder().decode(artifacts[0]?.bytes)).not.toContain("#999999");
});

test("a missing logo is a finding", async () => {
  const { printed } = await buildWith({ brand: { logo: { light: "none.svg", alt: "X" } } }, ["web"]);
  expect(printed).toMatch(/^the options error configShape A file of the brand's logo cannot be read: none\.svg\./);
});

test("a file that is no logo or no font is reported", async () => {
  const { printed } = await buildWith({ brand: { logo: { light: "words.svg", alt: "X" } } }, ["web"]);
  expect(printed).toMatch(/^the options error configShape A file of the brand's logo cannot be read: words\.svg\./);
  const typefaces = { text: { family: "House", files: { "400": "house.woff2" } } };
  expect((await buildWith({ brand: { typefaces } }, ["web"])).printed).toContain("there is no file house.woff2.");
});

test("the logo has its description on paper, where the margins are those of the house", async () => {
  const { printed, artifacts } = await buildWith({ brand }, ["handout"]);
  expect(printed).toBe("");
  expect(artifacts[0]?.pages).toBe(1);
});

test("a publication has a look of its own over that of the house, its logo read as its pictures are", async () => {
  const own = `title: Two\nchapters: [a.md]\nbrand:\n  colours: { accent: ["#1f5f3b", "#a8f0c4"] }\n  logo: { light: own.svg, alt: A partner }\n`;
  const folder = await temporaryFolder({
    "brand/logo.svg": svg("#8a1f4b"),
    "content/one/article.md": "# One\n\nText.\n",
    "content/two/publication.yaml": own,
    "content/two/a.md": "# A\n\nText.\n",
    "content/two/own.svg": svg("#1f5f3b").replace("<rect", "<script>alert(1)</script><rect"),
    "content/three/publication.yaml": own.replace("own.svg", "../../../../../etc/passwd.svg") + "  typefaces: {}\n",
    "content/three/a.md": "# A\n\nText.\n",
  });
  const house = { colours: { ink: brand.colours?.ink }, logo: { light: "brand/logo.svg", alt: "Harbour Clinic" } };
  const request = { sources: ["content"], editions: ["web"], toolVersion: "0.0.0" } as const;
  const outcome = await build(worldIn(folder), { ...request, config: { brand: house } });
  const pages = (outcome.ok ? outcome.value : []).map(({ artifacts }) => new TextDecoder().decode(artifacts[0]?.bytes));
  const [text = "", three = "", two = ""] = pages;
  for (const page of pages) expect(page).toContain("--ink:light-dark(#201018");
  expect(text).toContain('alt="Harbour Clinic"');
  expect(two).toContain('alt="A partner"');
  expect(two).toContain(":root{--accent:#1f5f3b}");
  expect(text).not.toContain("#1f5f3b");
  const logo = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(two)?.[1] ?? "";
  expect(Buffer.from(logo, "base64").toString()).toMatch(/^(?!.*script).*#1f5f3b/s);
  expect(three).toContain('alt="Harbour Clinic"');
  const printed = printDiagnostics(outcome.diagnostics);
  expect(printed).toMatch(/content\/three\/publication\.yaml:5:\d+ \w+ imageConfined/);
  expect(printed).toMatch(/content\/three\/publication\.yaml:6:\d+ \w+ keyKnown .*brand\.typefaces/);
});
