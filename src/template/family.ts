import type { TemplateFile } from "../config/template-file.ts";

/** A font family of a template: from an npm package, or from files that a template or a house has. */
export type Family = Omit<TemplateFile["fonts"][number], "package"> &
  (
    | { readonly package: string; readonly files?: undefined }
    | {
        readonly package?: undefined;
        /** Absolute paths by weights. */
        readonly files: Readonly<Record<string, string>>;
        readonly licence?: string | undefined;
      }
  );

/** What a template says, with families from wherever they come. */
export type TemplateSettings = Omit<TemplateFile, "fonts"> & { readonly fonts: readonly Family[] };
