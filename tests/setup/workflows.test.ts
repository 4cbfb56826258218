import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary.ts";
import { root, runScript } from "./run-script.ts";

const step = z.object({ uses: z.string().optional(), run: z.string().optional() });
const job = z.object({ permissions: z.record(z.string(), z.string()).optional(), steps: z.array(step) });
const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), job),
});

const folder = join(root, ".github", "workflows");
const names = await readdir(folder);
const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
const workflows = names.map((name, index) => ({
  name,
  text: texts[index] ?? "",
  ...workflow.parse(parse(texts[index] ?? "")),
}));

describe("lint of workflows", () => {
  test("is content with our own", async () => {
    expect(await runScript("lint-workflows.ts", [])).toEqual({ code: 0, out: "", err: "" });
  });

  test("reports the fault and its position", async () => {
    const broken =
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n";
    const at = await temporaryFolder({ "broken.yml": broken });
    const { code, err } = await runScript("lint-workflows.ts", [at]);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.yml:6:\d+ property "nothing" is not defined/);
  });

  test("is not content with nothing to look at", async () => {
    expect(await runScript("lint-workflows.ts", [await temporaryFolder()])).toMatchObject({ code: 1 });
  });
});

describe.each(workflows)("$name", ({ text, permissions, jobs }) => {
  test("pins every action to a commit, with its version in a comment", () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    expect(uses).not.toEqual([]);
    for (const action of uses) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("may write nowhere, but for the jobs that publish and run nothing of ours", () => {
    expect(Object.values(permissions).filter((right) => right !== "read")).toEqual([]);
    for (const [name, { permissions: own = {}, steps }] of Object.entries(jobs)) {
      if (Object.values(own).every((right) => right === "read")) continue;
      expect(name).toMatch(/^publish(?:-site)?$/);
      expect(steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))).toEqual([]);
      // A package's own scripts would be ours.
      const commands = steps.flatMap(({ run }) => run?.match(/\b(?:npm|npx|node|bash|\.ci)\b.*/g) ?? []);
      for (const command of commands) expect(command).toMatch(/^npm publish assets\/.* --ignore-scripts$/);
    }
  });

  test("puts no text of others into a script", () => {
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ""));
    for (const script of scripts) expect(script).not.toMatch(/\$\{\{ *(?:github\.(?:event|head_ref|ref)|inputs)/);
  });

  test("starts only scripts that are there", async () => {
    const scripts = [...text.matchAll(/\.github\/scripts\/[\w-]+\.ts|\.ci\/run|src\/main\.ts/g)].map(([path]) => path);
    for (const path of scripts) expect((await stat(join(root, path))).isFile()).toBe(true);
    expect(scripts).toContain(".ci/run");
  });
});

test("one workflow publishes: it attests what the sums list, and puts the site on the web", () => {
  const publishing = workflows.filter(({ jobs }) => jobs["publish"] !== undefined);
  expect(publishing.map(({ name }) => name)).toEqual(["release.yml"]);
  for (const { jobs, text } of publishing) {
    const uses = (name: string) => jobs[name]?.steps.map(({ uses: action }) => action?.split("@")[0]);
    expect(uses("build")).toContain("actions/upload-pages-artifact");
    // The address of the site, for paper and feeds: offprint.config.ts reads it.
    expect(text).toMatch(/ SITE_URL=\$\(gh api "repos\/\$GITHUB_REPOSITORY\/pages" --jq \.html_url\)/);
    expect(jobs["build"]?.permissions).toEqual({ contents: "read", pages: "read" });
    expect(uses("publish")).toContain("actions/attest-build-provenance");
    expect(text).toMatch(/subject-checksums: assets\/SHA256SUMS$/m);
    expect(jobs["publish"]?.permissions).toEqual({ contents: "write", "id-token": "write", attestations: "write" });
    expect(uses("publish-site")).toEqual(["actions/deploy-pages"]);
    expect(jobs["publish-site"]?.permissions).toEqual({ pages: "write", "id-token": "write" });
  }
});
