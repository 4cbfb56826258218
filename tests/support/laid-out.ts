import { join } from "node:path";
import { composeBook } from "../../src/formats/epub/compose.ts";
import { composeWeb } from "../../src/formats/html/compose.ts";
import { composePrint } from "../../src/formats/pdf/compose.ts";
import { composeRunningHeads } from "../../src/formats/pdf/compose/running-heads.ts";
import type { World } from "../../src/model/world.ts";
import { composeLibrary } from "../../src/site/library.ts";
import type { Template } from "../../src/template/load.ts";
import { prepareWithTemplate } from "./prepare.ts";
import { valueOf } from "./print-pdf.ts";
import { richArticle } from "./rich-article.ts";
import { worldIn, worldOf } from "./world.ts";

/** What a layout was given, and what came of it. */
export interface LaidOut {
  readonly layout: string;
  readonly variables: readonly string[];
  readonly text: string;
}

/** What the others do not show: a logo, notes side by side, a work whose check is told, a QR code, a letterhead. */
const letter = {
  "letter/publication.yaml":
    "title: A letter\ntemplate: letter\nchapters: [text.md]\nbrand:\n  logo: { light: sign.svg, dark: sign.svg, alt: A sign }\n",
  "letter/text.md":
    "# A letter\n\nText.[^a][^b] The rate is :fact[rate] [@doe]. [A form](https://example.org/form){.qr}\n\n[^a]: One.\n[^b]: Two.\n",
  "letter/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  "letter/facts.yaml":
    "rate: { value: 5, statement: The rate., source: { cite: doe }, checked: 2026-11-01, recheck: 2027-11-01, confidence: seen }\n",
  "letter/references.yaml": "- { id: doe, type: book, title: A book, author: [{ family: Doe }], issued: 2020 }\n",
};

/** Landscape pages between columns. */
const columns = {
  "columns/article.md":
    '---\ntitle: Columns\ntemplate: { name: handout, options: { columns: "2" } }\n---\n\nText.\n\n## Wide {.landscape}\n\nText.\n\n## After\n\nText.\n',
};

/** Texts that show everything between them, in every layout of the handout template. */
export async function layOutAll(): Promise<LaidOut[]> {
  const { toolFolder } = worldIn("/").host;
  const rich = worldOf(
    Object.fromEntries(Object.entries(await richArticle()).map(([name, file]) => [`rich/${name}`, file])),
  );
  const cases = worldIn(join(toolFolder, "tests/cases"));
  const texts: [World, string][] = [
    [rich, "rich"],
    [worldIn(join(toolFolder, "content")), "offprint-guide"],
    [cases, "worksheets/kinds"],
    [cases, "index-terms/marks"],
    [worldOf(letter), "letter"],
    [worldOf(columns), "columns"],
  ];
  const found: LaidOut[] = [];
  for (const [world, name] of texts) found.push(...(await layOut(world, name)));
  return found;
}

async function layOut(world: World, name: string): Promise<LaidOut[]> {
  const { publication, chosen } = valueOf(await prepareWithTemplate(world, name));
  const { options } = chosen;
  const found: LaidOut[] = [];
  const template = recording(chosen.template, found);
  valueOf(composeWeb(template, "web", publication, options, []));
  valueOf(await composeBook(template, publication, options, []));
  for (const edition of ["handout", "large-print"] as const) {
    valueOf(composePrint(template, publication, edition, options, []));
  }
  const printed = { pages: 2, positions: new Map() as never };
  valueOf(composeRunningHeads(template, publication, "handout", options, [], printed));
  valueOf(composeLibrary(template, [], []));
  return found;
}

/** A template that keeps what its layouts are filled in with. */
function recording(template: Template, found: LaidOut[]): Template {
  const engine = Object.create(template.engine) as Template["engine"];
  engine.renderFileSync = (layout, view, ...rest) => {
    const text = String(template.engine.renderFileSync(layout, view, ...rest));
    found.push({ layout, variables: Object.keys(view ?? {}), text });
    return text;
  };
  return { ...template, engine };
}
