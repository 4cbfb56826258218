import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { parse } from "yaml";
import { z } from "zod";
import { exitCodes } from "../../src/cli/exit-code.ts";
import { commands } from "../../src/cli/commands.ts";
import { examples } from "../../src/cli/examples.ts";
import { brand } from "../../src/config/look.ts";
import { frontMatter } from "../../src/config/front-matter.ts";
import { offprintConfig } from "../../src/config/offprint-config.ts";
import { readYaml } from "../../src/config/read-yaml.ts";
import { type TemplateFile, templateFile } from "../../src/config/template-file.ts";
import type { TemplateOption } from "../../src/config/template-options.ts";
import { translations } from "../../src/i18n/messages.ts";
import type { AttributeShape } from "../../src/directives/directive.ts";
import { directives } from "../../src/directives/directives.ts";
import type { Rule } from "../../src/diagnostics/rule.ts";
import { ruleNames, rules } from "../../src/diagnostics/rules.ts";
import { htmlTransforms } from "../../src/transform/html-transforms.ts";
import { markdownTransforms } from "../../src/transform/markdown-transforms.ts";
import { contractLists } from "./contract/lists.ts";
import { listLimits } from "./guide-limits.ts";
import { code, table } from "./markdown.ts";
import { editionNames, editions } from "../../src/model/edition.ts";
import { editionFile } from "../../src/model/every-edition.ts";
import type { Concern, Severity } from "../../src/model/diagnostic.ts";

// Generates parts of the guide from the program itself. A chapter names a list between two comments:
//
//     <!-- generated: editions -->
//     <!-- end -->

const settings = readTemplate();

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
});

const lists: Readonly<Record<string, () => string>> = {
  "rules: work error": () => rulesOf("work", "error"),
  "rules: work warning": () => rulesOf("work", "warning"),
  "rules: work info": () => rulesOf("work", "info"),
  "rules: request error": () => rulesOf("request", "error"),
  "rules: tool error": () => rulesOf("tool", "error"),
  "rules: tool warning": () => rulesOf("tool", "warning"),
  editions: () =>
    table(
      ["Edition", "File", "What it is"],
      editionNames.map((name) => [code(name), code(editionFile("SLUG", name)), editions[name].description]),
    ),
  options: () =>
    table(
      ["Option", "Value", "What it does"],
      Object.entries(settings.options).map(([name, option]) => [code(name), valueOf(option), option.description]),
    ),
  fonts: () =>
    table(
      ["Script", "Family", "Package"],
      settings.fonts.flatMap(({ scripts, family, package: name }) =>
        scripts ? [[scripts.map(scriptName).join(", "), family, code(name)]] : [],
      ),
    ),
  languages: () =>
    Object.keys(translations)
      .map((tag) => `${languageName(tag)} (${code(tag)})`)
      .join(", ") + ".",
  directives: () =>
    table(
      ["Directive", "Result, and its own attributes"],
      directives.map(({ example, description, attributes }) => [
        code(example),
        [description, attributesOf(attributes)].filter((words) => words !== "").join("<br>"),
      ]),
    ),
  steps: () =>
    table(
      ["Tree", "Steps in their order"],
      [
        ["mdast", markdownTransforms.map(({ name }) => code(name)).join(", ")],
        ["hast", htmlTransforms.map(({ name }) => code(name)).join(", ")],
      ],
    ),
  action: () =>
    table(
      ["Input", "What it says", "Where it is left out"],
      Object.entries(readAction().inputs).map(([name, input]) => [
        code(name),
        input.description,
        input.default === "" ? "" : code(input.default),
      ]),
    ),
  "front matter": () => keysOf(frontMatter),
  ...contractLists,
  configuration: () => keysOf(offprintConfig),
  brand: () => table(["Key", "What it says"], nestedRows(brand)),
  limits: listLimits,
  "exit codes": () =>
    table(
      ["Code", "Meaning"],
      Object.entries(exitCodes).map(([number, meaning]) => [code(number), meaning]),
    ),
  commands: () =>
    Object.entries(commands)
      .map(([name, command]) => describe(command.describe(new Command(name))))
      .join("\n\n"),
};

export const guideFolder = join(import.meta.dirname, "../../content/offprint-guide");

/** Returns a chapter with its lists regenerated. */
export function fillChapter(text: string): string {
  return text.replaceAll(
    /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const list = lists[name];
      if (!list) throw new Error(`There is no list "${name}"; there is: ${Object.keys(lists).join(", ")}.`);
      return `${start}\n${list()}\n\n${end}`;
    },
  );
}

function rulesOf(concern: Concern, severity: Severity): string {
  const names = ruleNames.filter((name) => rules[name].concern === concern && rules[name].severity === severity);
  const explain = ({ statement, recovery }: Rule): string => [statement, recovery].filter(Boolean).join(" ");
  return names.map((name) => `${code(name)}\n: ${explain(rules[name])}`).join("\n\n");
}

function describe(command: Command): string {
  const usage =
    `offprint ${command.name()} ${command.usage().replace("[options] ", "").replace("[options]", "")}`.trim();
  const options = command.options.map(({ flags, description }) => `- ${code(flags)}: ${description}`);
  const shown = examples[command.name()] ?? [];
  const lines = shown.map(([line, purpose]) => `# ${sentence(purpose)}\noffprint ${line}`).join("\n");
  const block = `\`\`\`sh\n${lines}\n\`\`\``;
  return [`### ${command.name()}`, code(usage), sentence(command.description()), options.join("\n"), lines && block]
    .filter(Boolean)
    .join("\n\n");
}

function keysOf(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape).map(([key, field]) => [
    code(key),
    ((field as z.ZodType).description ?? "").replaceAll("{{", "\\{{"),
  ]);
  return table(["Key", "What it says"], rows);
}

/** Returns keys with their nested keys: `logo.alt`. */
function nestedRows(schema: z.ZodObject): string[][] {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const inner: unknown = field instanceof z.ZodOptional ? field.unwrap() : field;
    const below = inner instanceof z.ZodObject ? Object.entries(inner.shape) : [];
    const rows = below.map(([name, type]) => [code(`${key}.${name}`), (type as z.ZodType).description ?? ""]);
    return [[code(key), (field as z.ZodType).description ?? ""], ...rows];
  });
}

function attributesOf(attributes: AttributeShape): string {
  return Object.entries(attributes)
    .map(([name, schema]) => `${code(name)}: ${schema.description ?? ""}`)
    .join("<br>");
}

function valueOf(option: TemplateOption): string {
  if (option.type === "choice") return option.of.map(code).join(", ");
  if (option.type === "size" || option.type === "lengths") return option.type === "size" ? "a size" : "lengths";
  return option.type === "boolean" ? "`true`, `false`" : `${option.type}: ${code(String(option.default))}`;
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}.`;
}

function scriptName(script: string): string {
  // CLDR's "Simplified" needs a noun.
  if (script === "Hans") return "Simplified Chinese";
  if (script === "Hant") return "Traditional Chinese";
  return new Intl.DisplayNames(["en"], { type: "script" }).of(script) ?? script;
}

function languageName(tag: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
}

function readTemplate(): TemplateFile {
  const file = "templates/handout/template.yaml";
  const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
  const read = readYaml(text, templateFile, { file, rule: "templateShape" });
  if (!read.ok) throw new Error(`${file} cannot be read.`);
  return read.value;
}

function readAction(): z.infer<typeof actionFile> {
  const text = readFileSync(join(import.meta.dirname, "../actions/offprint/action.yml"), "utf8");
  return actionFile.parse(parse(text));
}
