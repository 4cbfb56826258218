import { expect, test } from "vitest";
import { serverCommand } from "../../editors/vscode/src/server-command.ts";

const own = "/p/node_modules/.bin/offprint";

test.each([
  ["the program that the setting names", "/opt/offprint", [own], "/opt/offprint", ["lsp"]],
  ["the project's own", "", [own], own, ["lsp"]],
  ["what npx finds", "", [], "npx", ["--yes", "offprint", "lsp"]],
])("the extension starts %s", (_, setting, there, command, arguments_) => {
  const chosen = serverCommand(setting, "/p", (path) => there.includes(path), false);
  expect(chosen).toEqual({ command, args: arguments_, shell: false });
});

test("on Windows programs of npm are started through a shell", () => {
  expect(serverCommand("", undefined, () => false, true)).toMatchObject({ command: "npx.cmd", shell: true });
});
