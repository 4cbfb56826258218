import { type Dialect, outsideCode } from "../dialect.ts";
import { documentAddress } from "./kramdown-rfc.ts";

const division = /^\{(?:front|main|back)matter\}[ \t]*$/;
const reference = /\[@[!?-]?((?:RFC|BCP)\d+|I-D\.[\w.-]+)\]/g;

/** mmark, used for IETF drafts (https://mmark.miek.nl/syntax/): divisions, abstracts, asides and references to documents. */
export const mmark: Dialect = {
  name: "divisions and references (mmark)",
  read(lines) {
    if (!lines.some(({ text }) => division.test(text))) return new Map();
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      const changed = division.test(text)
        ? ""
        : outsideCode(text, (piece) =>
            piece
              .replace(/^\.(#+)(?=[ \t])/, "$1")
              .replace(/^A>/, ">")
              .replaceAll(reference, (written, name: string) => {
                const address = documentAddress(name);
                return address === undefined ? written : `[${name.replace(/^([A-Z]+)(\d)/, "$1 $2")}](${address})`;
              }),
          );
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};
