import { build } from "../../../src/pipeline/build.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import { inFolder } from "../built.ts";
import { prepareSource, printDiagnostics } from "../prepare.ts";
import { printBody } from "../print-body.ts";
import { worldOf } from "../world.ts";
import { guards } from "./publications.ts";

/** What only a programmer understands. */
export const raw =
  /Cannot read prop|is not a function|is not iterable|\[object Object\]|Invalid array length|internalFault/;

/** What is wrong with how a publication was taken: nothing, for any at all. It is only transformed, as every edition is. */
export async function faultOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const outcome = await prepareSource(worldOf(files), ".");
  const printed = printDiagnostics(outcome.diagnostics);
  if (raw.test(printed)) return `It says what only a programmer understands: ${printed}`;
  const ours = outcome.diagnostics.find(({ concern }) => concern === "tool");
  if (ours) return `A fault of Offprint: ${ours.message}`;
  if (!outcome.ok) return printed.includes(" error ") ? undefined : "It is refused without an error.";
  const text = outcome.value.chapters
    .map(({ body, notes }) => printBody([...body.children, ...(notes ? [notes] : [])]))
    .join("\n");
  const lost = Object.values(guards).filter((guard) => !text.includes(guard));
  return lost.length > 0 ? `Lost: ${lost.join(", ")}` : undefined;
}

/** The same of finished files: whether they are made, valid by our own checks, and the same bytes twice. */
export async function faultOfBuild(
  files: Readonly<Record<string, string>>,
  editions: readonly EditionName[],
): Promise<string | undefined> {
  const make = () =>
    build(worldOf(inFolder("text", files)), {
      sources: ["text"],
      editions,
      config: {},
      toolVersion: "0.0.0",
      pageList: false,
    });
  const [first, second] = [await make(), await make()];
  const ours = first.diagnostics.find(({ concern }) => concern === "tool");
  if (ours) return `A fault of Offprint: ${ours.rule} ${ours.message}`;
  if (!first.ok || !second.ok) return first.ok === second.ok ? undefined : "Once it is made, and once it is not.";
  const bytes = (made: typeof first): string[] =>
    made.ok ? made.value.flatMap(({ artifacts }) => artifacts.map(({ sha256 }) => sha256)) : [];
  return bytes(first).join() === bytes(second).join() ? undefined : "The bytes differ.";
}
