/** A date of CSL-JSON. */
export interface CslDate {
  "date-parts"?: number[][];
  season?: number;
  circa?: boolean;
  literal?: string;
}

const names = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A date as biblatex has it (EDTF: `2020-03`, `2018-03/2018-04`, `1850~`, `2020-21` for spring); else as words. */
export function readDate(text: string): CslDate | undefined {
  const written = text.trim();
  if (written === "") return undefined;
  const [from = "", to] = written.split("/");
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

function readParts(date: string): number[] | undefined {
  const found = /^(-?\d{1,4})(?:-(\d\d?))?(?:-(\d\d?))?(?:T.*)?[~?%]?$/.exec(date.trim());
  if (!found) return undefined;
  const [, year, month, day] = found.map(Number);
  const parts = [year ?? 0, ...(month ? [month] : []), ...(month && day ? [day] : [])];
  const isMonth =
    month === undefined || Number.isNaN(month) || (month >= 1 && month <= 12) || (month >= 21 && month <= 24);
  return isMonth && !(day !== undefined && day > 31) ? parts : undefined;
}

/** The date of BibTeX: a year, and a month in letters or digits, with a day before or after it. */
export function joinDate(year: string, month: string, day: string): CslDate | undefined {
  if (!/^\d{4}$/.test(year.trim()))
    return month === "" && /^\d{4}[~?/-]/.test(year) ? readDate(year) : wordsOf(year, month);
  const name = /\p{L}{3,}/u.exec(month)?.[0].slice(0, 3).toLowerCase() ?? "";
  const number = names.indexOf(name) + 1 || (/^\d\d?$/.test(month.trim()) ? Number(month) : 0);
  if (month !== "" && (number < 1 || number > 12)) return wordsOf(year, month);
  const days = day || (/\d+/.exec(number && name ? month : "")?.[0] ?? "");
  const isRange = /\p{L}[^\p{L}]*(?:[/–-]|\band\b)[^\p{L}]*\p{L}/u.test(month);
  if (isRange) return wordsOf(year, month);
  return { "date-parts": [[Number(year), ...(number ? [number] : []), ...(number && days ? [Number(days)] : [])]] };
}

function wordsOf(year: string, month: string): CslDate | undefined {
  const literal = `${month} ${year}`.trim();
  return literal === "" ? undefined : { literal };
}
