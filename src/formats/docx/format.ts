import { docxSuite, verifyDocx } from "./check/check.ts";
import { composeDocx } from "./compose.ts";
import { writeDocx } from "./write.ts";
import { timeOf } from "../../model/publication.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const format: Format = { render };

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
  const { publication, options, template } = request;
  const bytes = await writeDocx(await composeDocx(publication, options, template), {
    modified: timeOf(publication)
      ?.toISOString()
      .replace(/\.\d+Z$/, "Z"),
    rightToLeft: publication.metadata.direction === "rtl",
  });
  return settle({ bytes, mediaType, suites: [docxSuite] }, verifyDocx(bytes, artifactPath(request)));
}
