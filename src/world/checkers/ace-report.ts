import type { CheckerFinding } from "../../model/checker.ts";

/** The parts of Ace's JSON report (https://daisy.github.io/a11y-meta-viewer/, EARL 1.0) that are read here. */
export interface AceReport {
  readonly assertions: readonly {
    readonly "earl:testSubject": { readonly url: string };
    readonly assertions: readonly AceAssertion[];
  }[];
}

interface AceAssertion {
  readonly "earl:test": {
    readonly "dct:title": string;
    readonly "earl:impact": string;
    readonly help?: { readonly url: string };
  };
  readonly "earl:result": {
    readonly "earl:outcome": string;
    readonly "dct:description": string;
    readonly "earl:pointer"?: { readonly cfi?: readonly (string | null)[] };
    readonly html?: string | null;
  };
}

/** Returns every failed assertion; those about the package document have no position in a text. */
export function readReport({ assertions }: AceReport): CheckerFinding[] {
  return assertions.flatMap(({ "earl:testSubject": { url }, assertions: own }) =>
    own
      .filter(({ "earl:result": result }) => result["earl:outcome"] === "fail")
      .map(({ "earl:test": test, "earl:result": result }): CheckerFinding => {
        const steps = result["earl:pointer"]?.cfi?.[0];
        return {
          id: test["dct:title"],
          severity: ["critical", "serious"].includes(test["earl:impact"]) ? "error" : "warning",
          message: firstLine(result["dct:description"]),
          ...(test.help && { help: test.help.url }),
          path: decodeURI(url),
          ...(steps && { steps }),
        };
      }),
  );
}

/** Returns the first line that describes the failure. axe writes "Fix any of the following:", then one fix per line. */
function firstLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !/^Fix (?:any|all) of/.test(line))[0] ?? text;
}
