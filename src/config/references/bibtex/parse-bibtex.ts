import { limits } from "../../../model/limits.ts";

/** An entry as written: fields by lower-case name, with TeX values. */
export interface BibtexEntry {
  /** In lower case: `article`. */
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, BibtexField>;
  /** Offset of the entry in the file. */
  readonly offset: number;
}

export interface BibtexField {
  readonly tex: string;
  readonly offset: number;
}

export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  /** Content of `@preamble`, as TeX. */
  readonly preamble: string;
}

/** A syntax error: what is missing or unexpected, and where. */
export class BibtexError extends Error {
  readonly offset: number;
  readonly kind: "missing" | "limit";
  constructor(message: string, offset: number, kind: "missing" | "limit" = "missing") {
    super(message);
    this.offset = offset;
    this.kind = kind;
  }
}

const months = "January February March April May June July August September October November December".split(" ");

/** Parses the entries of a BibTeX file and expands its strings (grammar of BibTeX 0.99d, which biber shares). */
export function parseBibtex(text: string): BibtexFile {
  const strings = new Map(months.map((month) => [month.slice(0, 3).toLowerCase(), month]));
  const entries: BibtexEntry[] = [];
  let preamble = "";
  const sign = /@\s*([a-z][\w-]*)\s*([{(])/giy;
  for (let at = text.indexOf("@"); at >= 0;) {
    sign.lastIndex = at;
    const [opening, name = "", bracket = ""] = sign.exec(text) ?? [];
    // Text between entries is a comment, as is an "@" that does not begin one.
    if (opening === undefined) {
      at = text.indexOf("@", at + 1);
      continue;
    }
    const type = name.toLowerCase();
    const reader = new Reader(text, at + opening.length, bracket === "{" ? "}" : ")", strings);
    if (type === "comment") reader.skipComment();
    else if (type === "preamble") preamble += reader.readValue().tex;
    else if (type === "string") for (const [key, { tex }] of reader.readFields()) strings.set(key, tex);
    else entries.push({ type, key: reader.readKey(), fields: reader.readFields(), offset: at });
    at = text.indexOf("@", reader.at);
  }
  return { entries, preamble };
}

class Reader {
  at: number;
  readonly #text: string;
  readonly #closing: string;
  readonly #strings: ReadonlyMap<string, string>;

  constructor(text: string, at: number, closing: string, strings: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#closing = closing;
    this.#strings = strings;
  }

  readKey(): string {
    const key = this.#match(/\s*([^\s,{}"#%]*)/y)?.[1] ?? "";
    if (this.#closing === ")" && key.endsWith(")")) this.at -= 1;
    if (key === "") throw new BibtexError("a key", this.at);
    const end = this.#peek();
    if (end === ",") this.at += 1;
    else if (end !== this.#closing) throw new BibtexError("a comma", this.at);
    return key;
  }

  /** Reads the fields up to the closing bracket of the entry; the first of equal names counts. */
  readFields(): Map<string, BibtexField> {
    const fields = new Map<string, BibtexField>();
    for (;;) {
      const next = this.#peek();
      if (next === this.#closing) {
        this.at += 1;
        return fields;
      }
      const name = this.#match(/[^\s=,{}()"#]+/y)?.[0].toLowerCase();
      if (name === undefined) throw new BibtexError(next === "" ? "a closing brace" : "the name of a field", this.at);
      if (this.#peek() !== "=") throw new BibtexError("an equals sign", this.at);
      this.at += 1;
      const value = this.readValue();
      if (!fields.has(name)) fields.set(name, value);
      const after = this.#peek();
      if (after === ",") this.at += 1;
      else if (after !== this.#closing) throw new BibtexError(after === "" ? "a closing brace" : "a comma", this.at);
    }
  }

  /** Reads a value: pieces joined by "#", each in braces, in quotation marks, a number, or the name of a string. */
  readValue(): BibtexField {
    this.#peek();
    const offset = this.at;
    const pieces: string[] = [];
    do {
      if (pieces.length > 0) this.at += 1;
      pieces.push(this.#readPiece());
    } while (this.#peek() === "#");
    if (pieces.reduce((sum, piece) => sum + piece.length, 0) > limits.bibtexValue) {
      throw new BibtexError(`a value has more than ${limits.bibtexValue} characters`, offset, "limit");
    }
    return { tex: pieces.join(""), offset };
  }

  skipComment(): void {
    this.#braced(this.at, this.#closing);
  }

  #readPiece(): string {
    const next = this.#peek();
    if (next === "{") return this.#braced(this.at + 1, "}");
    if (next === '"') return this.#braced(this.at + 1, '"');
    const word = this.#match(/[^\s,{}()"#=@]+/y)?.[0];
    if (word === undefined) throw new BibtexError("a value", this.at);
    return this.#strings.get(word.toLowerCase()) ?? word;
  }

  /** Returns the text up to a delimiter outside braces. */
  #braced(start: number, end: string): string {
    let depth = 0;
    for (let at = start; at < this.#text.length; at += 1) {
      const sign = this.#text.charAt(at);
      if (sign === end && depth === 0) {
        this.at = at + 1;
        return this.#text.slice(start, at);
      }
      if (sign === "\\") at += 1;
      else if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
      if (depth < 0) throw new BibtexError(end === '"' ? "a quotation mark" : "a closing bracket", at);
    }
    throw new BibtexError(end === '"' ? "a quotation mark" : "a closing brace", this.#text.length);
  }

  #peek(): string {
    this.#match(/\s*/y);
    return this.#text.charAt(this.at);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
