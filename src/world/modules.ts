import { pathToFileURL } from "node:url";
import type { Modules } from "../model/world.ts";

/** Runs modules in this process. */
export const modules: Modules = {
  async load(path) {
    const loaded = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
    if (!("default" in loaded)) throw new Error("It has no default export.");
    return loaded["default"];
  },
};
