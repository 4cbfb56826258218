import { largest } from "../../model/extremes.ts";

/**
 * Parses a number in a table cell to the form "-1234.50". Returns `undefined` for a word, a code with a leading zero,
 * or a number with grouping.
 */
export function readNumber(cell: string, decimal: "." | ","): string | undefined {
  const plain = (decimal === "," ? cell.replaceAll(".", "").replace(",", ".") : cell).replace("−", "-");
  return /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d{1,8})?$/.test(plain) ? plain.replace("+", "") : undefined;
}

/** Returns the exact sum of numbers, with as many decimals as the most precise one. */
export function sum(numbers: readonly string[]): string {
  const decimals = largest(
    numbers.map((number) => (number.split(".")[1] ?? "").length),
    0,
  );
  const scaled = numbers.map((number) => {
    const [whole = "0", fraction = ""] = number.split(".");
    return BigInt(whole + fraction.padEnd(decimals, "0"));
  });
  const total = scaled.reduce((all, number) => all + number, 0n);
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, "0");
  const sign = total < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
