/** Supported PDF conformance: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4. */
export const pdfStandards = ["ua-1", "ua-2"] as const;

/** `ua-1`: PDF/UA-1 with PDF/A-2a. `ua-2`: PDF/UA-2 with PDF/A-4. */
export type PdfStandard = (typeof pdfStandards)[number];

export const defaultPdfStandard: PdfStandard = "ua-1";
