import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type ImageReference, isOnNetwork } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { asWritten, type Confines, locateFile, shownAddress } from "./locate-file.ts";

/** An image file of the publication. */
export interface ImageFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Finds the image file of a reference, if it is below the project's root after resolving links. */
export async function locateImage(
  world: World,
  confines: Confines,
  reference: ImageReference,
): Promise<Outcome<ImageFile>> {
  const name = shownAddress(reference.address);
  const located = await locateFile(world, confines, reference);
  switch (located.kind) {
    case "found":
      return succeed({ path: located.path, size: located.size }, asWritten(located, name, reference));
    case "remote": {
      if (isOnNetwork(reference.address)) {
        const message = `The image "${name}" is on the network; a frame with its address replaces it.`;
        return fail(
          diagnostic("imageLocal", message, "Save the picture beside the article and name that file.", reference),
        );
      }
      const hint = "Save the picture beside the article and name that file: a publication carries everything it shows.";
      return fail(
        diagnostic("imageConfined", `The image "${name}" is not a file of the publication.`, hint, reference),
      );
    }
    case "outside": {
      const message = `The image "${name}" lies outside the project.`;
      const hint = "Copy it into the folder, or name the folder that holds both: --root.";
      return fail(diagnostic("imageConfined", message, hint, reference));
    }
    case "absent": {
      const hint = located.hint ?? "Image addresses are relative to the file that names them.";
      return fail(diagnostic("imageExists", `There is no image file "${name}".`, hint, reference));
    }
  }
}
