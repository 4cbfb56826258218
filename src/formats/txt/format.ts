import { textSuite, verifyText } from "./check.ts";
import { writeText } from "./write.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import { finishedMarkdown } from "../../template/plain/finished-markdown.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

export const format: Format = { render };

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
  const { publication, options } = request;
  const { tree, words } = finishedMarkdown(publication, options);
  const bytes = writeText(tree, messagesFor(publication.metadata.language));
  return settle(
    { bytes, mediaType: "text/plain", suites: [textSuite] },
    verifyText(bytes, words, artifactPath(request)),
  );
}
