import type { KeyPath } from "./data-text.ts";

/** Returns the value at a path of keys and indices. Ignores inherited properties. */
export function valueAt(root: unknown, path: KeyPath): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}

/** Returns a copy with another value at a path. */
export function setAt(root: unknown, path: KeyPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(root)) return root.map((item, index) => (index === step ? setAt(item, rest, value) : item));
  if (!isMap(root)) return root;
  return Object.fromEntries(
    Object.entries(root).map(([key, inner]) => [key, key === step ? setAt(inner, rest, value) : inner]),
  );
}

/** Returns a copy without the value at a path. */
export function removeAt(root: unknown, path: KeyPath): unknown {
  const [step, ...rest] = path;
  if (isList(root)) {
    return rest.length === 0
      ? root.filter((_, index) => index !== step)
      : root.map((item, index) => (index === step ? removeAt(item, rest) : item));
  }
  if (!isMap(root)) return root;
  const entries = Object.entries(root).flatMap(([key, inner]): [string, unknown][] => {
    if (key !== step) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, removeAt(inner, rest)]];
  });
  return Object.fromEntries(entries);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
