import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parseXml } from "@rgrove/parse-xml";
import { root, runScript } from "../setup/run-script.ts";

const files = new Map<string, string>();

beforeAll(async () => {
  expect(await runScript("bundle-editor.ts", [])).toMatchObject({ code: 0 });
  const zip = unzipSync(await readFile(join(root, "editors/vscode/offprint.vsix")));
  for (const [name, bytes] of Object.entries(zip)) files.set(name, strFromU8(bytes));
});

describe("the extension for Visual Studio Code", () => {
  it("is a package with everything that its manifests name", () => {
    const manifest = JSON.parse(files.get("extension/package.json") ?? "") as { main: string };
    expect(files.has(join("extension", manifest.main))).toBe(true);
    const assets = [...(files.get("extension.vsixmanifest") ?? "").matchAll(/Path="([^"]+)"/g)].map(([, path]) => path);
    expect(assets).toHaveLength(3);
    for (const path of assets) expect(files.has(path ?? "")).toBe(true);
    for (const name of ["extension.vsixmanifest", "[Content_Types].xml"]) parseXml(files.get(name) ?? "");
  });

  it("loads with nothing but the editor's own module, and can be switched on and off", () => {
    const asked: string[] = [];
    const require = createRequire(import.meta.url);
    const load = (name: string): unknown => {
      asked.push(name);
      return name === "vscode" ? standIn : require(name);
    };
    const module = { exports: {} as Record<string, unknown> };
    const run = runInThisContext(
      `(function (require, module, exports) {${files.get("extension/out/extension.cjs")}\n})`,
    ) as (...values: unknown[]) => void;
    run(load, module, module.exports);
    expect(Object.keys(module.exports).toSorted()).toEqual(["activate", "deactivate"]);
    expect(asked.filter((name) => name !== "vscode" && !/^(?:node:)?[a-z_]+(?:\/[a-z]+)?$/.test(name))).toEqual([]);
  });
});

/** Whatever is asked of the editor's module is a class, which libraries extend when they are loaded. */
const standIn: unknown = new Proxy(function editorClass() {}, {
  get: (target, key) => (key === "prototype" ? (target.prototype as unknown) : standIn),
});
