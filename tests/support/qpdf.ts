import createModule from "@neslinesli93/qpdf-wasm";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

/** What the package's own types leave out. */
interface Program {
  callMain(words: readonly string[]): number;
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
}

/** What `qpdf --check` says of a file, and its exit code: 0 where it finds nothing. */
export async function checkWithQpdf(bytes: Uint8Array): Promise<{ readonly code: number; readonly printed: string }> {
  const lines: string[] = [];
  // The program takes the console when it starts.
  const spies = (["log", "error", "warn"] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void lines.push(words.join(" "))),
  );
  try {
    const path = fileURLToPath(import.meta.resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"));
    const create = createModule as unknown as (options: object) => Promise<Program>;
    const program = await create({ noInitialRun: true, wasmBinary: await readFile(path) });
    program.FS.writeFile("/article.pdf", bytes);
    return { code: program.callMain(["--check", "/article.pdf"]), printed: lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
