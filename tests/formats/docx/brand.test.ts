import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { OffprintConfig } from "../../../src/config/offprint-config.ts";
import { verifyDocx } from "../../../src/formats/docx/check/check.ts";
import { importDocument } from "../../../src/import/import-document.ts";
import { build } from "../../../src/pipeline/build.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import type { Files } from "../../support/temporary.ts";
import { worldOf } from "../../support/world.ts";

const text = `---
title: A text
---

Words, \`code\` and a [link](https://example.org).

:::note[A box]
In it.
:::

## One

| A | B |
| - | - |
| 1 | 2 |

\`\`\`
code
\`\`\`
`;
const files: Files = {
  "a.md": text,
  "logo.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path fill="#8a1f4b" d="M0 0h40v10H0z"/></svg>',
};
const brand: OffprintConfig["brand"] = {
  logo: { light: "logo.svg", alt: 'Harbour "Clinic" & Co.' },
  colours: {
    accent: ["#8a1f4b", "#f0a8c4"],
    ink: ["#201018", "#f4e4ea"],
    soft: ["#503040", "#e4d4da"],
    tint: ["#faf0f4", "#302028"],
    rule: ["#c090a0", "#504048"],
  },
  typefaces: {
    text: { family: "Source Serif 4", package: "@fontsource/source-serif-4" },
    label: { family: "Atkinson Hyperlegible Next", package: "@fontsource/atkinson-hyperlegible-next" },
    code: { family: "Source Code Pro", package: "@fontsource/source-code-pro" },
  },
};

async function make(config: OffprintConfig, more: Files = {}) {
  const request = { sources: ["a.md"], editions: ["docx" as const], config, toolVersion: "0.0.0" };
  const outcome = await build(worldOf({ ...files, ...more }), request);
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact || outcome.diagnostics.length > 0) throw new Error(printDiagnostics(outcome.diagnostics));
  const parts = unzipSync(artifact.bytes);
  const part = (name: string): string => new TextDecoder().decode(parts[`word/${name}.xml`]);
  const style = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(part("styles"))?.[0] ?? "";
  return { bytes: artifact.bytes, parts, document: part("document"), styles: part("styles"), style };
}

test("the brand's logo stands above the title, with its alternative text", async () => {
  const { bytes, parts, document } = await make({ brand });
  const [logo = "", title = ""] = document.match(/<w:p>.*?<\/w:p>/g) ?? [];
  expect(logo).toContain('<w:pStyle w:val="BrandLogo"/>');
  expect(logo).toContain('descr="Harbour &quot;Clinic&quot; &amp; Co."');
  // 204 by 51 CSS pixels, in units of which one pixel has 9525.
  expect(logo).toContain('<wp:extent cx="1943100" cy="485775"/>');
  expect(title).toContain('<w:pStyle w:val="Title"/>');
  expect(Object.keys(parts).filter((path) => path.startsWith("word/media/"))).toHaveLength(1);
  expect(verifyDocx(bytes, "a.docx")).toEqual([]);
});

test("styles have the brand's families and colours by role", async () => {
  const { styles, style, document } = await make({ brand });
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/.exec(styles)?.[0];
  expect(defaults).toContain('<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4"/>');
  expect(defaults).toContain('<w:color w:val="201018"/>');
  for (const id of ["Title", "Heading1", "Heading2"]) {
    expect(style(id)).toContain('w:ascii="Atkinson Hyperlegible Next"');
    expect(style(id)).toContain('<w:color w:val="201018"/>');
  }
  expect(style("Caption")).toContain('<w:color w:val="503040"/>');
  expect(style("Hyperlink")).toContain('<w:color w:val="8A1F4B"/>');
  expect(style("CalloutTitle")).toContain('<w:color w:val="8A1F4B"/>');
  expect(style("CodeBlock")).toContain('w:ascii="Source Code Pro"');
  expect(style("CodeBlock")).toContain('w:fill="FAF0F4"');
  expect(/<w:tblBorders>.*?<\/w:tblBorders>/.exec(document)?.[0]).toContain('w:color="C090A0"');
});

test("a template of one's own does too, and without either Word's own fonts are used", async () => {
  const theme = 'extends: handout\ncolours: { ink: ["#102030", "#e0f0ff"] }\n';
  const own = await make(
    { templates: "themes", template: { name: "own", options: {} } },
    { "themes/own/template.yaml": theme },
  );
  expect(own.style("Heading1")).toContain('<w:color w:val="102030"/>');
  const plain = await make({});
  expect(plain.style("Heading1")).toContain('w:ascii="Calibri"');
  expect(plain.style("Heading1")).toContain('<w:color w:val="1C1B19"/>');
  expect(/<w:docDefaults>.*?<\/w:docDefaults>/.exec(plain.styles)?.[0]).not.toContain("w:color");
  expect(plain.document).not.toContain("BrandLogo");
});

test("the logo does not come back by an import, which the next build would double", async () => {
  const { bytes } = await make({ brand });
  const imported = await importDocument("a.docx", bytes);
  if (!imported.ok) throw new Error("The document cannot be read.");
  expect(imported.value.markdown).not.toContain("Harbour");
  expect(imported.value.markdown).toContain("A text");
  expect([...imported.value.pictures.keys()]).toEqual([]);
});
