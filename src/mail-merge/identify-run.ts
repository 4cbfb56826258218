import { defaultPdfStandard } from "../model/pdf-standard.ts";
import type { Browser } from "../model/browser.ts";
import { succeed } from "../model/outcome.ts";
import { sha256Of } from "../model/sha256.ts";
import type { MergeRequest } from "./merge-request.ts";
import type { Common } from "./merge-rows.ts";
import type { MergePlan } from "./plan-merge.ts";

type Asked = Pick<MergeRequest, "edition" | "oneFile" | "nameBy" | "toolVersion" | "config">;

/** Returns what all persons of a run have in common. */
export function commonOf(request: Asked, { loaded, drawn, context, resolved }: MergePlan, browser: Browser): Common {
  const { edition, oneFile, toolVersion, config } = request;
  return {
    loaded,
    drawn,
    context: oneFile ? forPaper(context) : context,
    images: resolved.images,
    edition,
    toolVersion,
    pdfStandard: config.pdfStandard ?? defaultPdfStandard,
    browser: async () => succeed(browser),
  };
}

/** Removes form fields: equal names in one file would be one field, and this file is for print. */
function forPaper(context: MergePlan["context"]): MergePlan["context"] {
  return { ...context, options: { ...context.options, fillable: false } };
}

/** Returns the digest of everything that affects the files; `tool` is that of Offprint, its libraries and fonts. */
export function identify(
  request: Asked,
  { loaded, drawn, context, resolved, summary }: MergePlan,
  browser: Browser,
  tool: string | undefined,
): string {
  const { edition, oneFile, nameBy, toolVersion, config } = request;
  const { parsed, companions, citations, source } = loaded;
  const files = [
    ...parsed.flatMap(({ file, included }) => [file, ...included]),
    ...companions,
    ...(source.settings ? [source.settings.file] : []),
    ...(citations?.styleFile ? [citations.styleFile] : []),
  ];
  const images = [...resolved.images.values(), ...drawn.images.values()].map(({ bytes }) => sha256Of(bytes));
  const { files: ofTemplate, name } = context.template;
  const made = [
    edition,
    oneFile,
    nameBy ?? null,
    toolVersion,
    config,
    browser.version,
    resolved.publication.modified,
    tool ?? null,
  ];
  const from = [summary.sha256, source.slug, files.map(({ sha256 }) => sha256), images, name, [...ofTemplate]];
  return sha256Of(JSON.stringify([made, from]));
}
