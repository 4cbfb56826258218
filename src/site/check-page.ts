import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Manifest } from "../config/manifest-file.ts";
import { directionOf } from "../config/metadata.ts";
import type { ListedRelease } from "../config/releases-file.ts";
import { writeDay } from "../config/write-value.ts";
import { commaOf } from "../i18n/join.ts";
import { type Messages, messagesFor } from "../i18n/messages.ts";
import { contentSecurityPolicy } from "../template/embed.ts";
import { fileView } from "../template/file-view.ts";
import { checkPageStyle } from "./check-page-style.ts";
import { changeList } from "./list-changes.ts";

/** Shows the facts that are due. Without the script, their dates can still be read. */
const script = `for(const e of document.querySelectorAll("[data-due]"))e.hidden=new Date().toISOString().slice(0,10)<=e.dataset.due`;

/**
 * Composes the page that the printed code leads to: which release is current, what changed in each, and which figures
 * are due for a check. The address names a release, which is highlighted by `:target`, without a script. `errata`: the
 * file with the changes since the previous release.
 */
export function composeCheckPage(manifest: Manifest, releases: readonly ListedRelease[], errata?: string): string {
  const { language, title } = manifest;
  const words = messagesFor(language);
  const page = h(undefined, [
    { type: "doctype" } as const,
    h("html", { lang: language, dir: directionOf(language) }, [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("meta", { httpEquiv: "Content-Security-Policy", content: contentSecurityPolicy(checkPageStyle, script) }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { name: "color-scheme", content: "light dark" }),
        h("title", `${words.release.isCurrent} ${title}`),
        h("meta", { name: "description", content: `${words.release.isCurrent} ${title}` }),
        h("style", checkPageStyle),
      ]),
      h("body", [
        h("main", [
          h("p", { className: ["question"] }, words.release.isCurrent),
          h("h1", title),
          h("p", words.release.find),
          h(
            "ol",
            { className: ["releases"] },
            releases.map((release, index) => releaseItem(release, releases[index - 1], words, language)),
          ),
          ...(errata === undefined ? [] : [h("p", [h("a", { href: errata }, words.release.changed)])]),
          ...filesOf(manifest, words),
          ...factsOf(manifest, words),
        ]),
        ...((manifest.facts ?? []).length > 0 ? [h("script", script)] : []),
      ]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

function releaseItem(
  release: ListedRelease,
  next: ListedRelease | undefined,
  words: Messages,
  language: string,
): ElementContent {
  const { version, current, superseded } = words.release;
  const [before = "", after = ""] = superseded.split("#");
  const state = next
    ? h("p", { className: ["superseded"] }, [before, h("a", { href: `#${next.id}` }, next.id), after])
    : h("p", { className: ["current"] }, current);
  return h("li", { id: release.id }, [
    h("h2", [`${version} `, h("code", release.id)]),
    state,
    ...(release.date === undefined ? [] : [h("p", [dayOf(release.date, language)])]),
    ...changeList(release, words, "h3"),
  ]);
}

/** Returns links to the files of the current release. */
function filesOf({ artifacts, release, language }: Manifest, words: Messages): ElementContent[] {
  const current = artifacts.filter((entry) => entry.release === release);
  const files = current.map((entry) => fileView(entry, words, language));
  if (files.length === 0) return [];
  const items = files.map(({ file_name, media_type, name, pages, size }) =>
    h("li", [
      h("a", { href: file_name, type: media_type }, name),
      ` ${[pages, size].filter((text) => text !== null).join(", ")}`,
    ]),
  );
  return [h("h2", words.web.downloads), h("ul", { className: ["files"] }, items)];
}

function factsOf({ facts = [], language }: Manifest, words: Messages): ElementContent[] {
  if (facts.length === 0) return [];
  const never = "9999";
  const sorted = facts.toSorted((a, b) => ((a.recheck ?? never) < (b.recheck ?? never) ? -1 : 1));
  const items = sorted.map(({ statement, value, checked, recheck }) =>
    h("li", [
      h("p", [`${statement}: `, h("strong", value)]),
      h("p", { className: ["days"] }, [
        `${words.checked} `,
        dayOf(checked, language),
        ...(recheck === undefined ? [] : [`${commaOf(language)}${words.checkAgain} `, dayOf(recheck, language)]),
      ]),
      ...(recheck === undefined
        ? []
        : [h("p", { className: ["expired"], dataDue: recheck, hidden: true }, words.release.expired)]),
    ]),
  );
  return [h("h2", words.facts.statements), h("ul", { className: ["facts"] }, items)];
}

function dayOf(iso: string, language: string): ElementContent {
  return h("time", { dateTime: iso }, writeDay(iso, language));
}
