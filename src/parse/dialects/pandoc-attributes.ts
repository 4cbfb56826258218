/** Parsed pandoc attributes: `#id .class key="value"`. */
export interface PandocAttributes {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Parses the content of `{…}` as pandoc does; ignores anything else. */
export function readPandocAttributes(inner: string): PandocAttributes {
  const found = inner.matchAll(/#([^\s}]+)|\.([\w-]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g);
  const values = new Map<string, string>();
  const classes: string[] = [];
  let id: string | undefined;
  for (const [, name, className, key, double, single, bare] of found) {
    if (name !== undefined) id = safeId(name);
    if (className !== undefined) classes.push(className);
    if (key !== undefined) values.set(key, double ?? single ?? bare ?? "");
  }
  return { id, classes, values };
}

/**
 * Writes attributes for Offprint; empty where there are none. Of those with values, only language and direction are
 * kept.
 */
export function writeAttributes(
  id: string | undefined,
  classes: readonly string[],
  values: ReadonlyMap<string, string>,
): string {
  const named = ["lang", "dir"].flatMap((name) => {
    const value = values.get(name);
    return value === undefined || !/^[\w-]+$/.test(value) ? [] : [`${name}=${value}`];
  });
  const parts = [...(id === undefined ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`), ...named];
  return parts.length > 0 ? `{${parts.join(" ")}}` : "";
}

/**
 * Converts a name to an id that is valid in every format (https://www.w3.org/TR/xml-names/#NT-NCName). Equal names give
 * equal ids.
 */
export function safeId(name: string): string {
  const safe = name.trim().replaceAll(/[^\p{L}\p{N}\p{M}._-]+/gu, "-");
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}
