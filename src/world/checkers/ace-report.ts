import type { CheckerFinding } from "../../model/checker.ts";

/** Ace's report in JSON (https://daisy.github.io/a11y-meta-viewer/, EARL 1.0), as far as it is read here. */
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

/** Everything that failed; what the package document says has no place in a text. */
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

/** axe says what is wrong in lines: "Fix any of the following:", and each way out below it. */
function firstLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !/^Fix (?:any|all) of/.test(line))[0] ?? text;
}
