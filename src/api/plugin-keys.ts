import { createHash } from "node:crypto";
import { dirname, join, relative, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { PluginKey } from "../model/plugin/plugin.ts";
import type { Disk, World } from "../model/world.ts";
import { findConfig } from "../config/config-location.ts";

/**
 * Returns the plug-ins' part of cache keys: name, version, options, and the code of those inside the project.
 * `isGiven`: the configuration was passed by a program, so only the functions themselves can be read.
 */
export async function pluginKeys(
  world: World,
  { plugins = [] }: OffprintConfig,
  isGiven: boolean,
): Promise<PluginKey[]> {
  if (plugins.length === 0) return [];
  const file = isGiven ? undefined : await findConfig(world);
  const modules = file === undefined ? "" : await digestModules(world.disk, join(world.host.workingFolder, file));
  return plugins.map((plugin) => {
    const { name, version, options } = plugin;
    return { name, version, options: plain(options), code: modules || digestOf(plain(plugin)) };
  });
}

/** Returns the absolute paths of the configuration of the working folder and of all project files that it refers to. */
export async function configurationFiles(world: World): Promise<string[]> {
  const file = await findConfig(world);
  return file === undefined ? [] : [...(await modulesFrom(world.disk, join(world.host.workingFolder, file))).keys()];
}

async function digestModules(disk: Disk, first: string): Promise<string> {
  // Equal on machines with the project in different folders.
  const modules = Array.from(
    await modulesFrom(disk, first),
    ([path, sha256]) => [relative(first, path), sha256] as const,
  );
  return digestOf(modules.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Returns the digests of a project module and of all project files that it refers to: other modules, templates, styles.
 */
async function modulesFrom(disk: Disk, first: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    if (found.has(path) || (await disk.stat(path))?.kind !== "file") return;
    const bytes = await disk.read(path);
    found.set(path, createHash("sha256").update(bytes).digest("hex"));
    if (!/\.[cm]?[jt]s$/.test(path)) return;
    const named = new TextDecoder().decode(bytes).matchAll(/["'`](\.{1,2}\/[^"'`\n]+)["'`]/g);
    for (const [, address = ""] of named) await visit(resolve(dirname(path), address));
  };
  await visit(first);
  return found;
}

/** Converts a value to plain data: functions become their source text, opaque objects the name of their class. */
function plain(value: unknown, depth = 0): unknown {
  if (typeof value === "function") return String(value);
  if (typeof value === "symbol" || depth > 20) return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (value instanceof Uint8Array || value instanceof Date) return value;
  if (value instanceof Map || value instanceof Set) return [...value].map((item) => plain(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value.constructor.name;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part, depth + 1)]));
}
