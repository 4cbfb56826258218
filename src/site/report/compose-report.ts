import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { ReportedAssertion, ReportedTest } from "../../config/report-file.ts";
import { directionOf } from "../../config/metadata.ts";
import { contentSecurityPolicy } from "../../template/embed.ts";
import { checkPageStyle } from "../check-page-style.ts";
import { forExperts, forPeople } from "./for-people.ts";
import type { ConformanceReport } from "./make-report.ts";

const style = `${checkPageStyle}
main { max-width: 56rem; }
h2 { margin-block-start: 2.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
a, code, p { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
td p, td a { overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; margin-block: 0.4rem 0.6rem; }
th, td { padding: 0.45rem 0.8rem 0.45rem 0; border-block-start: 1px solid var(--rule); text-align: start; vertical-align: top; }
td:first-child { min-width: 13rem; }
td:nth-child(4) { min-width: 14rem; }
.plain { padding-inline-start: 1.2rem; list-style: disc; }
`;

/** The names of outcomes. */
const outcomes: Readonly<Record<ReportedAssertion["result"]["outcome"], string>> = {
  "earl:passed": "Passed",
  "earl:failed": "Failed",
  "earl:cantTell": "Somebody should look",
  "earl:untested": "Not tested",
};

/** Composes the report as a page in English, like the standards that it names; the title is in its own language. */
export function composeReport(report: ConformanceReport): string {
  const { title, language, assertions, subjects } = report;
  const heading = `Conformance report: ${title}`;
  const files = subjects.filter((subject) => subject.format !== undefined);
  const texts = assertions.filter(({ test }) => test === "#texts");
  const page = h(undefined, [
    { type: "doctype" } as const,
    h("html", { lang: "en" }, [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("meta", { httpEquiv: "Content-Security-Policy", content: contentSecurityPolicy(style, undefined) }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { name: "color-scheme", content: "light dark" }),
        h("title", heading),
        h("meta", { name: "description", content: heading }),
        h("style", style),
      ]),
      h("body", [
        h("main", [
          h("p", { className: ["question"] }, "Conformance report"),
          h("h1", { lang: language, dir: directionOf(language) }, title),
          h(
            "p",
            "The results of automated checks of this publication. Programs find only some faults: what a person must check is at the end.",
          ),
          made(report),
          h("h2", "Texts"),
          tableOf(report, texts, "Checks of the texts"),
          ...files.flatMap(({ "@id": id, title: name, sha256 = "", extent = 0 }) => [
            h("h2", [h("a", { href: id }, decodeURIComponent(id))]),
            h("p", `${name.replace(/\.$/, "")}; ${extent} bytes.`),
            h("p", ["SHA-256: ", h("code", sha256)]),
            checksOf(report, id),
          ]),
          ...factsOf(report),
          h("h2", "What only a person can tell"),
          h("ul", { className: ["plain"] }, [
            ...forPeople.map(({ question, source, page: about }) =>
              h("li", [`${question} (`, h("a", { href: about }, source), ")"]),
            ),
            h("li", forExperts),
          ]),
          h("p", [
            "The same in machine-readable form, in the vocabulary of ",
            h("a", { href: "https://www.w3.org/TR/EARL10-Schema/" }, "EARL 1.0"),
            ", with every part of each check: ",
            h("a", { href: report["@id"], type: "application/ld+json" }, decodeURIComponent(report["@id"])),
            ".",
          ]),
        ]),
      ]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

function made({ version, date, madeWith }: ConformanceReport): ElementContent {
  const rows: [string, string | undefined][] = [
    ["Version", version],
    ["Date", date],
    ["Made with", madeWith.join(", ")],
  ];
  return h(
    "dl",
    rows.flatMap(([name, value]) => (value === undefined ? [] : [h("dt", name), h("dd", value)])),
  );
}

function checksOf(report: ConformanceReport, id: string): ElementContent {
  const mine = report.assertions.filter(({ subject }) => subject === id);
  if (mine.length > 0) return tableOf(report, mine, `Checks of ${decodeURIComponent(id)}`);
  return h("p", "It was built by an earlier run whose checks are unknown, or by a plug-in without checks.");
}

function tableOf(
  { tests, assertors }: ConformanceReport,
  assertions: readonly ReportedAssertion[],
  label: string,
): ElementContent {
  const rows = assertions.map(({ test, assertedBy, result }) => {
    const asked = tests.find((entry) => entry["@id"] === test);
    const { title = assertedBy, version } = assertors.find((assertor) => assertor["@id"] === assertedBy) ?? {};
    return h("tr", [
      h("td", asked?.title ?? test),
      h("td", [title, version].filter(Boolean).join(" ")),
      h("td", resultOf(result)),
      h("td", asked ? covers(asked) : []),
    ]);
  });
  const head = h("thead", [
    h(
      "tr",
      ["Check", "By", "Result", "Covers"].map((name) => h("th", { scope: "col" }, name)),
    ),
  ]);
  return h("div", { className: ["wide"], role: "region", ariaLabel: label, tabIndex: 0 }, [
    h("table", [head, h("tbody", rows)]),
  ]);
}

function resultOf({ outcome, info, findings = [] }: ReportedAssertion["result"]): ElementContent[] {
  const word = h("strong", { className: [outcome === "earl:passed" ? "current" : "expired"] }, outcomes[outcome]);
  const list = findings.map(({ rule, message, file, line, column }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    return h("li", [place === "" ? "" : `${place}: `, message, " (", h("code", rule), ")"]);
  });
  return [
    word,
    ...(info === undefined ? [] : [h("p", info)]),
    ...(list.length === 0 ? [] : [h("ul", { className: ["plain"] }, list)]),
  ];
}

/** Returns "PDF/UA-1: 7.1, 7.2". */
function covers({ requires, hasPart = [] }: ReportedTest): ElementContent[] {
  const standards = requires.map(({ title, page, clauses = [] }) =>
    h("p", [
      page === undefined ? title : h("a", { href: page }, title),
      clauses.length === 0 ? "" : `: ${clauses.join(", ")}`,
    ]),
  );
  return [...standards, ...(hasPart.length > 1 ? [h("p", { className: ["days"] }, `${hasPart.length} checks`)] : [])];
}

function factsOf({ facts, language }: ConformanceReport): ElementContent[] {
  if (facts.length === 0) return [];
  const words = { lang: language, dir: directionOf(language) };
  const rows = facts.map(({ statement, value, checked, recheck }) =>
    h("tr", [
      h("td", words, statement),
      h("td", words, value),
      h("td", h("time", { dateTime: checked }, checked)),
      h("td", recheck === undefined ? "no day" : h("time", { dateTime: recheck }, recheck)),
    ]),
  );
  const names = ["Statement", "Value", "Checked", "To be checked again"];
  const head = h("thead", [
    h(
      "tr",
      names.map((name) => h("th", { scope: "col" }, name)),
    ),
  ]);
  return [
    h("h2", "Facts and their days"),
    h("div", { className: ["wide"], role: "region", ariaLabel: "Facts and their days", tabIndex: 0 }, [
      h("table", [head, h("tbody", rows)]),
    ]),
  ];
}
