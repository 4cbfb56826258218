import { letters } from "./tex-letters.ts";

/** Combining characters of accent commands (LaTeX 2e, OT1 and T1 encodings). */
export const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  h: "\u0309",
  r: "\u030A",
  H: "\u030B",
  v: "\u030C",
  G: "\u030F",
  U: "\u030E",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
  b: "\u0331",
  t: "\u0361",
  textcommabelow: "\u0326",
  polhk: "\u0328",
  soft: "\u030C",
  udot: "\u0323",
  lfhook: "\u0326",
  ocirc: "\u030A",
};

/** Accents without a base letter. */
export const bareAccents: Readonly<Record<string, string>> = {
  "~": "~",
  "^": "^",
  "`": "`",
  "'": "´",
  '"': "¨",
  "=": "¯",
};

const table = `
  aa å, AA Å, ae æ, AE Æ, oe œ, OE Œ, o ø, O Ø, l ł, L Ł, ss ß, SS ẞ, i ı, j ȷ, dh ð, DH Ð, th þ, TH Þ, dj đ, DJ Đ, ng ŋ,
  NG Ŋ, IJ Ĳ, ij ĳ, S §, P ¶, dag †, ddag ‡, copyright ©, pounds £, dots …, ldots …, textellipsis …, cdots ⋯, textendash –,
  textemdash —, textquoteleft ‘, textquoteright ’, textquotedblleft “, textquotedblright ”, lq ‘, rq ’, quotesinglbase ‚,
  quotedblbase „, guillemotleft «, guillemotright », guillemetleft «, guillemetright », guilsinglleft ‹, guilsinglright ›,
  glqq „, grqq “, glq ‚, grq ‘, flqq «, frqq », flq ‹, frq ›, og «, fg », textquotedbl ", textquotesingle ',
  textbackslash \\, textasciitilde ~, textasciicircum ^, textbar |, textless <, textgreater >, textunderscore _,
  textdollar $, textbraceleft {, textbraceright }, lbrace {, rbrace }, textexclamdown ¡, textquestiondown ¿,
  textsection §, textparagraph ¶, textdagger †, textdaggerdbl ‡, textbullet •, textperiodcentered ·, textcopyright ©,
  textregistered ®, texttrademark ™, textservicemark ℠, textdegree °, degree °, textcelsius ℃, textmu µ, textmicro µ, textohm Ω,
  texteuro €, euro €, EUR €, textsterling £, textyen ¥, textcent ¢, textcurrency ¤, textwon ₩, textrupee ₹, textnumero №,
  textordfeminine ª, textordmasculine º, textonesuperior ¹, texttwosuperior ², textthreesuperior ³, textonehalf ½,
  textonequarter ¼, textthreequarters ¾, textpm ±, texttimes ×, textdiv ÷, textminus −, textlnot ¬, textfractionsolidus ⁄,
  textperthousand ‰, textpertenthousand ‱, textinfty ∞, textsurd √, textestimated ℮, textmusicalnote ♪, textreferencemark ※,
  textleftarrow ←, textrightarrow →, textuparrow ↑, textdownarrow ↓, textbrokenbar ¦, textasteriskcentered ∗,
  textalpha α, textbeta β, textgamma γ, textdelta δ, textepsilon ε, textzeta ζ, texteta η, texttheta θ, textiota ι,
  textkappa κ, textlambda λ, textnu ν, textxi ξ, textpi π, textrho ρ, textsigma σ, texttau τ, textupsilon υ,
  textphi φ, textchi χ, textpsi ψ, textomega ω, textDelta Δ, textGamma Γ, textOmega Ω, textSigma Σ,
  TeX TeX, LaTeX LaTeX, LaTeXe LaTeX2ε, BibTeX BibTeX, slash /, hyphen -, nobreakdash , textvisiblespace ␣`;

/** Commands for a character. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...table
    .trim()
    .split(/,\s+/)
    .map((line) => line.split(" "))
    .map(([name = "", sign = ""]): [string, string] => [name, sign]),
  ...letters,
  ["textcomma", ","],
  ["textasciigrave", "`"],
  ["space", " "],
  ["quad", " "],
  ["qquad", " "],
  ["enspace", " "],
  ["thinspace", "\u00A0"],
  ["nobreakspace", "\u00A0"],
  ["newline", " "],
  ["linebreak", " "],
  ["par", " "],
]);

/** Escaped characters: a backslash and a punctuation character. */
export const escapes: Readonly<Record<string, string>> = {
  " ": " ",
  "\n": " ",
  ",": "\u00A0",
  ":": "\u00A0",
  ";": "\u00A0",
  "!": "",
  "-": "",
  "/": "",
  "@": "",
  "\\": " ",
  ...Object.fromEntries(Array.from("&%$#_{}", (sign) => [sign, sign])),
};

const italic = ["<i>", "</i>"] as const;
const bold = ["<b>", "</b>"] as const;
const small = ['<span style="font-variant:small-caps;">', "</span>"] as const;
const none = ["", ""] as const;

/** Commands that format their argument, with the markup for CSL. */
export const styles: Readonly<Record<string, readonly [before: string, after: string]>> = {
  emph: italic,
  textit: italic,
  textsl: italic,
  mkbibemph: italic,
  mkbibitalic: italic,
  textbf: bold,
  mkbibbold: bold,
  textsc: small,
  textsuperscript: ["<sup>", "</sup>"],
  textsuper: ["<sup>", "</sup>"],
  textsubscript: ["<sub>", "</sub>"],
  ...Object.fromEntries(
    "mbox hbox fbox text textrm textsf texttt textup textmd textnormal textnohyphenation underline uline sout textlf textlatin textcyrillic mkbibparens mkbibbrackets natexlab protect relax"
      .split(" ")
      .map((name) => [name, none]),
  ),
};

/** Commands that apply up to the end of their group. */
export const switches: Readonly<Record<string, readonly [before: string, after: string]>> = {
  em: italic,
  it: italic,
  itshape: italic,
  sl: italic,
  slshape: italic,
  bf: bold,
  bfseries: bold,
  sc: small,
  scshape: small,
  ...Object.fromEntries(
    "rm sf tt rmfamily sffamily ttfamily upshape mdseries normalfont normalsize small footnotesize large sloppy"
      .split(" ")
      .map((name) => [name, none]),
  ),
};

/** Ligatures of TeX fonts (OT1), and the no-break space. */
export const ligatures = [
  ["---", "—"],
  ["--", "–"],
  ["``", "“"],
  ["''", "”"],
  ["?`", "¿"],
  ["!`", "¡"],
  [",,", "„"],
  ["`", "‘"],
  ["'", "’"],
  ["~", "\u00A0"],
] as const;
