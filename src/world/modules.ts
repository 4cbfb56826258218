import { statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Modules } from "../model/world.ts";

/** Folders whose TypeScript files are treated as ECMAScript modules. */
const folders = new Set<string>();

/**
 * Modification times of the project files that were executed, by URL: the configuration and what it imports by path.
 */
const ran = new Map<string, number>();

/** Counts the changes of executed files. Node executes a module again only under a new URL. */
let generation = 0;

/** Loads modules into this process. */
export const modules: Modules = {
  async load(path) {
    const { href } = pathToFileURL(path);
    if ([...ran].some(([url, time]) => timeOf(url) !== time)) {
      generation += 1;
      ran.clear();
    }
    ran.set(href, timeOf(href));
    registerOnce(new URL(".", href).href);
    const loaded = (await import(versioned(href))) as Readonly<Record<string, unknown>>;
    if (!("default" in loaded)) throw new Error("It has no default export.");
    return loaded["default"];
  },
};

/**
 * Treats the TypeScript of a folder as ECMAScript modules. `npm init` writes `"type": "commonjs"`, with which Node
 * refuses `import` in a .ts file; `npm install` writes no type, with which Node warns.
 */
function registerOnce(folder: string): void {
  if (folders.size === 0) {
    registerHooks({
      resolve(specifier, context, next) {
        const resolved = next(specifier, context);
        if (resolved.url.includes("/node_modules/")) return resolved;
        const ours = [...folders].some((start) => resolved.url.startsWith(start));
        const isTypeScript = /\.ts(?:\?.*)?$/.test(resolved.url);
        const url = isPart(specifier, context.parentURL) ? noted(resolved.url) : resolved.url;
        return ours && isTypeScript ? { ...resolved, url, format: "module-typescript" } : { ...resolved, url };
      },
    });
  }
  folders.add(folder);
}

/** Reports whether the specifier is a path and the parent a file of the project. */
function isPart(specifier: string, parent = ""): boolean {
  return /^(?:\.{0,2}\/|file:)/.test(specifier) && ran.has(parent.replace(/\?\d+$/, ""));
}

function noted(url: string): string {
  ran.set(url, timeOf(url));
  return versioned(url);
}

function versioned(url: string): string {
  return generation > 0 ? `${url}?${generation}` : url;
}

function timeOf(url: string): number {
  return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
