import { readFileSync, writeFileSync } from "node:fs";
import { apiChapter, fillApiChapter } from "./api/api-chapter.ts";
import { extractApi } from "./api/extract-api.ts";

// Writes anew what the manual says of the interface, from its types.
writeFileSync(apiChapter, fillApiChapter(readFileSync(apiChapter, "utf8"), extractApi()));
