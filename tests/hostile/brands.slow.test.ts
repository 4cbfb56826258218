import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { processorTime } from "../support/processor-time.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// The brand of a publication.yaml, which is not trusted: nothing of another place is read or fetched, no rule of its
// own gets into the style sheet, the text stays, and each thing that is left out is told.

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}<path d="M0 0h9v9z"/></svg>`;
const secret = drawing("<title>S3CRET</title>");

async function made(brand: unknown, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const outside = await temporaryFolder({ "secret.svg": secret });
  const folder = await temporaryFolder({
    "text/article.md": "# T\n\nKept.\n",
    "text/publication.yaml": `title: T\nchapters: [article.md]\nbrand: ${JSON.stringify(brand)}\n`,
    "secret.svg": secret,
    ...files,
  });
  await symlink(join(outside, "secret.svg"), join(folder, "text", "link.svg"));
  await symlink(outside, join(folder, "text", "linked"));
  const before = processorTime();
  const outcome = await build(worldIn(folder), {
    sources: ["text"],
    editions: ["web", "ebook"],
    config: {},
    toolVersion: "0.0.0",
  });
  expect(processorTime() - before).toBeLessThan(30_000);
  const printed = printDiagnostics(outcome.diagnostics);
  expect(printed).not.toMatch(/internalFault|Cannot read prop|is not a function|\[object Object\]/);
  const [web] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  const page = new TextDecoder().decode(web?.bytes);
  if (outcome.ok) expect(page).toContain("Kept.");
  else expect(printed).toContain(" error ");
  const pictures = Array.from(page.matchAll(/data:image\/svg\+xml;base64,([\w+/=]+)/g), ([, data = ""]) =>
    Buffer.from(data, "base64").toString(),
  );
  return { page: [page, ...pictures].join("\n"), printed };
}

describe("logos", () => {
  test.each([
    ["../../secret.svg", {}],
    ["/etc/passwd", {}],
    ["link.svg", {}],
    ["linked/secret.svg", {}],
    ["file:///etc/passwd", {}],
    ["https://evil.example/logo.svg", {}],
    ["//evil.example/logo.svg", {}],
    [String.raw`..\..\secret.svg`, {}],
    ["%2e%2e/%2e%2e/secret.svg", {}],
    ["a\u0000.svg", {}],
    ["", {}],
    [".", {}],
    ["missing.svg", {}],
    ["words.svg", { "text/words.svg": "No drawing." }],
    ["empty.png", { "text/empty.png": "" }],
    ["huge.svg", { "text/huge.svg": drawing("<g/>".repeat(400_000)) }],
    ["huge.png", { "text/huge.png": new Uint8Array(40 * 2 ** 20) }],
  ])("%j is left out with a finding", async (light, files) => {
    const { page, printed } = await made({ logo: { light, alt: "House" } }, files);
    expect(printed).not.toBe("");
    expect(/S3CRET|root:x|evil\.example|alt="House"/.exec(page)).toBeNull();
  });

  test("a drawing that fetches, runs or leaves its element is cleaned", async () => {
    const logo = drawing(
      `<script>evil()</script><image href="https://evil.example/a.png"/><style>@import "//evil.example"; a{}</style>` +
        `<a href="javascript:evil()"><path d="M0 0h1" onclick="evil()" style="fill:url(//evil.example/a)"/></a>`,
    );
    const alt = '"><script>evil()</script>';
    const { page } = await made({ logo: { light: "logo.svg", alt } }, { "text/logo.svg": logo });
    expect(page.includes("&lt;script&gt;evil()&lt;/script&gt;")).toBe(true);
    expect(/evil\.example|<script>evil|onclick="evil|href="javascript/.exec(page)).toBeNull();
  });
});

describe("values that are written into style sheets", () => {
  const values = [
    "url(//evil.example/a)",
    "expression(evil())",
    "red; } @import '//evil.example'; a {",
    "#000}</style><script>evil()</script>",
    String.raw`\75rl(//evil.example)`,
    "#fff/*",
    "var(--x, url(//evil.example))",
    "9".repeat(100_000),
    "\u0000",
    "__proto__",
    "constructor",
  ];
  const places: readonly (readonly [string, (value: string) => unknown])[] = [
    ["colours", (value) => ({ colours: { accent: [value, value] } })],
    ["a colour alone", (value) => ({ colours: { ink: value } })],
    ["a name of a colour", (value) => ({ colours: { [value]: ["#000000", "#ffffff"] } })],
    ["measure", (value) => ({ measure: value })],
    ["margins", (value) => ({ margins: { outer: value } })],
    ["a typeface", (value) => ({ typefaces: { label: { family: value, files: { 400: value } } } })],
    ["a key", (value) => ({ [value]: value })],
    ["the whole", (value) => value],
  ];
  test.each(places)("%s", async (_, brandWith) => {
    for (const value of values) {
      const { page, printed } = await made(brandWith(value));
      expect(printed, value.slice(0, 50)).not.toBe("");
      expect(/evil\.example|evil\(\)|9{1000}/.exec(page)).toBeNull();
    }
  });
});
