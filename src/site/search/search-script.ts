import { fileURLToPath } from "node:url";
import type { Manifest } from "../../config/manifest-file.ts";
import { encodePath } from "../../model/address.ts";
import type { World } from "../../model/world.ts";
import type { SearchText } from "./search-texts.ts";

/** A publication with its searchable texts. */
export interface SearchedPublication {
  readonly manifest: Pick<Manifest, "slug" | "title" | "language" | "artifacts">;
  readonly texts: readonly SearchText[];
}

/** Characters of all texts together; beyond this, each text is truncated. */
const mostLetters = 2 ** 21;

/**
 * Returns the script that the library page loads on the first search: MiniSearch, all texts, and Offprint's code. The
 * index is built in the browser, so that texts and queries are split into words by the same code.
 */
export async function searchScript({ disk }: World, publications: readonly SearchedPublication[]): Promise<string> {
  const [library, code] = await Promise.all(
    [await libraryFile(disk), fileURLToPath(new URL("./search/find.js", import.meta.url))].map(async (path) =>
      new TextDecoder().decode(await disk.read(path)),
    ),
  );
  const texts = publications.flatMap(({ manifest, texts: own }) => {
    const page = manifest.artifacts.find(({ mediaType }) => mediaType === "text/html")?.path;
    if (page === undefined) return [];
    return [{ address: encodePath(page), title: manifest.title, language: manifest.language, texts: own }];
  });
  const data = JSON.stringify(withinLimit(texts)).replaceAll("<", String.raw`\u003c`);
  const withoutMap = (library ?? "").replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  return `${withoutMap}\n${code ?? ""}\noffprintSearch(${data});\n`;
}

/** In Offprint's package, the library is beside the code. */
async function libraryFile(disk: World["disk"]): Promise<string> {
  const packed = fileURLToPath(new URL("./search/minisearch.js", import.meta.url));
  if (await disk.stat(packed)) return packed;
  return fileURLToPath(new URL("../umd/index.js", import.meta.resolve("minisearch")));
}

interface Found {
  readonly texts: readonly SearchText[];
}

/** Truncates all texts to the same length, so that their sum is within the limit. */
function withinLimit<T extends Found>(all: readonly T[]): T[] {
  const lengths = all.flatMap(({ texts }) => texts.map(({ text }) => text.length));
  const sum = (most: number): number => lengths.reduce((total, length) => total + Math.min(length, most), 0);
  let most = Math.max(0, ...lengths);
  while (most > 0 && sum(most) > mostLetters) most = Math.floor(most / 2);
  return all.map((page) => ({
    ...page,
    texts: page.texts.map((text) => ({ ...text, text: text.text.slice(0, most) })),
  }));
}
