import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Manifest } from "../config/manifest-file.ts";
import { directionOf } from "../config/metadata.ts";
import type { Change, ListedRelease } from "../config/releases-file.ts";
import { writeDay } from "../config/write-value.ts";
import { type Messages, messagesFor } from "../i18n/messages.ts";
import { contentSecurityPolicy } from "../template/embed.ts";
import { checkPageStyle } from "./check-page-style.ts";
import { formerPages } from "./pages-of-change.ts";

/** On paper a slip of one page: small type, in two columns if the list is long. */
const style = `${checkPageStyle}
.versions { color: var(--soft); }
.errata { border-collapse: collapse; width: 100%; }
.errata :is(th, td) { padding: 0.35rem 0.8rem 0.35rem 0; border-block-start: 1px solid var(--rule); text-align: start; vertical-align: top; }
.errata td:last-child { padding-inline-end: 0; white-space: nowrap; text-align: end; font-variant-numeric: tabular-nums; }
@media print {
  @page { margin: 16mm 18mm; }
  body { font-size: 9.5pt; line-height: 1.35; }
  main { max-width: none; padding: 0; }
  h1 { margin-block-end: 0.4rem; font-size: 15pt; }
  a { color: inherit; }
  .errata tr { break-inside: avoid; }
  .errata :is(th, td) { padding-block: 0.15rem; }
  .errata.long { font-size: 8pt; line-height: 1.25; }
}
`;

/** Rows that fit on a page in the usual font size. */
const mostRows = 36;

/**
 * Composes a slip to print and insert into copies of the previous release: what changed in the newest one, by section
 * and fact, with the page in the old copy. Returns `undefined` if no change is known.
 */
export function composeErrataPage(manifest: Manifest, releases: readonly ListedRelease[]): string | undefined {
  const [newest, before] = releases;
  const changes = newest ? [...newest.sections, ...newest.facts] : [];
  if (!newest || !before || changes.length === 0) return undefined;
  const { language, title } = manifest;
  const words = messagesFor(language);
  const heading = `${words.release.changed}: ${title}`;
  const page = h(undefined, [
    { type: "doctype" } as const,
    h("html", { lang: language, dir: directionOf(language) }, [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("meta", { httpEquiv: "Content-Security-Policy", content: contentSecurityPolicy(style) }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { name: "color-scheme", content: "light dark" }),
        h("title", heading),
        h("style", style),
      ]),
      h("body", [
        h("main", [
          h("h1", heading),
          h("p", { className: ["versions"] }, [
            `${words.release.version} ${describe(before, language)} → ${describe(newest, language)}`,
          ]),
          h("table", { className: ["errata", ...(changes.length > mostRows ? ["long"] : [])] }, [
            h(
              "tbody",
              changes.map((change) => rowOf(change, words)),
            ),
          ]),
        ]),
      ]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

function describe({ id, date }: ListedRelease, language: string): string {
  return date === undefined ? id : `${id} (${writeDay(date, language)})`;
}

/** Returns a row: the kind of change, its subject, the old and new values, and the pages in the old copy. */
function rowOf(change: Change, words: Messages) {
  const { kind, title, before, after } = change;
  return h("tr", [
    h("td", words.release[kind]),
    h("th", { scope: "row" }, title),
    h("td", [
      ...(before === undefined ? [] : [h("del", before)]),
      ...(before !== undefined && after !== undefined ? [" → "] : []),
      ...(after === undefined ? [] : [h("ins", after)]),
    ]),
    h("td", formerPages(change, words)),
  ]);
}
