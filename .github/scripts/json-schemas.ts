import { z } from "zod";
import { factsFile } from "../../src/config/facts-file.ts";
import { frontMatter } from "../../src/config/front-matter.ts";
import { glossaryFile } from "../../src/config/glossary-file.ts";
import { offprintConfig } from "../../src/config/offprint-config.ts";
import { publicationFile } from "../../src/config/publication-file.ts";
import { templateExtension } from "../../src/config/template-extension.ts";
import { templateFile } from "../../src/config/template-file.ts";

const sources = {
  "front-matter": { schema: frontMatter, title: "Front matter of an article" },
  publication: { schema: publicationFile, title: "publication.yaml" },
  facts: { schema: factsFile, title: "facts.yaml" },
  glossary: { schema: glossaryFile, title: "glossary.yaml" },
  template: { schema: z.union([templateFile, templateExtension]), title: "template.yaml" },
  "offprint.config": { schema: offprintConfig, title: "offprint.config" },
};

/** JSON Schemas for editors, serialised, by file name: what an author may write, with help for each key. */
export const jsonSchemas: ReadonlyMap<string, string> = new Map(
  Object.entries(sources).map(([name, { schema, title }]) => {
    // Editors' YAML support knows draft 7 best. Checks in code, such as check digits, cannot be expressed in it.
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
    return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
  }),
);
