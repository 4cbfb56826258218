import * as http from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** What the bundle changes in the modules that go into it. `out`: its folder. */
export function bundlePlugins(out: string): Plugin[] {
  return [
    // A call of Node's own require is not followed into the bundle, one without it is.
    change("follow require", "/hyphenation-patterns.ts", (code) => code.replace(/^const require = .*$/m, "")),
    {
      // To import it as a module reads all that it has, and what is read loads a client of WebSockets: 50 ms.
      name: "http without what is loaded late",
      resolveId: (id) => (/^(?:node:)?http$/.test(id) ? "\0http" : undefined),
      load: (id) => (id === "\0http" ? httpModule() : undefined),
    },
    // Node unpacks ten times as fast as a library for browsers.
    change("inflate by Node", "/fflate/esm/index.mjs", (code) => {
      const inflate = replaceBody(code, "inflateSync", "return new u8(nodeZlib.inflateRawSync(data));");
      const both = replaceBody(inflate, "gunzipSync", "return new u8(nodeZlib.gunzipSync(data));");
      return `import nodeZlib from "node:zlib";\n${both}`;
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
