import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { examples } from "../../src/cli/examples.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const folder = import.meta.dirname;
const script = async (shell: string): Promise<string> => {
  const { code, out, err } = await offprint(folder, ["completion", shell]);
  expect([code, err]).toEqual([0, ""]);
  return out;
};
const options = Object.entries(commands).flatMap(([name, command]) =>
  command.describe(new Command(name)).options.map(({ long }) => ({ name, flag: long ?? "" })),
);

describe("the script for bash", () => {
  /** What it offers for words, the last of which is being written. */
  async function offered(words: readonly string[]): Promise<string[]> {
    const line = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _offprint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const text = `${await script("bash")}\n${line}`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", text, "bash", "offprint", ...words], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    return stdout.split("\n").filter(Boolean);
  }

  test.runIf(process.platform !== "win32").each([
    [["com"], ["completion"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish", "--help"],
    ],
    [
      ["build", "--pdf-standard", ""],
      ["ua-1", "ua-2"],
    ],
    [
      ["build", "--no-"],
      ["--no-page-list", "--no-cache"],
    ],
    [["import", "--from", "doc"], ["docx"]],
    [
      ["build", "--edition", "hand"],
      ["handout", "handout-a4", "handout-key"],
    ],
    [["check", "--format", "e"], ["epub"]],
    // Files: the shell offers them where the script offers nothing.
    [["build", "--out", ""], []],
    [["nothing", ""], []],
  ])("offers for %j: %j", async (words, expected) => {
    expect(await offered(words)).toEqual(expected);
  });
});

test.each(["zsh", "fish"])("the script for %s has every command and every option", async (shell) => {
  const text = await script(shell);
  for (const name of Object.keys(commands)) expect(text).toContain(name);
  for (const { flag } of options) expect(text).toContain(shell === "zsh" ? `*${flag}[` : ` -l ${flag.slice(2)} `);
});

test("the script for zsh quotes descriptions", async () => {
  const listed = "as listed below or of plug-ins]:value:(web ebook ";
  expect(await script("zsh")).toContain(listed);
  expect(await script("zsh")).toContain("(default\\: dist)]");
});

test("another shell is refused by name", async () => {
  const { code, err } = await offprint(folder, ["completion", "tcsh"]);
  expect([code, err]).toEqual([2, expect.stringContaining("Allowed choices are bash, zsh, fish")]);
});

describe("the examples", () => {
  test("are of all commands and no others", () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(commands).toSorted());
  });

  test.each(Object.values(examples).flatMap((list) => list.map(([line]) => line)))("offprint %s", (line) => {
    const [name = "", ...words] = line.replace(/ [<>] .*$/, "").split(" ");
    const command = commands[name]?.describe(new Command(name).exitOverride().configureOutput({ writeErr: () => {} }));
    expect(() => command?.action(() => {}).parse(words, { from: "user" })).not.toThrow();
  });

  test("are in the help of a command", async () => {
    const { code, out } = await offprint(folder, ["build", "--help"]);
    expect([code, out]).toEqual([0, expect.stringContaining("Examples:\n  offprint build article.md\n")]);
    expect((await offprint(folder, ["doctor", "--help"])).out).toContain("Examples:\n  offprint doctor\n");
  });
});

test.runIf(process.platform === "linux")("the script for bash is one that bash can read from a file", async () => {
  const at = await temporaryFolder({ completion: await script("bash") });
  expect(spawnSync("bash", ["-n", join(at, "completion")], { encoding: "utf8" }).stderr).toBe("");
});
