import { expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.ts";
import { epubcheck, judge } from "../../support/epubcheck.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { worldOf } from "../../support/world.ts";

/** What Temml writes in a way of its own: frames, strokes, counters, styles, rows short of cells. */
const formulas =
  String.raw`\boxed{x} | \fbox{x} | \cancel{x} | \xcancel{y} | \sout{z} | \dfrac12 \tfrac12 \cfrac{1}{2} | \ref{x} y
\begin{array}{c|c} 1 & 2 \\ \hline 3 \end{array} | \begin{cases} 1 \\ 2 & 3 \end{cases} | \colorbox{red}{x} | \tag{5} x
\begin{align} a &= b \\ c &= d \tag{1} \end{align} | \begin{gather} a \\ b \end{gather} | \begin{multline} a \\ b \end{multline}
\begin{alignat}{2} a &= b & c &= d \end{alignat} | \begin{CD} A @>>> B \end{CD} | \begin{equation} x \end{equation}
\displaystyle\sum_i \scriptstyle x | \phantom{x}\hphantom{y}\smash{q} | \llap{x}\rlap{y} | \underline{x}\overline{y} | \Big( \Bigg|
\underbrace{a}_b\overbrace{c}^d | \xrightarrow[a]{b} | \ce{2H2 + O2 -> 2H2O} | \mathbb{D}\boldsymbol{\alpha} | \prescript{1}{2}C
\operatorname*{argmax}_x | \substack{a\\b} | \genfrac(]{0pt}{2}{a}{b} | \mathring{A}\dddot a\widetilde{ab} | \text{\textbf{b} $x$}`
    .split(/ \| |\n/)
    .map((tex) => `$$${tex}$$`)
    .join("\n\n");

test(`${judge} has nothing against formulas of every kind`, async () => {
  const world = worldOf({ "text/article.md": `# Formulas\n\n${formulas}\n` });
  const request = { sources: ["text"], editions: ["ebook"] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(world, { ...request, pageList: false });
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact) throw new Error(printDiagnostics(outcome.diagnostics));
  expect(await epubcheck(artifact.bytes)).toEqual([]);
});
