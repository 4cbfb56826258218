import type { BuildRequest } from "./build-request.ts";

/** Of a request, all that decides about what is made of a source. */
export function keyOf({ editions, formats, pageList, pdfStandard, config, toolVersion, root }: BuildRequest): unknown {
  return { editions, formats, pageList, pdfStandard, config, toolVersion, root };
}
