import type { PunctuationStyle } from "./quotation-marks.ts";

/** English words without their h that are not other words, so that no quotation begins with one. */
const droppedH =
  `adn alf ammer appen appened appens appy ardly arry arriet asn ave aven avin ead eads eadache ealth ealthy eard
  eart earts eaven eavens eavy ello elp elped elps enry erself igher ighly imself olborn oliday olidays ome
  omes opeless orrible orrid orse orses ospital ospitals oss osses ouse ouses ousehold ullo umble undred undreds ungry
  unt unted usband usbands`.split(/\s+/);

/** Words without their first letters. */
const shortened: Readonly<Record<string, string>> = {
  en: `tis twas twere twill twould tisn twasn tain em n nuff tude neath twixt gainst struth strewth sblood zounds slife nother fraid s merica murica cept ${droppedH.join(" ")}`,
  nl: "s t n m k r ns ie tis",
  af: "n",
  de: "s n ne nen ner nem nes rum rein raus ran rauf rüber runter nauf nunter naus nüber",
  nds: "n t s",
  it: "sto sta sti ste ndrangheta ndrina na nu gnurant",
  pt: "tá tava tamos tão bora cê",
  sv: "na n en",
  nb: "n",
  no: "n",
  cy: "r n i w u ch m th",
  fr: "tain tention",
};

/** Words of the same kind that may also begin a quotation: the mark is an apostrophe where no closing mark follows. */
const ambiguous: Readonly<Record<string, string>> = {
  it: "o a e l un no",
  en: "cause cos cuz til till bout round fore less spose kay hood er im is e ere ow ad em at ell un zactly scuse sides phone phones plane planes sup",
};

const decade = /^(?:\d0s|\d\d(?:er|ern|erne|tal))(?![\p{L}\p{N}])/u;
const year = /^\d\d(?![\p{L}\p{N}])/u;
/** Greetings without their “good”. */
const greeting = /^(?:morning|afternoon|evening|night|day)(?=[,.!?—])/i;

/**
 * Reports whether a mark at the start of a word is an apostrophe: ’tis, ’n’, ’90s. `rest`: the text after it.
 * `closesLater`: whether a later single mark can close a quotation.
 */
export function isLeadingApostrophe(rest: string, style: PunctuationStyle, closesLater: () => boolean): boolean {
  const word = /^[\p{L}\p{M}]+/u.exec(rest)?.[0] ?? "";
  if (word !== "" && rest[word.length] === "'") {
    const behind = rest.slice(word.length + 1);
    // l’école: the mark before it opens.
    if (style.elides && /^[\p{L}\p{N}]/u.test(behind)) return false;
    // rock ’n’ roll, but 'em' is a word in quotation marks; ’tain’t continues.
    if (/^n$/i.test(word)) return true;
    if (!/^[\p{L}\p{N}]/u.test(behind)) return false;
  }
  if (decade.test(rest)) return rest[2] !== "'" || /^.{3}s/.test(rest);
  if (year.test(rest) || (style.language === "en" && greeting.test(rest))) return !closesLater();
  const lower = word.toLowerCase();
  if (has(shortened, style.language, lower)) return true;
  return has(ambiguous, style.language, lower) && !closesLater();
}

/** Reports whether a mark before this text may be an apostrophe. */
export function mayLoseItsBeginning(rest: string, { language }: PunctuationStyle): boolean {
  const word = /^[\p{L}\p{M}]*/u.exec(rest)?.[0].toLowerCase() ?? "";
  return has(shortened, language, word) || has(ambiguous, language, word);
}

/** Reports whether a two-digit year may follow: the summer of ’69. */
export const isBeforeYear = (before: string): boolean =>
  /(?<![\p{L}\p{N}])(?:year|years|of|in|from|since|by|until|till|the|class|early|late|and|or|to) $/iu.test(before);

function has(words: Readonly<Record<string, string>>, language: string, word: string): boolean {
  return word !== "" && (words[language] ?? "").split(" ").includes(word);
}

/**
 * Reports whether a word may have lost its end, so that its mark does not close a quotation that continues: boys’,
 * goin’, po’.
 */
export function mayEndWithApostrophe(before: string): boolean {
  return /(?:s|x|z|in|(?<![\p{L}\p{N}])(?:o|an|th|wi|don|jus|mus|tha|wha|ol|lor|lil|po|mo|be|di|fa|sta|va|da|a|t))$/iu.test(
    before,
  );
}
