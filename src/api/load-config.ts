import { join } from "node:path";
import { configLocation, findConfig } from "../config/config-location.ts";
import type { ChosenConfig, OffprintConfig } from "../config/offprint-config.ts";
import { withProfile } from "../config/with-profile.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";

/**
 * Loads the configuration of the working folder, which may be empty. A profile overrides its keys; CITATION.cff
 * supplies missing ones.
 */
export async function loadConfig(world: World, profile?: string): Promise<Outcome<ChosenConfig>> {
  const config = await loadWhole(world);
  if (!config.ok) return config;
  const chosen = withProfile(config.value, profile);
  const whole = chosen.ok ? await withCitationFile(world, chosen.value) : chosen;
  return {
    ...whole,
    diagnostics: [...config.diagnostics, ...chosen.diagnostics, ...(chosen.ok ? whole.diagnostics : [])],
  };
}

async function withCitationFile(world: World, config: ChosenConfig): Promise<Outcome<ChosenConfig>> {
  const path = join(world.host.workingFolder, "CITATION.cff");
  if ((await world.disk.stat(path))?.kind !== "file") return succeed(config);
  const { readCitationFile } = await import("../config/citation-file.ts");
  const cited = readCitationFile(new TextDecoder().decode(await world.disk.read(path)));
  return cited.ok ? succeed({ ...config, cited: cited.value }) : cited;
}

/** Runs the configuration, which is trusted code of the user. */
async function loadWhole(world: World): Promise<Outcome<OffprintConfig>> {
  const file = await findConfig(world);
  if (file === undefined) return succeed({});
  try {
    const [value, { checkConfig }] = await Promise.all([
      world.modules.load(join(world.host.workingFolder, file)),
      import("./check-config.ts"),
    ]);
    return await checkConfig(value, await configLocation(world));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = /Cannot find package 'offprint'/.test(reason)
      ? "Install it into the project: npm install offprint."
      : undefined;
    return fail(diagnostic("configShape", `The configuration cannot be read: ${reason}`, hint, { file }));
  }
}
