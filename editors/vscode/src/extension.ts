import { existsSync } from "node:fs";
import { commands, type ExtensionContext, workspace } from "vscode";
import { LanguageClient, type ServerOptions } from "vscode-languageclient/node";
import { serverCommand } from "./server-command.ts";

let client: LanguageClient | undefined;

/** Called by the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("offprint.restart", async () => {
      await client?.stop();
      await start();
    }),
  );
  await start();
}

/** Called by the editor. */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

async function start(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const setting = workspace.getConfiguration("offprint").get<string>("path", "");
  const { command, args, shell } = serverCommand(setting, folder, existsSync, process.platform === "win32");
  const options = { shell, ...(folder !== undefined && { cwd: folder }) };
  const server: ServerOptions = { command, args: [...args], options };
  client = new LanguageClient("offprint", "Offprint", server, {
    documentSelector: ["markdown", "yaml", "bibtex", "json"].map((language) => ({ scheme: "file", language })),
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{md,yaml,bib,json,svg,png,jpg,webp}") },
  });
  await client.start();
}
