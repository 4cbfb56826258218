/** Arguments of a tag or a shortcode: `name "text" key="value" key=value`. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

export function readArguments(text: string): Arguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [, key, double, single, back, bare] of text.matchAll(
    /(?:([\w.-]+)[ \t]*(?:=|:(?=[ \t"']))[ \t]*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(https?:\/\/[^\s"'`]+|[^\s"'`=]+))/g,
  )) {
    const value = (double ?? single ?? back ?? bare ?? "").replaceAll(/\\(["'])/g, "$1");
    if (key === undefined) positional.push(value);
    else named.set(key.toLowerCase(), value);
  }
  return { positional, named };
}

/** Returns the first named argument that has a value. */
export function firstOf({ named }: Arguments, ...names: readonly string[]): string | undefined {
  return names.map((name) => named.get(name)).find((value) => value !== undefined && value !== "");
}

/** Writes an image with its caption as Markdown. */
export function writeFigure(args: Arguments): string | undefined {
  const address = firstOf(args, "src", "image", "image_path", "path", "file", "url", "link") ?? args.positional[0];
  if (address === undefined || address === "") return undefined;
  const caption = firstOf(args, "caption", "title", "attr");
  const plain = caption?.replaceAll(/(?<![\w*])([*_`]{1,2})(\S(?:[^*_`]*\S)?)\1(?![\w*])/g, "$2");
  const alt = firstOf(args, "alt") ?? plain ?? "";
  const width = /^\d+(?:px|%)?$/.exec(firstOf(args, "width") ?? "")?.[0];
  const escaped = alt.replaceAll(/[[\]]/g, String.raw`\$&`);
  const title = plain === undefined ? "" : ` "${plain.replaceAll('"', String.raw`\"`)}"`;
  return `![${escaped}](<${address}>${title})${width === undefined ? "" : `{width=${width}}`}`;
}
