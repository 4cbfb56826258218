import { isKnownLanguage } from "../../model/known-language.ts";

/** Converts a POSIX locale ("de_AT.UTF-8") or a language name ("German", "Deutsch") to a BCP 47 tag. */
export function adoptLanguage(value: unknown): unknown {
  if (Array.isArray(value)) return adoptLanguage(value[0]);
  if (typeof value !== "string") return value;
  const tag = value
    .trim()
    .replace(/[.@].*$/s, "")
    .replaceAll("_", "-");
  if (isKnownLanguage(tag)) return tag;
  return tagOfName(value.trim().toLowerCase()) ?? value;
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(97 + index));

/** Returns an ISO 639-1 code by the English or native name of the language (Unicode CLDR). */
function tagOfName(name: string): string | undefined {
  const english = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => english.of(code));
  const ownName = (code: string) => new Intl.DisplayNames([code], { type: "language", fallback: "none" }).of(code);
  return codes.find((code) => english.of(code)?.toLowerCase() === name || ownName(code)?.toLowerCase() === name);
}
