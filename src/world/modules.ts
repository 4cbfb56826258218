import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import type { Modules } from "../model/world.ts";

/** The folders whose TypeScript is taken for ECMAScript modules. */
const folders = new Set<string>();

/** Runs modules in this process. */
export const modules: Modules = {
  async load(path) {
    const { href } = pathToFileURL(path);
    takeTypeScriptForModules(new URL(".", href).href);
    const loaded = (await import(href)) as Readonly<Record<string, unknown>>;
    if (!("default" in loaded)) throw new Error("It has no default export.");
    return loaded["default"];
  },
};

/**
 * `npm init` writes `"type": "commonjs"` into package.json, and `npm install` writes no type. With the first, Node refuses
 * `import` in a file that ends in .ts; with none, it warns. A project's configuration and plug-ins are modules in any case.
 */
function takeTypeScriptForModules(folder: string): void {
  if (folders.size === 0) {
    registerHooks({
      resolve(specifier, context, next) {
        const resolved = next(specifier, context);
        const ours = [...folders].some((start) => resolved.url.startsWith(start));
        const isTypeScript = /\.ts(?:\?.*)?$/.test(resolved.url) && !resolved.url.includes("/node_modules/");
        return ours && isTypeScript ? { ...resolved, format: "module-typescript" } : resolved;
      },
    });
  }
  folders.add(folder);
}
