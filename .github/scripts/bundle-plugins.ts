import * as http from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * Returns the changes that the bundle makes to its modules. `out`: its folder; `late` collects the libraries that
 * modules require only when a text needs them, which become files of their own.
 */
export function bundlePlugins(out: string, late: Map<string, string>): Plugin[] {
  return [
    {
      name: "late libraries",
      transform: (code, id) =>
        !id.endsWith(".ts")
          ? undefined
          : code.replaceAll(/\brequire\("(\w[^"]*)"\)/g, (_, name: string) => {
              late.set(name.replaceAll("/", "-"), name);
              return `require("./late/${name.replaceAll("/", "-")}.cjs")`;
            }),
    },
    {
      // The whole library reads the grammar of every property when it is loaded, which takes as long as a short text.
      name: "CSS without its grammar",
      resolveId: (id) => (id === "css-tree" ? "\0css-tree" : undefined),
      load: (id) => (id === "\0css-tree" ? cssModule : undefined),
    },
    {
      // Importing it as a module reads all its exports, which loads a WebSocket client: 50 ms.
      name: "http without what is loaded late",
      resolveId: (id) => (/^(?:node:)?http$/.test(id) ? "\0http" : undefined),
      load: (id) => (id === "\0http" ? httpModule() : undefined),
    },
    {
      // These libraries' functions that need those modules are never called.
      name: "what is never called",
      resolveId: (id, importer = "") =>
        Object.entries(uncalled).some(([by, names]) => importer.includes(`/${by}/`) && names.includes(id))
          ? "\0uncalled"
          : undefined,
      load: (id) => (id === "\0uncalled" ? "module.exports = {};" : undefined),
    },
    // Node inflates ten times as fast as a browser library.
    change("inflate by Node", "/fflate/esm/index.mjs", (code) => {
      const inflate = replaceBody(code, "inflateSync", "return new u8(nodeZlib.inflateRawSync(data));");
      const both = replaceBody(inflate, "gunzipSync", "return new u8(nodeZlib.gunzipSync(data));");
      return `import nodeZlib from "node:zlib";\n${both}`;
    }),
    // Each visited node gets a name for debuggers, which takes a tenth of a build's time.
    change("steps without names", "/unist-util-visit-parents/lib/index.js", (code) => {
      const named = /if \(typeof value\.type === 'string'\) \{[^]*?\n    \}\n/;
      return named.test(code) ? code.replace(named, "") : missing("names of steps");
    }),
    // A name is looked up for each entry read from a PDF, and hardly ever has an escape.
    change("names of PDF", "/pdf-lib/es/core/objects/PDFName.js", (code) => {
      const decoding = "const decodedValue = decodeName(name);";
      if (!code.includes(decoding)) missing("decoding of names");
      return code.replace(decoding, 'const decodedValue = name.includes("#") ? decodeName(name) : name;');
    }),
    // What stands inside of something is looked for below each of these, and what is found is compared with all that was
    // found before: the 8,000 links of a contents list took 12 seconds. To look at what stands around gives the same.
    change("nesting from inside", "/epubcheck-ts/dist/index.js", (code) => {
      const below = /`\.\/\/html:\$\{ancestor\}\/\/((?:html:)?\$\{\w+\})`/g;
      if (!below.test(code)) missing("paths from ancestors");
      return code.replaceAll(below, (_, path: string) => `\`.//${path}[ancestor::html:\${ancestor}]\``);
    }),
    // The same sheet is in each book of a run, and takes half the time of its check. What is clean depends on its text
    // alone, unless the book declares class names of media overlays.
    change("style sheets checked once", "/epubcheck-ts/dist/index.js", (code) => {
      const method = "  validate(context, css, resourcePath) {\n";
      if (code.split(method).length !== 2) missing("check of style sheets");
      const once = `  validate(context, css, resourcePath) {
    const isAlone = !context.mediaActiveClass && !context.mediaPlaybackActiveClass;
    const known = isAlone ? cleanSheets.get(css) : undefined;
    if (known) return known;
    const before = context.messages.length;
    const result = this.validateAnew(context, css, resourcePath);
    if (cleanSheets.size > 7) cleanSheets.clear();
    if (isAlone && context.messages.length === before) cleanSheets.set(css, result);
    return result;
  }
  validateAnew(context, css, resourcePath) {
`;
      return `const cleanSheets = new Map();\n${code.replace(method, () => once)}`;
    }),
    // WebAssembly as a string of 1.2 million characters, which is decoded character by character.
    change("WebAssembly in a file", "/libxml2-wasm/lib/libxml2raw.mjs", (code) => {
      const [embedded, base64 = ""] = /base64Decode\('([^']{1000,})'\)/.exec(code) ?? missing("libxml2's WebAssembly");
      writeFileSync(join(out, "libxml2.wasm"), Buffer.from(base64, "base64"));
      const read = 'nodeFs.readFileSync(new URL("libxml2.wasm", import.meta.url))';
      return `import nodeFs from "node:fs";\n${code.replace(embedded, () => read)}`;
    }),
  ];
}

const uncalled: Readonly<Record<string, readonly string[]>> = {
  // Downloads, and cleaning of chapters.
  "epub-gen-memory": ["node-fetch", "abort-controller", "./html-parse"],
  // Reading of SVG.
  "@cantoo/pdf-lib": ["node-html-better-parser"],
};

function change(name: string, file: string, edit: (code: string) => string): Plugin {
  return { name, transform: (code, id) => (id.endsWith(file) ? edit(code) : undefined) };
}

/** Replaces the body of an exported function by one line; fails if the library has changed. */
function replaceBody(code: string, name: string, body: string): string {
  const start = code.indexOf(`export function ${name}(`);
  const [open, end] = [code.indexOf("{", start) + 1, code.indexOf("\n}", start)];
  if (start < 0 || open > end) missing(name);
  return `${code.slice(0, open)}\n    ${body}${code.slice(end)}`;
}

function missing(what: string): never {
  throw new Error(`The library that the bundle changes has no ${what} any more.`);
}

const cssModule = `export { default as parse } from "css-tree/parser";
export { default as walk } from "css-tree/walker";
export { default as generate } from "css-tree/generator";
export { ident } from "css-tree/utils";`;

function httpModule(): string {
  const late = ["WebSocket", "CloseEvent", "MessageEvent", "default"];
  const names = Object.keys(http).filter((name) => !late.includes(name));
  return `const http = process.getBuiltinModule("node:http");
export default http;
export const { ${names.join(", ")} } = http;`;
}
