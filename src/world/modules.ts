import { statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Modules } from "../model/world.ts";

/** The folders whose TypeScript is taken for ECMAScript modules. */
const folders = new Set<string>();

/** The files of a project that were run, by URL, each with its time then: its configuration and what that imports by path. */
const ran = new Map<string, number>();

/** How often what was run has changed. Node runs a module again under another URL. */
let generation = 0;

/** Runs modules in this process. */
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
 * `npm init` writes `"type": "commonjs"` into package.json, and `npm install` writes no type. With the first, Node refuses
 * `import` in a file that ends in .ts; with none, it warns. A project's configuration and plug-ins are modules in any case.
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

/** Whether a file of the project imports another by its path. */
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
