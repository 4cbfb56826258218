import { readFileSync } from "node:fs";
import { z } from "zod";

/**
 * Prints CHANGELOG.md's section for the version of a tag. The tag must match the version in package.json.
 *
 *     node .github/scripts/release-notes.ts v1.2.3
 */

const [tag] = process.argv.slice(2);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
const notes = sectionOf(version, readFileSync("CHANGELOG.md", "utf8"));

if (tag !== `v${version}`) {
  refuse(`The tag is ${tag ?? "not given"}, and package.json has version ${version}: its tag is v${version}.`);
} else if (notes === undefined) {
  refuse(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD".`);
} else if (notes === "") {
  refuse(`The section of ${version} in CHANGELOG.md is empty.`);
} else {
  console.log(notes);
}

/**
 * Returns the text below a version's heading, up to the next heading of that level or the link definitions at the end.
 */
function sectionOf(wanted: string, changelog: string): string | undefined {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => /^## \[(.+)\] - \d{4}-\d{2}-\d{2}$/.exec(line)?.[1] === wanted);
  if (start === -1) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  return rest
    .slice(0, end === -1 ? undefined : end)
    .join("\n")
    .trim();
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
