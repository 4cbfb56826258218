import { markdownSuite, verifyMarkdown } from "../formats/md/check.ts";
import { writeMarkdown } from "../formats/md/write.ts";
import { settle } from "../model/outcome.ts";
import { finishedMarkdown } from "../template/plain/finished-markdown.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

export const renderMd: FormatRenderer = async (request) => {
  const { tree, words } = finishedMarkdown(request.publication, request.options);
  const bytes = writeMarkdown(tree);
  return settle(
    { bytes, mediaType: "text/markdown", suites: [markdownSuite] },
    verifyMarkdown(bytes, words, artifactPath(request)),
  );
};
