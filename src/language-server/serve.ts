import type { Readable, Writable } from "node:stream";
import {
  type Connection,
  createConnection,
  DidChangeWorkspaceFoldersNotification,
  type DidChangeWorkspaceFoldersParams,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { World } from "../model/world.ts";
import { answer } from "./answer.ts";
import { type LoadConfig, openSession, toPath, toUri } from "./session.ts";
import { openSessions } from "./sessions.ts";

/** Options of a server. */
export interface ServeOptions {
  readonly world: World;
  /** Version of Offprint. */
  readonly version: string;
  readonly loadConfig: LoadConfig;
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Serves the Language Server Protocol, version 3.17 (https://microsoft.github.io/language-server-protocol): diagnostics
 * while typing, completion, hover, definition, references, renaming and quick fixes. Ends with the session.
 */
export function serve({ world, version, loadConfig, input, output }: ServeOptions): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const documents = new TextDocuments(TextDocument);
  const sessions = openSessions(world, (within) =>
    openSession(within, loadConfig, (path, diagnostics) => {
      void connection.sendDiagnostics({ uri: toUri(path), diagnostics });
    }),
  );
  let folders: readonly string[] = [];
  const setFolders = (paths: readonly string[]): void => sessions.setFolders((folders = paths));
  const pathsOf = (named: readonly { readonly uri: string }[]): string[] =>
    named.map(({ uri }) => toPath(uri)).filter((path) => path !== undefined);

  connection.onInitialize(({ workspaceFolders, ...before }) => {
    // Older editors send one root, as the protocol did before workspace folders.
    const { rootUri } = before as { readonly rootUri?: string | null };
    setFolders(pathsOf(workspaceFolders ?? (typeof rootUri === "string" ? [{ uri: rootUri }] : [])));
    return {
      serverInfo: { name: "offprint", version },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        completionProvider: { triggerCharacters: ["@", ":", "#", "[", "(", "/", "{"] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        codeActionProvider: { codeActionKinds: ["quickfix"] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  documents.onDidChangeContent(({ document }) => {
    const path = toPath(document.uri);
    if (path !== undefined) log(connection, sessions.set(path, document.getText()));
  });
  documents.onDidClose(({ document }) => {
    const path = toPath(document.uri);
    if (path !== undefined) log(connection, sessions.close(path));
  });
  connection.onDidChangeWatchedFiles(() => log(connection, sessions.refresh()));
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
      const gone = pathsOf(removed);
      setFolders([...folders.filter((folder) => !gone.includes(folder)), ...pathsOf(added)]);
    },
  );
  answer(connection, sessions);
  documents.listen(connection);
  const ended = new Promise<void>((resolve) => {
    connection.onExit(resolve);
    input.on("end", resolve).on("close", resolve);
  });
  connection.listen();
  return ended.then(() => sessions.settled()).then(() => connection.dispose());
}

/** Logs our own errors to the editor instead of ending the session. */
function log(connection: Connection, work: Promise<void>): void {
  work.catch((error: unknown) => connection.console.error(error instanceof Error ? error.message : String(error)));
}
