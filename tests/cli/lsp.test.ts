import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";
import { root } from "../setup/run-script.ts";

test("offprint lsp speaks on standard input and output, and ends with the editor", async () => {
  const folder = await temporaryFolder({ "a.md": "# A\n\nText.\n" });
  const server = spawn(process.execPath, [join(root, "src/main.ts"), "lsp"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  const ended = once(server, "exit");
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const finding = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", resolve);
  });
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "a" }];
  const { capabilities, serverInfo }: InitializeResult = await connection.sendRequest("initialize", {
    processId: process.pid,
    capabilities: {},
    workspaceFolders,
  });
  expect(serverInfo?.name).toBe("offprint");
  expect(capabilities.renameProvider).toEqual({ prepareProvider: true });
  const uri = pathToFileURL(join(folder, "a.md")).href;
  const textDocument = { uri, languageId: "markdown", version: 1, text: "# A\n\n[x](#nowhere)\n" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  expect(await finding).toMatchObject({ uri, diagnostics: [{ code: "linkTargetExists", source: "offprint" }] });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect((await ended)[0]).toBe(0);
});
