import { day } from "./fields.ts";

/** A number with its unit, or a text. */
export interface Value {
  readonly value: number | string;
  /** `%`, a unit of ECMA-402 (`percent`, `kilogram-per-liter`), an ISO 4217 currency (`USD`), or any other word. */
  readonly unit?: string | undefined;
  /** Number of decimals. */
  readonly decimals?: number | undefined;
}

/** Formats a value for a language (BCP 47): "4,210", "70.0 percent", "75 %". A date is written out. */
export function writeValue({ value, unit, decimals }: Value, language: string): string {
  if (typeof value === "string") {
    const written = day.safeParse(value).success ? writeDay(value, language) : value;
    return unit === undefined ? written : `${written} ${unit}`;
  }
  const places = decimals !== undefined && { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const write = (style: Intl.NumberFormatOptions, number = value): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...style, ...places }).format(number);
  if (unit === undefined) return write({});
  // A double is accurate to fifteen digits: 0.571, not 0.5710000000000001.
  if (unit === "%") return write({ style: "percent" }, Number((value / 100).toPrecision(15)));
  if (currencies.has(unit)) return holdTogether(write({ style: "currency", currency: unit }));
  if (unit.split("-per-").every((part) => units.has(part))) return write({ style: "unit", unit, unitDisplay: "long" });
  return `${write({})} ${unit}`;
}

/** In text that runs right to left, the sign behind the letters of a currency, "US$", stays there (UAX #9, 2.6). */
function holdTogether(sum: string): string {
  return /\p{Script=Arabic}|\u200F/u.test(sum) ? sum.replace(/\p{Script=Latin}\p{Sc}$/u, "$&\u200E") : sum;
}

const units: ReadonlySet<string> = new Set(Intl.supportedValuesOf("unit"));
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Formats a calendar day for a language, without a time zone. */
export function writeDay(iso: string, language: string, dateStyle: "long" | "medium" = "long"): string {
  const name = `${language} ${dateStyle}`;
  const format = dayFormats.get(name) ?? new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" });
  dayFormats.set(name, format);
  return withOrdinal(format.format(new Date(`${iso}T00:00:00Z`)), language);
}

/** The first of a month is an ordinal in French, and in Portuguese in Brazil; CLDR has none. */
function withOrdinal(written: string, language: string): string {
  if (!written.startsWith("1")) return written;
  const { language: primary, region } = new Intl.Locale(language).maximize();
  if (primary === "fr") return written.replace(/^1(?=\s\p{L})/u, "1er");
  return primary === "pt" && region === "BR" ? written.replace(/^1(?=\sde\s)/u, "1º") : written;
}

/** Formatters by language and style: creating one takes far longer than using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
