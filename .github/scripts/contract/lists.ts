import { code, table } from "../markdown.ts";
import { attributeContract, classContract } from "./classes.ts";
import { propertyContract } from "./properties.ts";
import { commonVariables, layoutVariables, libraryVariables } from "./layout-variables.ts";

type Names = Readonly<Record<string, string>>;

/** The lists in the guide's page on templates. */
export const contractLists: Readonly<Record<string, () => string>> = {
  "common variables": () => listOf("Variable", commonVariables),
  "library variables": () => listOf("Variable", libraryVariables),
  "layout variables": () =>
    Object.entries<Names>(layoutVariables)
      .map(([layout, names]) => `### ${code(layout)}\n\n${listOf("Variable", names)}`)
      .join("\n\n"),
  classes: () =>
    Object.entries(classContract)
      .map(([group, names]) => `### ${group}\n\n${listOf("Class", names)}`)
      .join("\n\n"),
  attributes: () => listOf("Attribute", attributeContract),
  properties: () => listOf("Property", propertyContract),
};

function listOf(what: string, names: Names): string {
  return table(
    [what, "What it is"],
    Object.entries(names).map(([name, description]) => [code(name), description]),
  );
}
