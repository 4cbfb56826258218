import { basename, join, resolve } from "node:path";
import { type MergedFile, readMergeManifest } from "../config/merge-manifest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type FilledForm, readForm } from "../formats/pdf/read/read-form.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { sha256Of } from "../model/sha256.ts";
import { shownPath } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import { saveFiles } from "../pipeline/save.ts";
import { fileKey } from "./roster/file-names.ts";
import { readText } from "./roster/read-pieces.ts";
import { readRows } from "./roster/read-rows.ts";
import { toCsv } from "./to-csv.ts";

/** Forms to collect, and the table to write. */
export interface CollectRequest {
  /** PDF files, and folders of them. */
  readonly files: readonly string[];
  /** The CSV file to write. */
  readonly out: string;
  /** Folder of the print run that the forms belong to, and its roster, whose columns come first. */
  readonly run?: string | undefined;
  readonly roster?: string | undefined;
}

export interface Collected {
  readonly rows: number;
  readonly columns: readonly string[];
}

interface Read {
  readonly file: string;
  readonly form: FilledForm;
  /** Row of the roster; undefined where it is unknown. */
  readonly row?: number | undefined;
  readonly isAsMade: boolean;
}

/** Reads filled forms into one table: a row for each, with the values of its person if the print run is known. */
export async function collect(world: World, request: CollectRequest): Promise<Outcome<Collected>> {
  const at = (path: string): string => resolve(world.host.workingFolder, path);
  const shown = (path: string): string => shownPath(at(path), world.host.workingFolder);
  const run = request.run === undefined ? [] : await readRun(world, at(request.run));
  if (!run)
    return fail(
      diagnostic(
        "sourceExists",
        `"${request.run}" is not the folder of a merge.`,
        "Name the folder that `offprint merge` wrote to.",
      ),
    );
  const roster =
    request.roster === undefined ? undefined : await readRoster(world, at(request.roster), shown(request.roster));
  if (roster && !roster.ok) return roster;
  const diagnostics: Diagnostic[] = [];
  const read: Read[] = [];
  for (const path of await listForms(world, request.files.map(at))) {
    const file = shown(path);
    const bytes = await world.disk.read(path).catch(() => undefined);
    const form = bytes && (await readForm(bytes).catch(() => undefined));
    if (!bytes || !form) {
      diagnostics.push(
        diagnostic("formReadable", bytes ? "This is not a PDF with fields." : "This file cannot be read.", undefined, {
          file,
        }),
      );
      continue;
    }
    const made = run.find((candidate) => fileKey(basename(candidate.path)) === fileKey(asMade(basename(path))));
    read.push({ file, form, row: made?.row, isAsMade: run.some(({ sha256 }) => sha256 === sha256Of(bytes)) });
  }
  if (read.length === 0)
    return fail(
      ...diagnostics,
      diagnostic("sourceExists", "There is no filled form.", "Name PDF files or folders of them."),
    );
  diagnostics.push(...checkForms(read, request.run !== undefined));
  const header = roster?.value[0] ?? [];
  const fields = [...new Set(read.flatMap(({ form }) => [...form.answers.keys()]))];
  const columns = [...header, "file", ...fields];
  const rows = read
    .toSorted((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity))
    .map(({ file, form, row }) => [
      ...header.map((_, index) => (row === undefined ? "" : (roster?.value[row]?.[index] ?? ""))),
      basename(file),
      ...fields.map((name) => form.answers.get(name) ?? ""),
    ]);
  const bytes = new TextEncoder().encode(toCsv([columns, ...rows]));
  const out = at(request.out);
  const saved = await saveFiles(world, join(out, ".."), [{ path: basename(out), bytes }]);
  if (!saved.ok) return fail(...diagnostics, ...saved.diagnostics);
  return succeed({ rows: rows.length, columns }, diagnostics);
}

/** Reports what is wrong with readable forms. */
function checkForms(read: readonly Read[], isRunKnown: boolean): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const kinds = Map.groupBy(read, ({ form }) => [...form.answers.keys()].toSorted().join("\n"));
  const [usual] = [...kinds.values()].toSorted((a, b) => b.length - a.length);
  const rows = new Map<number, string>();
  for (const entry of read) {
    const { file, row, form, isAsMade } = entry;
    if (usual && !usual.includes(entry)) {
      diagnostics.push(
        diagnostic("formExpected", "This form has other fields than most of the others.", undefined, { file }),
      );
    }
    if (isAsMade || [...form.answers.values()].every((value) => value === "" || value === "no")) {
      diagnostics.push(diagnostic("formFilled", "Nothing is filled in.", undefined, { file }));
    }
    if (row === undefined) {
      if (isRunKnown) {
        const hint = "Give it the name that it had, or fill in its row by hand.";
        diagnostics.push(
          diagnostic("formExpected", "No file of the print run has this name, so its row is unknown.", hint, {
            file,
          }),
        );
      }
      continue;
    }
    const other = rows.get(row);
    if (other !== undefined) {
      diagnostics.push(
        diagnostic(
          "formExpected",
          `Row ${row} of the roster has two forms; "${other}" is the other.`,
          "Both are in the table.",
          { file },
        ),
      );
    }
    rows.set(row, file);
  }
  return diagnostics;
}

/** Removes suffixes that systems add to avoid a name clash: "plan.0001 (1).pdf", "plan.0001 - Copy.pdf". */
function asMade(name: string): string {
  return name.replace(/(?: ?\(\d+\)| - Copy)+(?=\.pdf$)/i, "");
}

async function listForms({ disk }: World, paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      if ((await disk.stat(path))?.kind !== "folder") return [path];
      const entries = await disk.list(path);
      return entries
        .filter(({ kind, name }) => kind === "file" && /\.pdf$/i.test(name))
        .map(({ name }) => join(path, name));
    }),
  );
  return [...new Set(lists.flat())];
}

async function readRun({ disk }: World, folder: string): Promise<readonly MergedFile[] | undefined> {
  const bytes = await disk.read(join(folder, "manifest.json")).catch(() => undefined);
  return bytes && readMergeManifest(new TextDecoder().decode(bytes))?.files;
}

/** Reads the cells of a roster, the header first. */
async function readRoster(
  { disk }: World,
  path: string,
  file: string,
): Promise<Outcome<readonly (readonly string[])[]>> {
  try {
    const rows: (readonly string[])[] = [];
    for await (const { cells } of readRows(readText(disk.readPieces(path), "UTF-8").pieces)) rows.push(cells);
    return succeed(rows);
  } catch {
    return fail(
      diagnostic(
        "rosterShape",
        "This roster cannot be read.",
        "It is the CSV file (UTF-8) that the print run was made of.",
        { file },
      ),
    );
  }
}
