import { markdownSuite, verifyMarkdown } from "./check.ts";
import { writeMarkdown } from "./write.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import { finishedMarkdown } from "../../template/plain/finished-markdown.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

export const format: Format = { render };

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
  const { tree, words } = finishedMarkdown(request.publication, request.options);
  const bytes = writeMarkdown(tree);
  return settle(
    { bytes, mediaType: "text/markdown", suites: [markdownSuite] },
    verifyMarkdown(bytes, words, artifactPath(request)),
  );
}
