import { readNumber, readUnit } from "./tex-units.ts";
import { texToAddress } from "./tex-to-address.ts";

export interface ArgumentReading {
  /** Converts an argument as text. */
  text(tex: string): string;
  /** Converts an argument as a formula. */
  maths(tex: string): string;
}

export interface CommandWithArguments {
  /** Number of arguments. */
  readonly count: number;
  write(tex: readonly string[], read: ArgumentReading): string;
}

const address: CommandWithArguments = { count: 1, write: ([tex = ""]) => texToAddress(tex) };
const nothing: CommandWithArguments = { count: 1, write: () => "" };
const second: CommandWithArguments = { count: 2, write: ([, tex = ""], read) => read.text(tex) };
const upper: CommandWithArguments = { count: 1, write: ([tex = ""], read) => inCase(read.text(tex), "toUpperCase") };
const lower: CommandWithArguments = { count: 1, write: ([tex = ""], read) => inCase(read.text(tex), "toLowerCase") };
const quantity: CommandWithArguments = {
  count: 2,
  write: ([number = "", unit = ""]) => `${readNumber(number)}\u00A0${readUnit(unit)}`,
};
const unit: CommandWithArguments = { count: 1, write: ([tex = ""]) => readUnit(tex) };
const quoted: CommandWithArguments = {
  count: 1,
  // Nested quotation marks become single ones.
  write: ([tex = ""], read) => `“${read.text(tex).replaceAll("“", "‘").replaceAll("”", "’")}”`,
};

/** Commands with arguments that need more than formatting. */
export const commandsWithArguments: Readonly<Record<string, CommandWithArguments>> = {
  url: address,
  path: address,
  nolinkurl: address,
  href: second,
  foreignlanguage: second,
  textcolor: second,
  raisebox: second,
  begin: nothing,
  end: nothing,
  selectlanguage: nothing,
  hspace: nothing,
  "hspace*": nothing,
  vspace: nothing,
  "vspace*": nothing,
  label: nothing,
  index: nothing,
  noopsort: nothing,
  SortNoop: nothing,
  uppercase: upper,
  MakeUppercase: upper,
  lowercase: lower,
  MakeLowercase: lower,
  enquote: quoted,
  "enquote*": quoted,
  mkbibquote: quoted,
  ensuremath: { count: 1, write: ([tex = ""], read) => read.maths(tex) },
  ce: { count: 1, write: ([tex = ""], read) => read.maths(`\\ce{${tex}}`) },
  SI: quantity,
  qty: quantity,
  num: { count: 1, write: ([tex = ""]) => readNumber(tex) },
  si: unit,
  unit,
  symbol: { count: 1, write: ([tex = ""]) => characterOf(tex) },
};

/** Returns a character by its TeX number: `233`, `"E9` or `'351`. */
export function characterOf(tex: string): string {
  const [, hex, octal, decimal] = /^\s*(?:"([\da-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))/i.exec(tex) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal ?? 0);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "";
}

function inCase(text: string, change: "toUpperCase" | "toLowerCase"): string {
  return text.replaceAll(/<[^>]*>|[^<]+/g, (piece) => (piece.startsWith("<") ? piece : piece[change]()));
}
