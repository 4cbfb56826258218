import { rewriteOperations } from "../read/content-stream.ts";
import { type Colour, fromCmyk, greyOf } from "./grey-of.ts";

/** Operators that set a colour by components, and their greyscale counterparts (ISO 32000-1, 8.6.8). */
const setters: Readonly<Record<string, string>> = { rg: "g", RG: "G", k: "g", K: "G", sc: "sc", SC: "SC" };

/** Returns a content stream in which every colour is a grey. Patterns are set by name and converted separately. */
export function greyContent(content: string): string {
  return rewriteOperations(content, (operator, text) => greySetting(operator, text) ?? greySpace(operator, text));
}

function greySetting(operator: string, text: string): string | undefined {
  const numbers = text.split(/\s+/).slice(0, -1).map(Number);
  const named = { scn: "sc", SCN: "SC" }[operator] ?? operator;
  const setter = setters[named];
  if (setter === undefined || numbers.some(Number.isNaN)) return undefined;
  const [first = 0, two = 0, three = 0, four = 0] = numbers;
  if (numbers.length === 3) return `${write([first, two, three])} ${setter}`;
  return numbers.length === 4 ? `${write(fromCmyk(first, two, three, four))} ${setter}` : undefined;
}

function greySpace(operator: string, text: string): string | undefined {
  return /^cs$/i.test(operator) && /^\/Device(?:RGB|CMYK)\s/.test(text) ? `/DeviceGray ${operator}` : undefined;
}

function write(colour: Colour): string {
  return String(Math.round(greyOf(colour) * 1000) / 1000);
}
