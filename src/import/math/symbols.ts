/** TeX names of characters (https://www.w3.org/TR/xml-entity-names/). */
const names = `
α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu
ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega
Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes
≤ leq ≥ geq ⩽ leqslant ⩾ geqslant ≠ neq ≈ approx ≃ simeq ≅ cong ≡ equiv ∼ sim ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ
± pm ∓ mp × times ÷ div ⋅ cdot · cdot ∗ ast ⋆ star ∘ circ • bullet ⊕ oplus ⊗ otimes ⊙ odot
∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∅ emptyset ∖ setminus
∀ forall ∃ exists ∄ nexists ¬ neg ∧ wedge ∨ vee ⊢ vdash ⊨ models ⊥ perp ∥ parallel ∣ mid
→ to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow
⟶ longrightarrow ⟵ longleftarrow ⟹ Longrightarrow ⟺ iff ⇌ rightleftharpoons
∞ infty ∂ partial ∇ nabla ℏ hbar ℓ ell ℜ Re ℑ Im ℵ aleph ∠ angle ∴ therefore ∵ because
… ldots ⋯ cdots ⋮ vdots ⋱ ddots ⟨ langle ⟩ rangle ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ‖ | † dagger
`;

const pairs = names.trim().split(/\s+/);

/** TeX commands of characters, without a trailing space. */
export const commands: ReadonlyMap<string, string> = new Map([
  ...pairs.flatMap((sign, index): [string, string][] =>
    index % 2 === 0 && pairs[index + 1] !== undefined ? [[sign, `\\${pairs[index + 1]}`]] : [],
  ),
  ...["{", "}", "%", "&", "#", "$", "_"].map((sign): [string, string] => [sign, `\\${sign}`]),
  ["−", "-"],
  ["\\", "\\backslash"],
  ["′", "'"],
  ["″", "''"],
  ["\u2061", ""],
  ["\u2062", ""],
  ["\u2063", ""],
  ["\u2064", ""],
  ["\u00a0", "~"],
  ["~", "\\sim"],
]);

/** Functions with TeX commands that set them upright. */
export const functionNames: ReadonlySet<string> = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh".split(
    " ",
  ),
);

/** Operators whose scripts are set as limits. */
export const largeOperators: ReadonlySet<string> = new Set("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂");

/** TeX accents above a formula: for one character, and for a longer expression. */
export const accents: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    "^": ["hat", "widehat"],
    ˆ: ["hat", "widehat"],
    "\u0302": ["hat", "widehat"],
    "~": ["tilde", "widetilde"],
    "˜": ["tilde", "widetilde"],
    "\u0303": ["tilde", "widetilde"],
    "¯": ["bar", "overline"],
    "‾": ["bar", "overline"],
    "―": ["bar", "overline"],
    "\u0304": ["bar", "overline"],
    "\u0305": ["overline", "overline"],
    "→": ["vec", "overrightarrow"],
    "⃗": ["vec", "overrightarrow"],
    "˙": ["dot", "dot"],
    "\u0307": ["dot", "dot"],
    "¨": ["ddot", "ddot"],
    "\u0308": ["ddot", "ddot"],
    ˇ: ["check", "widecheck"],
    "\u030C": ["check", "check"],
    "˘": ["breve", "breve"],
    "\u0306": ["breve", "breve"],
    "⏞": ["overbrace", "overbrace"],
  } satisfies Record<string, [string, string]>),
);

/** Mathematical alphabets, with 26 capitals and 26 small letters from each code point (Unicode, U+1D400 to U+1D6A3). */
const alphabets: readonly (readonly [number, string])[] = [
  [0x1_d400, "mathbf"],
  [0x1_d434, ""],
  [0x1_d468, "boldsymbol"],
  [0x1_d49c, "mathcal"],
  [0x1_d4d0, "mathcal"],
  [0x1_d504, "mathfrak"],
  [0x1_d538, "mathbb"],
  [0x1_d56c, "mathfrak"],
  [0x1_d5a0, "mathsf"],
  [0x1_d5d4, "mathsf"],
  [0x1_d670, "mathtt"],
];
const letterlike: Readonly<Record<string, string>> = {
  ..."ℂℍℕℙℚℝℤ".split("").reduce<Record<string, string>>((all, sign) => ({ ...all, [sign]: "mathbb" }), {}),
  ..."ℬℰℱℋℐℒℳℛ".split("").reduce<Record<string, string>>((all, sign) => ({ ...all, [sign]: "mathcal" }), {}),
};

/** Returns the TeX alphabet command and the plain letter of a mathematical letter. */
export function alphabetOf(sign: string): { readonly command: string; readonly letter: string } | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const found = alphabets.findLast(([start]) => code >= start && code < start + 52);
  const command = letterlike[sign] ?? found?.[1];
  return command === undefined ? undefined : { command, letter: sign.normalize("NFKC") };
}
