import { docxSuite, verifyDocx } from "../formats/docx/check/check.ts";
import { composeDocx } from "../formats/docx/compose.ts";
import { writeDocx } from "../formats/docx/write.ts";
import { timeOf } from "../model/publication.ts";
import { settle } from "../model/outcome.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const renderDocx: FormatRenderer = async (request) => {
  const { publication, options, template } = request;
  const bytes = await writeDocx(await composeDocx(publication, options, template), {
    modified: timeOf(publication)
      ?.toISOString()
      .replace(/\.\d+Z$/, "Z"),
    rightToLeft: publication.metadata.direction === "rtl",
  });
  return settle({ bytes, mediaType, suites: [docxSuite] }, verifyDocx(bytes, artifactPath(request)));
};
