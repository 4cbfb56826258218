import { basename, dirname, extname, join, resolve } from "node:path";
import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { printReport } from "./print-report.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type SourceKind, standardInput } from "../model/imported.ts";
import type { World } from "../model/world.ts";
import { importFile, type ImportedFile } from "../api/import.ts";
import type { Run } from "./command.ts";
import { loadConfig } from "../api/load-config.ts";
import { shownPath } from "../model/shown-path.ts";

/**
 * `offprint import FILE…`: converts Word, HTML and plain-text documents to Markdown. Never overwrites existing files.
 */
export const runImport: Run = async ({ world }, _arguments, options) => {
  const files = _arguments.flat();
  const into = options["into"];
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, "text", config);
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  const isOne = files.length === 1;
  if (into !== undefined && !isOne) {
    const hint = "Import them one at a time, or omit --into.";
    diagnostics.push(diagnostic("commandShape", "--into takes one document.", hint));
  }
  for (const file of diagnostics.length > 0 ? [] : files) {
    const folder = resolve(world.host.workingFolder, typeof into === "string" ? into : folderFor(file));
    const imported = await importFile(
      world,
      file,
      options["from"] as SourceKind | undefined,
      config.value.import?.styles,
    );
    diagnostics.push(...imported.diagnostics);
    if (!imported.ok) continue;
    const failed = await save(world, folder, imported.value);
    if (failed) diagnostics.push(failed);
    else written.push(shownPath(join(folder, "article.md"), world.host.workingFolder));
  }
  const code = await printReport(world, "text", { diagnostics });
  for (const path of written) world.terminal.print(`Written ${escapeControls(path)}\n`);
  return code;
};

/** Returns `content/my-text` for `~/My Text.docx`. */
function folderFor(file: string): string {
  const name = (file === standardInput ? "article" : basename(file, extname(file))).normalize("NFC").toLowerCase();
  return join("content", name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "article");
}

async function save(world: World, folder: string, { markdown, pictures }: ImportedFile) {
  const files = new Map([["article.md", new TextEncoder().encode(markdown)], ...pictures]);
  const shown = shownPath(folder, world.host.workingFolder);
  try {
    for (const name of files.keys()) {
      if (!(await world.disk.stat(join(folder, name)))) continue;
      const hint = "Name another folder with --into; nothing is overwritten.";
      return diagnostic(
        "commandShape",
        `"${shownPath(join(folder, name), world.host.workingFolder)}" already exists.`,
        hint,
      );
    }
    for (const [name, bytes] of files) {
      await world.disk.makeFolder(dirname(join(folder, name)));
      await world.disk.write(join(folder, name), bytes);
    }
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return diagnostic("outputWritable", `The import cannot be written to "${shown}": ${reason}.`);
  }
}
