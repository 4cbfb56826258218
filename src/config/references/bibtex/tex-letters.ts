const table = `
  No №, cprime ʹ, Cprime ʹ, cdprime ʺ, Cdprime ʺ, lasp ʿ, rasp ʾ, cydot ·, textthreequartersemdash ⸺, texttwelveudash ⸺,
  textinterrobang ‽, textinterrobangdown ⸘, textlangle ⟨, textrangle ⟩, textlbrackdbl ⟦, textrbrackdbl ⟧, textlquill ⁅,
  textrquill ⁆, textopenbullet ◦, textbigcircle ◯, textbaht ฿, textpeso ₱, textflorin ƒ, textlira ₤, textguarani ₲, textdong ₫,
  textcolonmonetary ₡, textnaira ₦, textdiscount ⁒, textrecipe ℞, textmho ℧, textdblhyphen ⹀, textcopyleft 🄯, textcircledP ℗,
  textpilcrow ¶, textmarried ⚭, textdivorced ⚮, textdied †, textborn *, textacutedbl ˝, textasciiacute ´, textasciibreve ˘,
  textasciicaron ˇ, textasciidieresis ¨, textasciimacron ¯, textdollaroldstyle $, textcentoldstyle ¢, texttildelow ~,
  textquotestraightbase ‚, textquotestraightdblbase „, textbardbl ‖, textcompwordmark , textschwa ə, textturna ɐ, textglotstop ʔ,
  textopeno ɔ, textepsilon ε, textesh ʃ, textyogh ʒ, textltailn ɲ, textbari ɨ, textcrh ħ, textcrd đ, textTbar Ŧ, texttbar ŧ,
  textHbar Ħ, texthbar ħ, textcrlambda ƛ, textbeltl ɬ, textphi φ, textchi χ, textpsi ψ, textvisiblespace ␣, dotlessi ı, dotlessj ȷ,
  textAlpha Α, textBeta Β, textEpsilon Ε, textTheta Θ, textLambda Λ, textXi Ξ, textPi Π, textPhi Φ, textPsi Ψ, textomicron ο,
  textvarsigma ς, textUpsilon Υ, upmu µ, upalpha α, upbeta β, upgamma γ, updelta δ, checkmark ✓, CYRYO Ё, cyryo ё, CYRDJE Ђ, cyrdje ђ,
  CYRIE Є, cyrie є, CYRDZE Ѕ, cyrdze ѕ, CYRII І, cyrii і, CYRYI Ї, cyryi ї, CYRJE Ј, cyrje ј, CYRLJE Љ, cyrlje љ, CYRNJE Њ, cyrnje њ,
  CYRTSHE Ћ, cyrtshe ћ, CYRUSHRT Ў, cyrushrt ў, CYRDZHE Џ, cyrdzhe џ, CYRGUP Ґ, cyrgup ґ`;

/** From А and а, in alphabetical order (T2A encoding). */
const cyrillic = "A B V G D E ZH Z I ISHRT K L M N O P R S T U F H C CH SH SHCH HRDSN ERY SFTSN EREV YU YA".split(" ");

/** Characters of TS1, T2A, TIPA and MathSciNet, and rare ones of other packages. */
export const letters: readonly (readonly [name: string, sign: string])[] = [
  ...table
    .trim()
    .split(/,\s+/)
    .map((line) => line.split(" "))
    .map(([name = "", sign = ""]) => [name, sign] as const),
  ...cyrillic.flatMap((name, index) => [
    [`CYR${name}`, String.fromCodePoint(0x410 + index)] as const,
    [`cyr${name.toLowerCase()}`, String.fromCodePoint(0x430 + index)] as const,
  ]),
];
