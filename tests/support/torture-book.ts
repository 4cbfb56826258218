import sharp from "sharp";

// A book that has everything that breaks e-books, much of it: 60 chapters, two scripts and three languages, formulas,
// drawings with text, lists in lists to depth 8, tables with spans, 300 notes, 200 pictures of all kinds, and a chapter of 2 MB.

const chapters = 60;
const notesEach = 5;
const pictures = 200;
const kinds = ["png", "jpeg", "webp", "gif", "avif"] as const;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A picture of its own colour and size, every sixth a drawing with text in it. */
async function picture(index: number): Promise<[string, Uint8Array | string]> {
  const [width, height] = [40 + (index % 7) * 30, 30 + (index % 5) * 40];
  if (index % 6 === 5) {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><title>Drawing ${index}</title><rect width="100%" height="100%" fill="#dde"/><text x="4" y="20" font-size="12">Text ${index} &amp; more</text></svg>`;
    return [`pictures/p${index}.svg`, drawing];
  }
  const kind = kinds[index % 6] ?? "png";
  const background = {
    r: (index * 37) % 256,
    g: (index * 91) % 256,
    b: (index * 53) % 256,
    alpha: index % 12 === 0 ? 0.5 : 1,
  };
  const image = sharp({ create: { width, height, channels: 4, background } });
  const plain = kind === "jpeg" ? image.flatten().withMetadata({ orientation: 1 + (index % 8) }) : image;
  return [`pictures/p${index}.${kind}`, new Uint8Array(await plain.toFormat(kind).toBuffer())];
}

const nested = range(8)
  .map((depth) => `${"  ".repeat(depth)}- Depth ${depth + 1} of a list\n`)
  .join("");

const spans = `<table><caption>Spans</caption><thead><tr><th scope="col" rowspan="2">Year</th><th scope="colgroup" colspan="2">Rates</th></tr><tr><th scope="col">First</th><th scope="col">Second</th></tr></thead><tbody><tr><th scope="row" rowspan="2">2025</th><td>1</td><td>2</td></tr><tr><td colspan="2">Both</td></tr></tbody></table>`;

const latin = (
  chapter: number,
): string => `Text of chapter ${chapter}, with *emphasis*, **weight**, \`code\`, "quotation marks", H<sub>2</sub>O, [a link](https://example.org/${chapter}), :span[una frase]{lang=es} and :span[كلمة عربية]{lang=ar dir=rtl}.

Inline $e^{i\\pi} + 1 = 0$, and alone:

$$
\\sum_{k=1}^{n} \\frac{k^2}{\\sqrt{k}} = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} + ${chapter}
$$

${nested}
${spans}

| Left | Right |
| :--- | ----: |
| a    |     ${chapter} |

Term ${chapter}
: Its meaning.

> [!WARNING]
> Take care.

> A quotation
>
> > in a quotation.

- [ ] To do
- [x] Done

\`\`\`js
const chapter = ${chapter}; // <tag> & "quote"
\`\`\`

### A lower heading

See [the next](c${String((chapter + 1) % chapters).padStart(2, "0")}.md).`;

const arabic = (
  chapter: number,
): string => `نص الفصل ${chapter} مع *تأكيد* و **ثقل** و :span[English words]{lang=en dir=ltr} في الوسط.

1. أولاً
2. ثانيًا

| السنة | النسبة |
| --- | ---: |
| 2025 | 70 |

> اقتباس.

$$ x^2 + y^2 = ${chapter} $$

### عنوان أدنى

انظر [الفصل الأول](c00.md).`;

const notes = (chapter: number): string =>
  range(notesEach)
    .map(
      (index) =>
        `[^${index}]: Note ${chapter * notesEach + index + 1}, with *words* and [a link](https://example.org/note).\n`,
    )
    .join("");

function chapterText(index: number): string {
  const isArabic = index % 10 === 9;
  const own = range(pictures).filter((number) => number % chapters === index);
  const references = range(notesEach)
    .map((number) => `Said here.[^${number}]`)
    .join(" ");
  const shown = own
    .map((number) => `:::figure[Picture ${number}.]\n![What picture ${number} shows](${nameOf(number)})\n:::\n`)
    .join("\n");
  const long = index === 30 ? longText() : "";
  const front = isArabic ? "---\nlanguage: ar\n---\n\n" : "";
  const title = isArabic ? `الفصل ${index}` : `Chapter ${index}`;
  return `${front}# ${title}\n\n## ${isArabic ? "القسم" : "A section"}\n\n${isArabic ? arabic(index) : latin(index)}\n\n${references}\n\n${shown}\n${long}\n${notes(index)}`;
}

function nameOf(number: number): string {
  return number % 6 === 5 ? `pictures/p${number}.svg` : `pictures/p${number}.${kinds[number % 6] ?? "png"}`;
}

/** Two million characters in a hundred sections. */
function longText(): string {
  const sentence = "A sentence that says little and is said again and again so that a chapter grows long. ";
  return range(100)
    .map(
      (section) =>
        `## Long section ${section}\n\n${range(20)
          .map((paragraph) => `${paragraph}. ${sentence.repeat(12)}`)
          .join("\n\n")}\n`,
    )
    .join("\n");
}

/** The files of the book by their paths. */
export async function tortureBook(): Promise<Record<string, string | Uint8Array>> {
  const names = range(chapters).map((index) => `c${String(index).padStart(2, "0")}.md`);
  const list = names.map(
    (name, index) =>
      (index % 20 === 0 ? `  - part: Part ${index / 20 + 1}\n    chapters:\n` : "") + `      - ${name}\n`,
  );
  const settings = `title: The torture book\nauthors: [Ada Example]\nlanguage: en\ndate: 2026-05-04\nchapters:\n${list.join("")}`;
  return {
    "publication.yaml": settings,
    ...Object.fromEntries(names.map((name, index) => [name, chapterText(index)])),
    ...Object.fromEntries(await Promise.all(range(pictures).map(picture))),
  };
}
