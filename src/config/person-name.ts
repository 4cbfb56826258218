/** Scripts whose names have the family name first and no space (CLDR, person names: nameOrderLocales, foreign space). */
const solid = /^[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]+$/u;
/** Languages whose names have the family name first, with a space (CLDR, person names: nameOrderLocales). */
const familyFirst = ["hu", "vi"];

/** Returns a person's name as it is printed in a text in a language (BCP 47). */
export function nameOf(given: string | undefined, family: string | undefined, language: string): string {
  if (given === undefined || family === undefined) return given ?? family ?? "";
  if (solid.test(family) && solid.test(given.replaceAll(/\s/g, ""))) return family + given;
  const isFirst =
    familyFirst.includes(new Intl.Locale(language).language) && !/\P{Script=Latin}/u.test(onlyLetters(family));
  return isFirst ? `${family} ${given}` : `${given} ${family}`;
}

function onlyLetters(text: string): string {
  return text.replaceAll(/\P{L}/gu, "");
}
