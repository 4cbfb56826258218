import { readMonths } from "./read-months.ts";

/** A CSL-JSON date. */
export interface CslDate {
  "date-parts"?: number[][];
  season?: number;
  circa?: boolean;
  literal?: string;
}

const seasons = [/^spring$/i, /^summer$/i, /^(?:autumn|fall)$/i, /^winter$/i];

/**
 * Parses a biblatex date (EDTF: `2020-03`, `2018-03/2018-04`, `1850~`, `2020-21` for spring), or keeps it as literal
 * text.
 */
export function readDate(text: string): CslDate | undefined {
  const written = text.trim().replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, "$1-$2-$3");
  if (written === "") return undefined;
  const years = yearsOf(written);
  if (years) return { "date-parts": years };
  const [from = "", to] = written.split("/");
  if (to !== undefined && /^(?:\.\.)?$/.test(from)) return { literal: `–${to}` };
  const parts = [from, ...(to === undefined || to === ".." || to === "" ? [] : [to])].map(readParts);
  if (parts.includes(undefined)) return { literal: written };
  const [year = 0, month = 0] = parts[0] ?? [];
  const isSeason = month > 12;
  return {
    "date-parts": isSeason ? [[year]] : parts.map((part) => part ?? []),
    ...(isSeason && { season: month - 20 }),
    ...(/[~?%]/.test(written) && { circa: true }),
  };
}

/** Returns the years of a date with unspecified digits, month or day: `19XX`, `199u`, `1999-uu`. */
function yearsOf(date: string): number[][] | undefined {
  const [, digits = "", unknown = ""] = /^(\d{2,4})([uX]{0,2})(?:-[uX]{2}){0,2}$/.exec(date) ?? [];
  if (digits.length + unknown.length !== 4 || /^\d{4}$/.test(date)) return undefined;
  if (unknown === "") return [[Number(digits)]];
  return ["0", "9"].map((digit) => [Number(digits + digit.repeat(unknown.length))]);
}

function readParts(date: string): number[] | undefined {
  const found = /^(-?\d{1,4})(?:-(\d\d?))?(?:-(\d\d?))?(?:T.*)?[~?%]?$/.exec(date.trim());
  if (!found) return undefined;
  const [, written = Number.NaN, month, day] = found.map(Number);
  // EDTF has a year 0, which is 1 BC; CSL has none.
  const year = written > 0 ? written : written - 1;
  const parts = [year, ...(month ? [month] : []), ...(month && day ? [day] : [])];
  const isMonth =
    month === undefined || Number.isNaN(month) || (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  return isMonth && !(day !== undefined && day > daysOf(year, month ?? 0)) ? parts : undefined;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate();
}

/** Builds a date from BibTeX fields: a year, and months as words or numbers, with days before or after them. */
export function joinDate(year: string, month: string, day: string): CslDate | undefined {
  const inYear = year.trim();
  if (!/^\d{2,4}$/.test(inYear))
    return month === "" && /^\d{4}[~?/-]/.test(year) ? readDate(year) : wordsOf(year, month);
  if (month === "") return { "date-parts": [[Number(inYear)]] };
  const season = seasons.findIndex((name) => name.test(month)) + 1;
  if (season > 0) return { "date-parts": [[Number(inYear)]], season };
  const months = readMonths(month.replace(new RegExp(`[\\s,]+${inYear}$`), ""));
  if (!months) return wordsOf(year, month);
  const ofDay = /^\d\d?$/.test(day) ? [Number(day)] : [];
  return {
    "date-parts": months.map((parts) => [
      Number(inYear),
      ...parts,
      ...(parts.length === 1 && months.length === 1 ? ofDay : []),
    ]),
  };
}

function wordsOf(year: string, month: string): CslDate | undefined {
  const literal = `${month} ${year}`.trim();
  return literal === "" ? undefined : { literal };
}
