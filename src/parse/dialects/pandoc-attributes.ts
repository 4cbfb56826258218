/** What stands in the braces of pandoc: `#id .class key="value"`. */
export interface PandocAttributes {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Read the inside of `{…}` as pandoc does; what is none of the three kinds is left out. */
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

/** Attributes as Offprint writes them; nothing where there are none. Of those with values, language and direction stay. */
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

/** An id that every format can carry (https://www.w3.org/TR/xml-names/#NT-NCName), the same for the same name. */
export function safeId(name: string): string {
  const safe = name.trim().replaceAll(/[^\p{L}\p{N}\p{M}._-]+/gu, "-");
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}
