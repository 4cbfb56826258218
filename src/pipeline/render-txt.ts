import { textSuite, verifyText } from "../formats/txt/check.ts";
import { writeText } from "../formats/txt/write.ts";
import { messagesFor } from "../i18n/messages.ts";
import { settle } from "../model/outcome.ts";
import { finishedMarkdown } from "../template/plain/finished-markdown.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

export const renderTxt: FormatRenderer = async (request) => {
  const { publication, options } = request;
  const { tree, words } = finishedMarkdown(publication, options);
  const bytes = writeText(tree, messagesFor(publication.metadata.language));
  return settle(
    { bytes, mediaType: "text/plain", suites: [textSuite] },
    verifyText(bytes, words, artifactPath(request)),
  );
};
