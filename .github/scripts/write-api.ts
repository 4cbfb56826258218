import { readFileSync, writeFileSync } from "node:fs";
import { apiChapter, fillApiChapter } from "./api/api-chapter.ts";
import { extractApi } from "./api/extract-api.ts";

// Regenerates the guide's API chapter from the types.
writeFileSync(apiChapter, fillApiChapter(readFileSync(apiChapter, "utf8"), extractApi()));
