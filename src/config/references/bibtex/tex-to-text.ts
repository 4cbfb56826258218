import { mathsToText } from "./maths-to-text.ts";
import { characterOf, commandsWithArguments } from "./tex-arguments.ts";
import { accents, bareAccents, escapes, ligatures, styles, switches, symbols } from "./tex-commands.ts";

export interface TexReading {
  /** Whether braces protect the case of their content, as in titles. */
  readonly keepsCase?: boolean;
  /** Commands defined in the file's preamble, with their replacement text. */
  readonly defined?: ReadonlyMap<string, string>;
  /** Called for each unknown command. */
  unknown?(command: string): void;
}

/** Converts TeX in a BibTeX field to CSL rich text. */
export function texToText(tex: string, reading: TexReading = {}): string {
  if (!/[\\{}$~`'-]/.test(tex)) return tex.replaceAll(/[ \t\r\n]+/g, " ").trim();
  const text = new TexReader(tex, reading).read("", 0);
  return text.replaceAll(/[ \t\r\n]+/g, " ").trim();
}

const maxDepth = 100;

class TexReader {
  #at = 0;
  readonly #tex: string;
  readonly #reading: TexReading;

  constructor(tex: string, reading: TexReading) {
    this.#tex = tex;
    this.#reading = reading;
  }

  /** Reads up to a closing delimiter, or the end. */
  read(closing: "" | "}" | "]", depth: number): string {
    let text = "";
    let after = "";
    while (this.#at < this.#tex.length) {
      const sign = this.#tex.charAt(this.#at);
      if (sign === closing) {
        this.#at += 1;
        break;
      }
      if (sign === "\\") {
        const style = this.#readSwitch();
        if (style) {
          text += style[0];
          after = style[1] + after;
        } else text += this.#readCommand(depth);
      } else if (sign === "{") text += this.#readGroup(depth);
      else if (sign === "$") text += this.#readMaths();
      else text += this.#readSign(sign);
    }
    return text + after;
  }

  #readSign(sign: string): string {
    const ligature = ligatures.find(([written]) => this.#tex.startsWith(written, this.#at));
    this.#at += ligature?.[0].length ?? 1;
    return ligature?.[1] ?? sign;
  }

  /** Reads a group. One that starts with a command is a special character of BibTeX, and does not protect the case. */
  #readGroup(depth: number): string {
    this.#at += 1;
    if (depth > maxDepth) return "";
    const isSpecial = this.#tex.charAt(this.#at) === "\\";
    const text = this.read("}", depth + 1);
    const isKept = this.#reading.keepsCase === true && depth === 0 && !isSpecial && /\p{L}/u.test(text);
    return isKept ? `<span class="nocase">${text}</span>` : text;
  }

  #readMaths(): string {
    const mark = this.#tex.startsWith("$$", this.#at) ? "$$" : "$";
    const start = this.#at + mark.length;
    const end = this.#tex.indexOf(mark, start);
    if (end < 0) {
      this.#at += 1;
      return "$";
    }
    this.#at = end + mark.length;
    return this.#maths(this.#tex.slice(start, end));
  }

  #maths(tex: string): string {
    const text = mathsToText(tex);
    if (text === undefined) this.#reading.unknown?.(`$${tex}$`);
    return text ?? tex;
  }

  #readSwitch(): readonly [string, string] | undefined {
    const [written, name = ""] = this.#match(/\\([a-z]+)\s*/iy) ?? [];
    const style = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (!style && written !== undefined) this.#at -= written.length;
    return style;
  }

  #readCommand(depth: number): string {
    const [, name = ""] = this.#match(/\\([a-z]+\*?|[\s\S]?)/iy) ?? [];
    const isWord = /^[a-z]/i.test(name);
    if (Object.hasOwn(accents, name)) return this.#readAccent(name, depth);
    if (!isWord) return escapes[name] ?? (name === "(" ? this.#maths(this.#until("\\)")) : name);
    this.#match(/[ \t\r\n]*/y);
    const symbol = symbols.get(name);
    if (symbol !== undefined) {
      // `\ae{}` and `{\ae}` terminate the command name.
      this.#match(/\{\}/y);
      return symbol;
    }
    if (this.#reading.defined?.has(name) === true) {
      const argument = this.#argument(depth);
      return (this.#reading.defined.get(name) ?? "").replaceAll("#1", argument);
    }
    if (name === "char") return characterOf(this.#match(/"[\da-f]+|'[0-7]+|\d+/iy)?.[0] ?? "");
    if (name === "kern" || name === "hskip") {
      this.#match(/-?[\d.]+ *[a-z]{2} ?/iy);
      return "";
    }
    if (Object.hasOwn(commandsWithArguments, name)) return this.#readArguments(name, depth);
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (style) return style[0] + this.#argument(depth) + style[1];
    const sign = this.#tex.charAt(this.#at) === "{" ? undefined : mathsToText(`\\${name}`);
    if (sign !== undefined) return sign;
    this.#reading.unknown?.(`\\${name}`);
    return this.#tex.charAt(this.#at) === "{" ? this.#argument(depth) : "";
  }

  #readArguments(name: string, depth: number): string {
    const command = commandsWithArguments[name];
    if (!command || depth > maxDepth) return "";
    this.#match(/\[[^\][{}]*\]/y);
    const written = Array.from({ length: command.count }, () => this.#rawArgument());
    return command.write(written, {
      text: (tex) => new TexReader(tex, this.#reading).read("", depth + 1),
      maths: (tex) => this.#maths(tex),
    });
  }

  #readAccent(name: string, depth: number): string {
    const argument = this.#argument(depth);
    const [, base = "", rest = ""] = /^(\P{M}\p{M}*)?(.*)$/su.exec(argument) ?? [];
    if (base === "") return bareAccents[name] ?? "";
    const dotted = base.replace("ı", "i").replace("ȷ", "j");
    const tied = name === "t" ? /^(.)(.*)$/su.exec(rest) : undefined;
    return (dotted + (accents[name] ?? "") + (tied ? tied[1] : "")).normalize("NFC") + (tied ? (tied[2] ?? "") : rest);
  }

  /** Reads an argument: a group, a command or one character. */
  #argument(depth: number): string {
    this.#match(/[ \t\r\n]*/y);
    const sign = this.#tex.charAt(this.#at);
    if (depth > maxDepth) return "";
    if (sign === "{") {
      this.#at += 1;
      return this.read("}", depth + 1);
    }
    if (sign === "\\") return this.#readCommand(depth + 1);
    const [letter = ""] = this.#match(/[^}\]]\p{M}*/uy) ?? [];
    return letter;
  }

  /** Returns a group as written. */
  #rawArgument(): string {
    this.#match(/[ \t\r\n]*/y);
    if (this.#tex.charAt(this.#at) !== "{") return "";
    let depth = 0;
    const start = this.#at + 1;
    for (; this.#at < this.#tex.length; this.#at += 1) {
      const sign = this.#tex.charAt(this.#at);
      if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
      if (depth === 0) break;
    }
    this.#at += 1;
    return this.#tex.slice(start, this.#at - 1);
  }

  #until(mark: string): string {
    const end = this.#tex.indexOf(mark, this.#at);
    const text = this.#tex.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#tex.length : end + mark.length;
    return text;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#tex) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}
