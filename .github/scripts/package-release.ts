import { execFileSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { manifestFile } from "../../src/config/manifest-file.ts";

/**
 * What a release hands out beside the publications: the npm package, the licences of all that is bundled into it, and a
 * bill of materials of what made the publications (CycloneDX 1.5): every package in the lockfile, and Node and the browser that
 * the manifests in the output folder name.
 *
 *     node .github/scripts/package-release.ts dist parts
 */

const [dist = "dist", parts = "parts"] = process.argv.slice(2);
const npm = (...words: readonly string[]): string =>
  execFileSync("npm", words, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });

const component = z.looseObject({ name: z.string() });
const billOfMaterials = z.looseObject({
  metadata: z.looseObject({ component }),
  components: z.array(component),
});

mkdirSync(parts, { recursive: true });
npm("pack", "--silent", "--pack-destination", parts);
copyFileSync("lib/LICENSES.txt", join(parts, "LICENSES.txt"));
const text = npm("sbom", "--sbom-format", "cyclonedx", "--package-lock-only");
writeFileSync(join(parts, "sbom.cdx.json"), `${JSON.stringify(complete(JSON.parse(text)), undefined, 2)}\n`);

/** Equal inputs give an equal bill: without the time and the random number, which the format does not ask for. */
function complete(given: unknown): unknown {
  const { metadata, components, ...bill } = billOfMaterials.parse(given);
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  return {
    ...bill,
    serialNumber: undefined,
    // npm takes the name of the folder.
    metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name } },
    components: [...components, ...programs()],
  };
}

/** Node and the browsers that the publications were made with. */
function programs(): object[] {
  const found = new Map<string, object>();
  for (const file of globSync(join(dist, "*/manifest.json")).toSorted()) {
    const { tool, browser } = manifestFile.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const program of [`Node/${tool.node}`, ...(browser === null ? [] : [browser])]) {
      const [name = "", version = ""] = program.split("/");
      found.set(program, { "bom-ref": `${name}@${version}`, type: "application", name, version });
    }
  }
  return [...found.values()];
}
