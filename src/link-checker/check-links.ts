import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import { requestPage, type Verdict } from "./ask.ts";
import { recall, remember } from "./memory.ts";
import { importDocument } from "../import/import-document.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceKind } from "../model/imported.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { parseArticle } from "../parse/parse-article.ts";
import { findPublications } from "../source/find.ts";
import { externalLinks, type LinkReference } from "../transform/external-links.ts";
import type { Http } from "../model/network.ts";

export interface LinkRequest {
  /** Files and folders, relative to the working folder or absolute. */
  readonly sources: readonly string[];
  readonly from?: SourceKind | undefined;
  /** Whether to check links again that worked recently. */
  readonly fresh: boolean;
  readonly onProgress: (what: string, done: number, total: number) => void;
}

/** Number of addresses, and how many of them were requested. */
export interface LinkCount {
  readonly addresses: number;
  readonly asked: number;
}

/** Requests every web address in the texts once, and reports problems at each of its references. */
export async function checkLinks(world: World, request: LinkRequest): Promise<Outcome<LinkCount>> {
  const found = await findPublications(world, request.sources, { importDocument, from: request.from });
  if (!found.ok) return found;
  const files = found.value.flatMap(({ chapters }) => chapters.map(({ file }) => file));
  const parsed = all(files.map(parseArticle));
  if (!parsed.ok) return fail(...found.diagnostics, ...parsed.diagnostics);
  const references = parsed.value.flatMap(({ tree, file }) => externalLinks(tree, file.shown));
  const urls = [...new Set(references.map(({ url }) => url))];

  const memory = new Map(request.fresh ? [] : await recall(world));
  const open = urls.filter((url) => !memory.has(url));
  const verdicts = new Map<string, Verdict>();
  await requestAll(world.http, open, (url, verdict) => {
    verdicts.set(url, verdict);
    if (verdict.kind === "good") memory.set(url, world.clock.now().toISOString());
    request.onProgress(new URL(url).host, verdicts.size, open.length);
  });
  await remember(world, memory);
  const diagnostics = references.flatMap((reference) => judge(reference, verdicts.get(reference.url)));
  return succeed({ addresses: urls.length, asked: open.length }, [
    ...found.diagnostics,
    ...parsed.diagnostics,
    ...inReadingOrder(diagnostics),
  ]);
}

function judge(reference: LinkReference, verdict: Verdict = { kind: "good" }): Diagnostic[] {
  const { url } = reference;
  switch (verdict.kind) {
    case "good":
      return [];
    case "moved":
      return [
        diagnostic("linkMoved", `${url} has moved permanently.`, `Write its new address: ${verdict.to}`, reference),
      ];
    case "gone":
      return [diagnostic("linkAlive", `${url} leads nowhere: ${verdict.reason}.`, "Find its new address.", reference)];
    case "unknown":
      return [
        diagnostic("linkReachable", `${url} cannot be checked: ${verdict.reason}.`, "Open it in a browser.", reference),
      ];
  }
}

/** Number of hosts requested at the same time. */
const lanes = 6;

/** Requests many pages: one at a time for each host, several hosts concurrently. */
async function requestAll(
  http: Http,
  urls: readonly string[],
  onAnswer: (url: string, verdict: Verdict) => void,
): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const url of host) onAnswer(url, await requestPage(http, url));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
