const words = "Advice for each resident who matches in spring and for those who plan to sit the exam again later";

/** A line of a section's own, which can be found in a finished file. */
export const markOf = (section: number): string => `mark${String(section).padStart(3, "0")}`;

const nested = Array.from({ length: 8 }, (_, level) => `${"  ".repeat(level)}- Level ${level + 1} of the list.`).join(
  "\n",
);

const spans = `<table><caption>Spans over pages</caption><thead><tr><th rowspan="2">Year</th><th colspan="2">Rates</th></tr><tr><th>All</th><th>First</th></tr></thead><tbody>${Array.from(
  { length: 60 },
  (_, row) =>
    row % 4 === 0
      ? `<tr><td rowspan="2">${row}</td><td colspan="2">${words}</td></tr>`
      : row % 4 === 1
        ? `<tr><td>a${row}</td><td>b${row}</td></tr>`
        : `<tr><td>${row}</td><td></td><td>c${row}</td></tr>`,
).join("")}</tbody></table>`;

/**
 * Everything that an article can hold: right-to-left passages, formulas, lists eight deep, tables with
 * spans over several pages; with sixty sections some sixty pages, 150 notes and 100 links.
 */
export function tortureArticle(notes: "foot" | "end", sectionCount: number): string {
  let note = 0;
  let link = 0;
  const definitions: string[] = [];
  const cite = (): string => {
    note += 1;
    definitions.push(`[^n${note}]: Note ${note}, with words of its own.`);
    return `[^n${note}]`;
  };
  const lead = (): string => {
    link += 1;
    return link % 4 === 0
      ? `[far away](https://example.org/${link})`
      : `[section ${link % sectionCount}](#s${link % sectionCount})`;
  };
  const sections = Array.from({ length: sectionCount }, (_, index) => {
    const cited = index % 2 === 0 ? `${cite()} and${cite()} and${cite()}` : `${cite()} and${cite()}`;
    const linked = index < 40 ? `${lead()} and ${lead()}` : lead();
    const body = `${markOf(index)} ${words}${cited}. ${`${words}. `.repeat(12)} See ${linked}.`;
    const extra = [
      nested,
      `:::div{lang=ar dir=rtl}\nاختبار رخصة الطب في الولايات المتحدة، وفيه كلمة Step 1 وأرقام 2026.\n:::`,
      `:::div{lang=hi}\nयह एक परीक्षण है।\n:::`,
      "$$\n\\frac{a^2 + b^2}{\\sqrt{c}} = \\sum_{i=0}^{n} x_i\n$$\n\nInline $x^2_i$ too.",
      "```js\nconst long = 'a line of code';\n```",
      `> [!WARNING]\n> ${words}.\n>\n> - [ ] To do\n> - [x] Done`,
      "Term\n: Its meaning, with `code`.\n: Another, *with* emphasis.",
      `:::figure[A figure with a caption]{#f${index}}\n![A square](square.png)\n:::\n\nSee [@fig:f${index}].`,
      `:field[Your name]{width=40mm}\n\n::write-on[A question]{lines=3}`,
      `*[ABC]: a longer name\n\nABC and <abbr title="an abbreviation">AN</abbr> and <q>quoted</q> and :span[en español]{lang=es}.`,
    ][index % 10];
    return `## Section ${index} {#s${index}}\n\n${body}\n\n${`${words}. `.repeat(14)}\n\n### Below it\n\n${extra ?? ""}\n\n${`${words}. `.repeat(10)}`;
  });
  const front = `---\ntitle: A torture\nlanguage: en\ndate: 2026-11-24\nnotes: ${notes}\n---\n`;
  return `${front}\n${sections.join("\n\n")}\n\n## Tables {#tables}\n\n${spans}\n\n${definitions.join("\n\n")}\n`;
}
