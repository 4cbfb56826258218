import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { srgbProfile } from "./srgb-profile.ts";

/** Declares sRGB as the meaning of the document's colours (ISO 19005-2, 6.2.3; ISO 32000-1, 14.11.5). */
export function addOutputIntent({ document: { catalog, context } }: Job): void {
  const name = PDFString.of("sRGB IEC61966-2.1");
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: context.register(context.flateStream(srgbProfile(), { N: 3 })),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
