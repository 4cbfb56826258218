import * as http from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * What the bundle changes in the modules that go into it. `out`: its folder; `late` gets the libraries that our modules require
 * when a text has a use for them, which are files of their own there.
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
      // To import it as a module reads all that it has, and what is read loads a client of WebSockets: 50 ms.
      name: "http without what is loaded late",
      resolveId: (id) => (/^(?:node:)?http$/.test(id) ? "\0http" : undefined),
      load: (id) => (id === "\0http" ? httpModule() : undefined),
    },
    {
      // Of these libraries nothing is called that needs those.
      name: "what is never called",
      resolveId: (id, importer = "") =>
        Object.entries(uncalled).some(([by, names]) => importer.includes(`/${by}/`) && names.includes(id))
          ? "\0uncalled"
          : undefined,
      load: (id) => (id === "\0uncalled" ? "module.exports = {};" : undefined),
    },
    // Node unpacks ten times as fast as a library for browsers.
    change("inflate by Node", "/fflate/esm/index.mjs", (code) => {
      const inflate = replaceBody(code, "inflateSync", "return new u8(nodeZlib.inflateRawSync(data));");
      const both = replaceBody(inflate, "gunzipSync", "return new u8(nodeZlib.gunzipSync(data));");
      return `import nodeZlib from "node:zlib";\n${both}`;
    }),
    // Each step of a walk has a name for debuggers, which makes it slow: a tenth of the time of a build.
    change("steps without names", "/unist-util-visit-parents/lib/index.js", (code) => {
      const named = /if \(typeof value\.type === 'string'\) \{[^]*?\n    \}\n/;
      return named.test(code) ? code.replace(named, "") : missing("names of steps");
    }),
    // A name is looked up for each entry that is read of a PDF, and has an escape nearly never.
    change("names of PDF", "/pdf-lib/es/core/objects/PDFName.js", (code) => {
      const decoding = "const decodedValue = decodeName(name);";
      if (!code.includes(decoding)) missing("decoding of names");
      return code.replace(decoding, 'const decodedValue = name.includes("#") ? decodeName(name) : name;');
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
  // Its downloads, and its cleaning of chapters.
  "epub-gen-memory": ["node-fetch", "abort-controller", "./html-parse"],
  // Its reading of SVG.
  "@cantoo/pdf-lib": ["node-html-better-parser"],
};

function change(name: string, file: string, edit: (code: string) => string): Plugin {
  return { name, transform: (code, id) => (id.endsWith(file) ? edit(code) : undefined) };
}

/** What an exported function does, in one line; a library that has changed stops the bundle. */
function replaceBody(code: string, name: string, body: string): string {
  const start = code.indexOf(`export function ${name}(`);
  const [open, end] = [code.indexOf("{", start) + 1, code.indexOf("\n}", start)];
  if (start < 0 || open > end) missing(name);
  return `${code.slice(0, open)}\n    ${body}${code.slice(end)}`;
}

function missing(what: string): never {
  throw new Error(`The library that the bundle changes has no ${what} any more.`);
}

function httpModule(): string {
  const late = ["WebSocket", "CloseEvent", "MessageEvent", "default"];
  const names = Object.keys(http).filter((name) => !late.includes(name));
  return `const http = process.getBuiltinModule("node:http");
export default http;
export const { ${names.join(", ")} } = http;`;
}
