import { deriveWorld } from "../model/derive-world.ts";
import type { Readable, Writable } from "node:stream";
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { World } from "../model/world.ts";
import { answer } from "./answer.ts";
import { type LoadConfig, openSession, type Session, toPath, toUri } from "./session.ts";

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
  let session: Session | undefined;

  connection.onInitialize(({ workspaceFolders, ...before }) => {
    // Older editors send one root, as the protocol did before workspace folders.
    const { rootUri } = before as { readonly rootUri?: string | null };
    const root = toPath(workspaceFolders?.[0]?.uri ?? rootUri ?? "") ?? world.host.workingFolder;
    const here = deriveWorld(world, { host: { ...world.host, workingFolder: root } });
    session = openSession(here, loadConfig, (path, diagnostics) => {
      void connection.sendDiagnostics({ uri: toUri(path), diagnostics });
    });
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
      },
    };
  });
  documents.onDidChangeContent(({ document }) => {
    const path = toPath(document.uri);
    if (path !== undefined) log(connection, session?.set(path, document.getText()));
  });
  documents.onDidClose(({ document }) => {
    const path = toPath(document.uri);
    if (path !== undefined) log(connection, session?.close(path));
  });
  connection.onDidChangeWatchedFiles(() => log(connection, session?.refresh()));
  answer(connection, () => session);
  documents.listen(connection);
  const ended = new Promise<void>((resolve) => {
    connection.onExit(resolve);
    input.on("end", resolve).on("close", resolve);
  });
  connection.listen();
  return ended.then(() => session?.settled()).then(() => connection.dispose());
}

/** Logs our own errors to the editor instead of ending the session. */
function log(connection: Connection, work: Promise<void> | undefined): void {
  work?.catch((error: unknown) => connection.console.error(error instanceof Error ? error.message : String(error)));
}
