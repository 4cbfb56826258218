import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { type FileReference, locateFile, shownAddress } from "./locate-file.ts";
import { readText } from "./read-text.ts";

/** A place in a source that names a text file: data, references, a part of the text. */
export interface TextReference extends FileReference {
  /** The file that mentions it, as the author names it. */
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/** The text file that a mention means, read from inside the publication's folder and from nowhere else. */
export async function readBeside(world: World, folder: string, mention: TextReference): Promise<Outcome<SourceFile>> {
  const name = shownAddress(mention.address);
  const located = await locateFile(world, folder, mention);
  if (located.kind === "found") return readText(world, located.path);
  if (located.kind === "absent") {
    const hint = located.hint ?? "Addresses are relative to the file that names them.";
    return fail(diagnostic("fileExists", `There is no file "${name}".`, hint, mention));
  }
  const hint = "Copy the file into the publication's folder.";
  return fail(diagnostic("fileConfined", `"${name}" is not in the publication's folder.`, hint, mention));
}
