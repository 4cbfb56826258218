/** CSL types of BibTeX and biblatex entry types. */
export const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: "article-journal",
    periodical: "periodical",
    review: "review",
    book: "book",
    mvbook: "book",
    collection: "book",
    mvcollection: "book",
    proceedings: "book",
    mvproceedings: "book",
    reference: "book",
    mvreference: "book",
    manual: "book",
    booklet: "pamphlet",
    inbook: "chapter",
    bookinbook: "chapter",
    incollection: "chapter",
    suppbook: "chapter",
    suppcollection: "chapter",
    inreference: "entry-encyclopedia",
    inproceedings: "paper-conference",
    conference: "paper-conference",
    thesis: "thesis",
    phdthesis: "thesis",
    mastersthesis: "thesis",
    report: "report",
    techreport: "report",
    unpublished: "manuscript",
    online: "webpage",
    electronic: "webpage",
    www: "webpage",
    dataset: "dataset",
    software: "software",
    patent: "patent",
    standard: "standard",
    legislation: "legislation",
    jurisdiction: "legal_case",
    newspaper: "article-newspaper",
    magazine: "article-magazine",
    webpage: "webpage",
    talk: "speech",
    presentation: "speech",
    movie: "motion_picture",
    video: "motion_picture",
    audio: "song",
    music: "song",
    artwork: "graphic",
    image: "graphic",
    letter: "personal_communication",
    performance: "performance",
  }),
);

/** Genres of thesis and report types, including biblatex's localisation keys. */
export const genres: Readonly<Record<string, string>> = {
  phdthesis: "PhD thesis",
  mastersthesis: "Master’s thesis",
  mathesis: "Master’s thesis",
  bathesis: "Bachelor’s thesis",
  candthesis: "Candidate thesis",
  techreport: "Technical report",
  resreport: "Research report",
  software: "Computer software",
  datacd: "Data CD",
  audiocd: "Audio CD",
  patentus: "U.S. patent",
  patenteu: "European patent",
};

/** Jurisdictions of patents by biblatex's localisation keys. */
export const countries: Readonly<Record<string, string>> = {
  countryde: "Germany",
  countryeu: "European Union",
  countryep: "European Union",
  countryfr: "France",
  countryuk: "United Kingdom",
  countryus: "United States of America",
};

/** Publication states by biblatex's localisation keys. */
export const states: Readonly<Record<string, string>> = {
  inpreparation: "in preparation",
  inpress: "in press",
};

/** Language names of babel and polyglossia, with their BCP 47 tags. */
const table = `
  english en, american en-US, usenglish en-US, british en-GB, ukenglish en-GB, canadian en-CA, australian en-AU, newzealand en-NZ,
  german de, ngerman de, germanb de, austrian de-AT, naustrian de-AT, swissgerman de-CH, nswissgerman de-CH, french fr, francais fr,
  frenchb fr, acadian fr-CA, canadien fr-CA, spanish es, mexican es-MX, italian it, portuguese pt, portuges pt, brazil pt-BR,
  brazilian pt-BR, dutch nl, afrikaans af, danish da, swedish sv, norsk nb, norwegian nb, nynorsk nn, icelandic is, finnish fi,
  estonian et, latvian lv, lithuanian lt, polish pl, czech cs, slovak sk, slovene sl, slovenian sl, croatian hr, serbian sr,
  serbianc sr-Cyrl, bosnian bs, macedonian mk, bulgarian bg, hungarian hu, magyar hu, romanian ro, russian ru, ukrainian uk,
  belarusian be, greek el, polutonikogreek el-polyton, ancientgreek grc, turkish tr, arabic ar, hebrew he, persian fa, farsi fa,
  urdu ur, hindi hi, bengali bn, tamil ta, thai th, vietnamese vi, indonesian id, malay ms, japanese ja, chinese zh, korean ko,
  mongolian mn, georgian ka, armenian hy, latin la, classiclatin la, catalan ca, basque eu, galician gl, occitan oc, breton br,
  welsh cy, irish ga, scottish gd, esperanto eo, albanian sq, sanskrit sa, uppersorbian hsb, lowersorbian dsb`;

const languages: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.split(" "))
    .map(([name = "", tag = ""]) => [name, tag]),
);

/** Returns the tag of a babel language name, in the variant chosen by `langidopts`, or validates a tag. */
export function languageOf(written: string, options: string): string | undefined {
  const name = written.trim().toLowerCase();
  const variant = /variant\s*=\s*(\w+)/i.exec(options)?.[1]?.toLowerCase() ?? "";
  const tag = name === "english" || name === "german" ? languages.get(variant) : undefined;
  return tag ?? languages.get(name) ?? (/^[a-z]{2,3}(?:-\w+)*$/.test(name) ? name : undefined);
}
