import { inspectHtml, webSuite } from "../formats/html/check.ts";
import { composeWeb } from "../formats/html/compose.ts";
import { writeHtml } from "../formats/html/write.ts";
import { settle } from "../model/outcome.ts";
import { packWebFonts } from "../template/web-fonts.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

export const renderHtml: FormatRenderer = async (request) => {
  const { template, edition, publication, options, fonts, finished } = request;
  const check = publication.metadata.release?.check;
  const picture =
    check === undefined ? undefined : await (await import("./share-picture.ts")).sharePicture(request, check);
  const page = composeWeb(template, edition, publication, options, await packWebFonts(fonts), finished, picture);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  const { found, text } = inspectHtml(bytes, artifactPath(request));
  const beside = picture && { path: picture.path, bytes: picture.bytes };
  return settle({ bytes, mediaType: "text/html", text, suites: [webSuite], ...(beside && { picture: beside }) }, [
    ...page.diagnostics,
    ...found,
  ]);
};
