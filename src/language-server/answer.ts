import {
  type Connection,
  type Location,
  MarkupKind,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
} from "vscode-languageserver";
import { complete } from "./complete.ts";
import { definitionOf, type FoundName, placesOf, thingAt } from "./find-name.ts";
import { nameAt } from "./name-forms.ts";
import type { NamedThing } from "./named-things.ts";
import { quickFixes } from "./quick-fixes.ts";
import { type Session, toPath, toUri } from "./session.ts";
import type { Sessions } from "./sessions.ts";
import { offsetAt, positionAt } from "./to-lsp.ts";
import type { Examined } from "./workspace.ts";

/** A position in an open text, and its publication. */
interface Pointed {
  readonly session: Session;
  readonly examined: Examined;
  readonly path: string;
  readonly text: string;
  readonly offset: number;
  readonly thing: NamedThing | undefined;
}

/** Answers requests about a position in a text. */
export function answer(connection: Connection, sessions: Sessions): void {
  async function pointAt({ textDocument, position }: TextDocumentPositionParams): Promise<Pointed | undefined> {
    const path = toPath(textDocument.uri);
    await sessions.settled();
    const session = path === undefined ? undefined : sessions.of(path);
    const examined = path === undefined ? undefined : await session?.examinedFor(path);
    const text = path === undefined ? undefined : session?.textOf(path);
    if (!session || !examined || path === undefined || text === undefined) return undefined;
    const offset = offsetAt(text, position);
    return { session, examined, path, text, offset, thing: thingAt(session.world, examined, path, text, offset) };
  }

  connection.onCompletion(async (asked) => {
    const at = await pointAt(asked);
    if (!at) return [];
    const before = at.text.slice(0, at.offset).split(/\r?\n/);
    const inFrontMatter = before.length > 1 && before[0] === "---" && !before.slice(1).includes("---");
    const { world, within } = at.session;
    const { things } = at.examined;
    return within(() => complete({ world, path: at.path, before: before.at(-1) ?? "", inFrontMatter, things }));
  });

  connection.onHover(async (asked) => {
    const at = await pointAt(asked);
    const thing = at && (at.thing ?? termAt(at));
    if (!thing) return null;
    return { contents: { kind: MarkupKind.Markdown, value: thing.details.join("\n\n") } };
  });

  connection.onDefinition(async (asked) => {
    const at = await pointAt(asked);
    const thing = at && (at.thing ?? termAt(at));
    const found = thing && definitionOf(at.session.world, at.examined, thing);
    if (!found) return null;
    if ("start" in found) return toLocation(found);
    const start = { line: found.line - 1, character: 0 };
    return { uri: toUri(found.path), range: { start, end: start } };
  });

  connection.onReferences(async (asked) => {
    const at = await pointAt(asked);
    return at?.thing ? placesOf(at.session.world, at.examined, at.thing).map(toLocation) : [];
  });

  connection.onPrepareRename(async (asked) => {
    const at = await pointAt(asked);
    const use = at && nameAt(at.path, at.text, at.offset);
    if (!at || !use || !isNamed(at)) return null;
    return { range: rangeOf({ ...use, path: at.path, text: at.text }), placeholder: use.name };
  });

  connection.onRenameRequest(async (asked) => {
    const at = await pointAt(asked);
    if (!at?.thing || !isNamed(at)) return null;
    const { newName } = asked;
    if (!/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(newName)) {
      throw new ResponseError(-32_602, "A name begins with a letter; letters, digits, hyphens and full stops follow.");
    }
    const isTaken = at.examined.things.some(({ kind, name }) => kind === at.thing?.kind && name === newName);
    if (isTaken) throw new ResponseError(-32_602, `"${newName}" is already in use.`);
    const changes: Record<string, TextEdit[]> = {};
    for (const place of placesOf(at.session.world, at.examined, at.thing)) {
      (changes[toUri(place.path)] ??= []).push({ range: rangeOf(place), newText: newName });
    }
    return { changes };
  });

  connection.onCodeAction(async ({ textDocument, context }) => {
    const path = toPath(textDocument.uri);
    const text = path === undefined ? undefined : sessions.of(path)?.textOf(path);
    return text === undefined ? [] : quickFixes(textDocument.uri, text, context.diagnostics);
  });
}

/**
 * Reports whether a thing has an explicit name. Ids generated from headings and front matter variables cannot be
 * renamed here.
 */
function isNamed({ session, examined, thing }: Pointed): boolean {
  return thing !== undefined && placesOf(session.world, examined, thing).some(({ isDefinition }) => isDefinition);
}

/** Returns the glossary term of the word at a position. */
function termAt({ examined, text, offset }: Pointed): NamedThing | undefined {
  return examined.things.find(({ kind, name }) => {
    const around = text.slice(Math.max(0, offset - name.length), offset + name.length);
    return kind === "term" && around.toLowerCase().includes(name.toLowerCase());
  });
}

function toLocation(found: FoundName): Location {
  return { uri: toUri(found.path), range: rangeOf(found) };
}

function rangeOf({ text, start, end }: FoundName) {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}
