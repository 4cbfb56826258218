import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where packages are looked for that do not come with Offprint: beside it, then in the added folders. */
const resolvers = new Map([["", createRequire(import.meta.url)]]);

/** A package that is needed and not installed. */
export class NotInstalled extends Error {
  readonly hint: string;
  constructor(name: string) {
    super(`${name} is not installed`);
    this.hint = `Run: npm install ${name}`;
  }
}

/**
 * Also looks for packages in a folder and above it. An Offprint that npx runs, or that is installed globally, is not
 * beside the packages of a project.
 */
export function findPackagesIn(folder: string): void {
  resolvers.set(folder, createRequire(join(folder, "package.json")));
}

/** Files that were found: to look for one takes a fifth of a millisecond. */
const found = new Map<string, string>();

/** Returns the path of a file of an installed package, such as `mermaid/dist/mermaid.min.js`. */
export function packageFile(file: string): string | undefined {
  const known = found.get(file) ?? find(file);
  if (known !== undefined) found.set(file, known);
  return known;
}

function find(file: string): string | undefined {
  for (const { resolve } of resolvers.values()) {
    try {
      return resolve(file);
    } catch {
      // Not installed here: the next folder may have it.
    }
  }
  return undefined;
}

/** Imports an installed package. Throws `NotInstalled` without it. */
export async function importOptional<Module>(name: string): Promise<Module> {
  const entry = packageFile(name);
  if (entry === undefined) throw new NotInstalled(name);
  return (await import(pathToFileURL(entry).href)) as Module;
}
