import type { OffprintConfig } from "../../src/config/offprint-config.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { type PreparedPublication, preparePublication } from "../../src/pipeline/prepare.ts";
import { findPublications } from "../../src/source/find.ts";
import type { MasterPublication } from "../../src/transform/whole-publication.ts";

/** One source, found, read, parsed and transformed. */
export async function prepareSource(
  world: World,
  name: string,
  config: OffprintConfig = {},
): Promise<Outcome<MasterPublication>> {
  const prepared = await prepareWithTemplate(world, name, config);
  return prepared.ok ? succeed(prepared.value.publication, prepared.diagnostics) : prepared;
}

/** The same, and the template that it chose. */
export async function prepareWithTemplate(
  world: World,
  name: string,
  config: OffprintConfig = {},
): Promise<Outcome<PreparedPublication>> {
  // The repository that the cases lie in is none of theirs.
  const found = await findPublications(world, [name], { root: "." });
  if (!found.ok) return found;
  const [source] = found.value;
  if (!source) return fail(...found.diagnostics);
  const prepared = await preparePublication(world, source, config);
  const diagnostics = [...found.diagnostics, ...prepared.diagnostics];
  return prepared.ok ? succeed(prepared.value, diagnostics) : fail(...diagnostics);
}

/** `article.md:3:5 error ruleName message (hint)`, a line for each. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, place, severity, rule, message, hint }) => {
      const where = [file ?? "-", ...(place ? [place.line, place.column] : [])].join(":");
      return `${where} ${severity} ${rule} ${message}${hint === undefined ? "" : ` (${hint})`}\n`;
    })
    .join("");
}
