import { basename } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { asWritten, type Confines, type FileReference, locateFile, shownAddress } from "./locate-file.ts";
import { readText } from "./read-text.ts";

/** A reference in a source to a text file: data, bibliography, an include. */
export interface TextReference extends FileReference {
  /** The referring file, as shown to the user. */
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/** Reads the text file of a reference, only from below the project's root. */
export async function readBeside(
  world: World,
  confines: Confines,
  reference: TextReference,
): Promise<Outcome<SourceFile>> {
  const name = shownAddress(reference.address);
  const located = await locateFile(world, confines, reference);
  if (located.kind === "found" && !basename(located.path).startsWith(".")) {
    const read = await readText(world, located.path);
    return { ...read, diagnostics: [...asWritten(located, name, reference), ...read.diagnostics] };
  }
  if (located.kind === "absent") {
    const hint = located.hint ?? "Addresses are relative to the file that names them.";
    return fail(diagnostic("fileExists", `There is no file "${name}".`, hint, reference));
  }
  const hint = "Copy the file into the publication's folder, or name the folder that holds both: --root.";
  return fail(diagnostic("fileConfined", `"${name}" is not a file of the project.`, hint, reference));
}
