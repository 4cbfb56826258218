import type { World } from "../model/world.ts";

/** The real standard input. */
export const standardInput: World["standardInput"] = {
  async read() {
    const pieces: Uint8Array[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
    return Buffer.concat(pieces);
  },
};
