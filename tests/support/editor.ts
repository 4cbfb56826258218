import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { OffprintConfig } from "../../src/config/offprint-config.ts";
import { serve } from "../../src/language-server/serve.ts";
import { succeed } from "../../src/model/outcome.ts";
import { memoryFolder } from "./memory-disk.ts";
import type { Files } from "./temporary.ts";
import { worldOf } from "./world.ts";

/** An editor that speaks to the language server as editors do, on two streams; `|` in a text is where the pointer is. */
export async function openEditor(files: Files, config: OffprintConfig = {}, folders: readonly string[] = ["."]) {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const world = worldOf(files);
  const loadConfig = () => Promise.resolve(succeed(config));
  const served = serve({ world, version: "0", loadConfig, input: toServer, output: toEditor });
  const connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  const findings = new Map<string, Diagnostic[]>();
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (published: { uri: string; diagnostics: Diagnostic[] }) => {
      findings.set(published.uri, published.diagnostics);
    },
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: null,
    capabilities: {},
    workspaceFolders: folders.map((name) => ({ uri: uriOf(name), name })),
  });
  await connection.sendNotification("initialized", {});
  let version = 1;

  async function open(name: string, text: string): Promise<void> {
    const textDocument = { uri: uriOf(name), languageId: "markdown", version: (version += 1), text };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    await settle(name);
  }

  /** The answer to a question comes when all that was said before it is done. */
  async function settle(name: string): Promise<void> {
    await connection.sendRequest("textDocument/hover", {
      textDocument: { uri: uriOf(name) },
      position: { line: 0, character: 0 },
    });
  }

  /** Ask about the place of `|` in a text, which is opened without it. */
  async function at<T>(method: string, name: string, marked: string, more: object = {}): Promise<T> {
    const [before = "", ...rest] = marked.split("|");
    await open(name, before + rest.join("|"));
    const lines = before.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return connection.sendRequest(method, { textDocument: { uri: uriOf(name) }, position, ...more });
  }

  return {
    uriOf,
    open,
    type: async (name: string, text: string): Promise<void> => {
      const textDocument = { uri: uriOf(name), version: (version += 1) };
      await connection.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] });
      await settle(name);
    },
    diagnosticsOf: (name: string): readonly Diagnostic[] => findings.get(uriOf(name)) ?? [],
    complete: async (name: string, marked: string): Promise<string[]> =>
      (await at<CompletionItem[]>("textDocument/completion", name, marked)).map(({ label }) => label),
    hover: (name: string, marked: string) => at<Hover | null>("textDocument/hover", name, marked),
    define: (name: string, marked: string) => at<Location | null>("textDocument/definition", name, marked),
    rename: (name: string, marked: string, newName: string) =>
      at<WorkspaceEdit | null>("textDocument/rename", name, marked, { newName }),
    fix: (name: string): Promise<CodeAction[]> =>
      connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri: uriOf(name) },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: findings.get(uriOf(name)) ?? [] },
      }),
    close: async (): Promise<void> => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      toServer.end();
      await served;
      connection.dispose();
    },
  };
}

function uriOf(name: string): string {
  return pathToFileURL(join(memoryFolder, name)).href;
}
