import type { CslItem } from "../../config/references/csl-item.ts";
import type { CitationStyle, CslNode } from "../../model/citation-style.ts";

// Many styles write out the order of US English, "November 1, 2026", in whatever language.

/**
 * Returns a style of the library whose dates "month day, year" follow the language's own order and punctuation (CSL
 * 1.0.2, "Localized Dates"). An author's own style, and one in English, stays as it is.
 */
export function withLocalDates({ style, shown, language, locale }: CitationStyle): CslNode {
  const parts = locale.children.filter(isNode).find(({ name, attrs }) => name === "date" && attrs["form"] === "text");
  if (shown !== undefined || language.startsWith("en") || !parts) return style;
  return localise(style, parts.children.filter(isNode));
}

function localise(node: CslNode, local: readonly CslNode[]): CslNode {
  const children = node.children.map((child) => (isNode(child) ? localise(child, local) : child));
  if (node.name !== "date" || node.attrs["form"] !== undefined) return { ...node, children };
  const given = children.filter(isNode);
  const names = given.map(({ attrs }) => attrs["name"] ?? "");
  const month = names.indexOf("month");
  if (month < 0 || names[month + 1] !== "day") return { ...node, children };
  const ordered = local.filter(({ attrs }) => names.includes(attrs["name"] ?? ""));
  const { delimiter: _, ...attrs } = node.attrs;
  return { ...node, attrs, children: ordered.map((part, index) => withoutOuter(part, index, ordered.length)) };
}

/** Removes what would separate a part from one that is absent. */
function withoutOuter(part: CslNode, index: number, count: number): CslNode {
  const { prefix = "", suffix = "", ...attrs } = part.attrs;
  const before = index === 0 ? "" : prefix;
  const after = index === count - 1 ? suffix.replace(/[\s,،]+$/u, "") : suffix;
  return { ...part, attrs: { ...attrs, ...(before && { prefix: before }), ...(after && { suffix: after }) } };
}

function isNode(child: CslNode | string): child is CslNode {
  return typeof child !== "string";
}

/** Returns a work whose day of access is written as the language writes days, where the processor has no locale for it. */
export function withLocalAccess(item: CslItem, { shown, language: found }: CitationStyle, language: string): CslItem {
  const { accessed } = item;
  const isKnown = new Intl.Locale(found).language === new Intl.Locale(language).language;
  if (shown !== undefined || isKnown || typeof accessed !== "object" || !("date-parts" in accessed)) return item;
  const [parts = [], end] = accessed["date-parts"] ?? [];
  const [year, month, day] = parts.map(Number);
  if (end !== undefined || year === undefined || month === undefined || day === undefined) return item;
  return { ...item, accessed: { literal: writeDay(language, Date.UTC(year, month - 1, day)) } };
}

/** In the Gregorian calendar, as all other dates of references. */
function writeDay(language: string, time: number): string {
  const locale = new Intl.Locale(language, { calendar: "gregory" });
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(time);
}

/** Returns a function that puts the month after a day into the case that the language has there: 5 марта, 5 marca. */
export function monthDecliner(language: string, nameOf: (month: number) => string): (html: string) => string {
  const forms = new Map<string, string>();
  for (let month = 1; month <= 12; month += 1) {
    const time = Date.UTC(2026, month - 1, 15);
    const options = { month: "long", timeZone: "UTC" } as const;
    const parts = new Intl.DateTimeFormat(language, { ...options, day: "numeric" }).formatToParts(time);
    const declined = parts.find(({ type }) => type === "month")?.value ?? "";
    const alone = nameOf(month);
    // Languages without cases have one form; that of a locale may only differ in size or be a number.
    if (alone !== "" && /^\p{L}+$/u.test(declined) && declined.toLowerCase() !== alone.toLowerCase())
      forms.set(alone, declined);
  }
  if (forms.size === 0) return (html) => html;
  const pattern = new RegExp(`(?<=\\b\\d{1,2}\\.?[ \\u00A0])(?:${[...forms.keys()].join("|")})(?!\\p{L})`, "gu");
  return (html) => html.replaceAll(pattern, (name) => forms.get(name) ?? name);
}
