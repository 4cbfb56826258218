// Takes the pictures of templates in the guide: page 1 of the same text in each. Run with: npm run pictures
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { build } from "../../src/pipeline/build.ts";
import { realWorld } from "../../src/world/node.ts";
import { drawPdfPage } from "./pictures/draw-pdf-page.ts";

const root = join(import.meta.dirname, "..", "..");
const sources = [join(root, ".github/pictures/sample")];
const logo = { light: join(root, ".github/pictures/sample/logo.svg"), alt: "A college" };

const world = realWorld();
for (const name of await readdir(join(root, "templates"))) {
  const config = { template: { name, options: {} }, brand: { logo } };
  const outcome = await build(world, { sources, editions: ["handout"], config, toolVersion: "0" });
  const [artifact] = outcome.ok ? outcome.value.flatMap((built) => built.artifacts) : [];
  if (!artifact) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  const page = sharp(await drawPdfPage(artifact.bytes, 1, 0.8));
  const framed = page.extend({ top: 1, bottom: 1, left: 1, right: 1, background: "#cfcac0" });
  const picture = await framed.png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer();
  await writeFile(join(root, "content/offprint-guide/pictures", `template-${name}.png`), picture);
}
