import { canonicalLanguage } from "../config/fields.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "../diagnostics/report.ts";

type Location = Parameters<Report>[1];

const carriedKeys = new Set(["id", "class", "lang", "dir", "title", "width", "height"]);

/**
 * Returns the attributes that are kept in the output, if their values are valid. Reports the others. `own`: attributes
 * that only the element itself supports.
 */
export function carriedAttributes(
  attributes: Readonly<Record<string, string>>,
  location: Location,
  report: Report,
  own: readonly string[] = [],
): Record<string, string> {
  const carried = Object.entries(attributes).filter(([name, value]) => isCarried(name, value, location, report, own));
  return Object.fromEntries(carried.map(([name, value]) => [name, name === "lang" ? canonicalLanguage(value) : value]));
}

function isCarried(name: string, value: string, location: Location, report: Report, own: readonly string[]): boolean {
  if (!carriedKeys.has(name)) {
    const known = [...new Set([...own, ...carriedKeys])];
    report(
      "attributeKnown",
      location,
      `The attribute "${name}" is not supported.`,
      didYouMean(name, known) ?? `Known attributes: ${known.join(", ")}.`,
    );
    return false;
  }
  if (name === "lang" && !isKnownLanguage(value)) {
    report(
      "languageKnown",
      location,
      `"${value}" is not a known language.`,
      'Use a BCP 47 tag such as "es" or "zh-Hant".',
    );
    return false;
  }
  if (
    (name === "width" && !/^[1-9]\d{0,3}(px|%)?$/.test(value)) ||
    (name === "height" && !/^[1-9]\d{0,3}(px)?$/.test(value))
  ) {
    report("attributeKnown", location, `The ${name} "${value}" is not known.`, "Use pixels, or per cent for a width.");
    return false;
  }
  if (name === "dir" && !["ltr", "rtl", "auto"].includes(value)) {
    report("attributeKnown", location, `The direction "${value}" is not known.`, "Use ltr, rtl or auto.");
    return false;
  }
  return true;
}

/**
 * Reports whether an id is an XML name without colons, which is valid in every format
 * (https://www.w3.org/TR/xml-names/#NT-NCName).
 */
export function isUsableId(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(id);
}
