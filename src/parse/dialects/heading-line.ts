/** Words of a line, and the content of the `{…}` at its end. */
export interface AttributedWords {
  readonly words: string;
  readonly attributes: string;
}

/** Reads the line of an ATX heading; `undefined` for other lines. Closing number signs are no words. */
export function readHeading(line: string): AttributedWords | undefined {
  if (!/^ {0,3}#{1,6}[ \t]/.test(line)) return undefined;
  const { words, attributes } = splitAttributes(withoutSigns(line.replace(/^ *#+/, "")));
  const plain = withoutSigns(words);
  return plain === "" ? undefined : { words: plain, attributes };
}

/** Splits `Title {.class}`. */
export function splitAttributes(text: string): AttributedWords {
  const whole = text.trim();
  const start = whole.lastIndexOf("{");
  const attributes = whole.slice(start + 1, -1);
  if (start < 0 || !whole.endsWith("}") || attributes.includes("}")) return { words: whole, attributes: "" };
  return { words: whole.slice(0, start).trim(), attributes };
}

function withoutSigns(text: string): string {
  let end = text.trimEnd().length;
  while (text[end - 1] === "#") end -= 1;
  return text.slice(0, end).trim();
}
