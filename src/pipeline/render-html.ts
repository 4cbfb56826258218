import { verifyHtml } from "../formats/html/check.ts";
import { composeWeb } from "../formats/html/compose.ts";
import { writeHtml } from "../formats/html/write.ts";
import { settle } from "../model/outcome.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

export const renderHtml: FormatRenderer = async (request) => {
  const page = composeWeb(request.template, request.publication, request.options, request.fonts);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  return settle({ bytes, mediaType: "text/html" }, [...page.diagnostics, ...verifyHtml(bytes, artifactPath(request))]);
};
