import { inspectHtml, webSuite } from "./check.ts";
import { composeWeb } from "./compose.ts";
import { writeHtml } from "./write.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import { packWebFonts } from "../../template/web-fonts.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

export const format: Format = { render };

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
  const { template, edition, publication, options, fonts, finished } = request;
  const check = publication.metadata.release?.check;
  const picture =
    check === undefined ? undefined : await (await import("./share-picture.ts")).sharePicture(request, check);
  const page = composeWeb(template, edition, publication, options, await packWebFonts(fonts), finished, picture);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  if (request.isDraft) return settle({ bytes, mediaType: "text/html", suites: [] }, page.diagnostics);
  const { found, text } = inspectHtml(bytes, artifactPath(request));
  const beside = picture && { path: picture.path, bytes: picture.bytes };
  return settle({ bytes, mediaType: "text/html", text, suites: [webSuite], ...(beside && { picture: beside }) }, [
    ...page.diagnostics,
    ...found,
  ]);
}
