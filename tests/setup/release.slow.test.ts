import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { writeFiles } from "../support/temporary.ts";

// The steps of the release workflow that GitHub and npm have no part in, in a copy of the repository, as it runs them.

const root = join(import.meta.dirname, "../..");

interface Job {
  readonly steps: readonly { readonly name?: string; readonly run?: string }[];
}

const { jobs } = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")) as {
  jobs: Record<"build" | "publish", Job>;
};

let folder: string;

/** Runs the step of a name; what is added stands behind its last line. */
function step(job: Job, name: string, cwd = folder, more = ""): string {
  const script = job.steps.find((candidate) => candidate.name === name)?.run ?? "";
  expect(script).not.toBe("");
  const { GITHUB_REF_NAME, ...variables } = process.env;
  return execFileSync("bash", ["-eo", "pipefail", "-c", `${script.trimEnd()}${more}`], {
    cwd,
    encoding: "utf8",
    env: { ...variables, REPOSITORY: "https://github.com/example/offprint", GITHUB_REF_NAME: GITHUB_REF_NAME ?? "v0" },
  });
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "offprint-release-")));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  for (const path of files.split("\0")) {
    if (!/^(?:src|templates|\.github|package|tsconfig|LICENSE|README)/.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  await writeFiles(folder, { "content/one/article.md": "---\ntitle: One\ndate: 2026-11-01\n---\n\nA text.\n" });
  execFileSync(process.execPath, ["src/main.ts", "build", "--format", "html", "--no-cache"], { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.runIf(process.platform === "linux")("a release has the publications, the package, its licences and a bill", () => {
  step(jobs.build, "Make the package, its licences and the bill of materials");
  step(jobs.build, "Collect what is handed out");
  const assets = readdirSync(join(folder, "release/assets")).toSorted();
  expect(assets).toEqual([
    "LICENSES.txt",
    "SHA256SUMS",
    expect.stringMatching(/^offprint-[\d.]+\.tgz$/),
    "one.html",
    "one.manifest.json",
    "one.releases.json",
    "one.report.html",
    "one.report.json",
    "sbom.cdx.json",
  ]);

  const bill = JSON.parse(readFileSync(join(folder, "release/assets/sbom.cdx.json"), "utf8")) as {
    metadata: { timestamp?: string; component: { name: string } };
    components: { name: string; version: string }[];
  };
  expect(bill.metadata.component.name).toBe("offprint");
  expect(bill.metadata.timestamp).toBeUndefined();
  expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(["sharp", "unified", "Node"]));
  expect(bill.components.find(({ name }) => name === "Node")?.version).toBe(process.versions.node);

  // What the job that publishes does with it.
  const published = join(folder, "release");
  expect(step(jobs.publish, "Compare with the sums", join(published, "assets"))).toContain("one.html: OK");
  const [tarball = ""] = assets.filter((name) => name.endsWith(".tgz"));
  const own = execFileSync("tar", ["-xOf", join(published, "assets", tarball), "package/package.json"], {
    encoding: "utf8",
  });
  expect(JSON.parse(own)).toMatchObject({ repository: { url: "git+https://github.com/example/offprint.git" } });
});
