import fc from "fast-check";
import { planMerge } from "../../../src/mail-merge/plan-merge.ts";
import { readPeople } from "../../../src/mail-merge/roster/read-roster.ts";
import type { Person } from "../../../src/model/roster.ts";
import { printDiagnostics } from "../prepare.ts";
import { worldOf } from "../world.ts";
import { raw } from "./hold.ts";
import { marks } from "./marks.ts";

/** A roster for a text: in order, as a spreadsheet writes it, or of pieces of CSV in any order. */
export interface FuzzedRoster {
  readonly files: { readonly "plan.md": string; readonly "people.csv": string };
  readonly nameBy: string | undefined;
  /** The header and the rows of one in order. */
  readonly table?: readonly (readonly string[])[];
}

const names = ["name", "city", "a", "__proto__", "constructor", "toString", "größe", "x-y", "_"] as const;
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("Anna", "Zoë Ó", "2026-01-02", "12,5", "-3", "", "=1+1", "CON", "a/b", '"', "a,b"),
  },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 3 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom("two\nlines", "\r\n", "x".repeat(10_001), "  spaces  ", "{{name}}") },
);
const settings = fc.oneof(
  { weight: 6, arbitrary: fc.constant("{ required: false }") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "{}",
      "{ type: number }",
      "{ type: date }",
      "{ default: x }",
      "{ one-of: [Anna] }",
      "[]",
    ),
  },
);
const columns = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });

const written = (table: readonly (readonly string[])[], end: string): string =>
  table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",") + end).join("");

const inOrder = columns.chain((header) =>
  fc.record({
    header: fc.constant(header),
    rows: fc.array(fc.tuple(...header.map(() => cell)), { minLength: 1, maxLength: 3 }),
    declared: fc.tuple(...header.map(() => settings)),
    end: fc.constantFrom("\n", "\r\n", "\r"),
  }),
);
const pieces = fc
  .array(fc.oneof(fc.constantFrom(",", '"', "\n", "\r", '""', ";", "\t", "\uFEFF", ...names), cell), { maxLength: 30 })
  .map((all) => all.join(""));

const rosters: fc.Arbitrary<FuzzedRoster> = fc
  .record({
    table: inOrder,
    csv: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: pieces }),
    other: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...names) },
    ),
  })
  .map(({ table: { header, rows, end, declared }, csv, other }) => {
    const matter = header.map((name, index) => `  ${JSON.stringify(name)}: ${declared[index]}\n`).join("");
    // Mostly one that is there.
    const nameBy = other ?? header[1];
    const uses = header.map((name) => `{{${name}}}`).join(" and ");
    const plan = `---\nlanguage: en\nroster:\n${matter}---\n\n# Plan\n\nFor ${uses}.\n`;
    const table = [header, ...rows];
    const files = { "plan.md": plan, "people.csv": csv ?? written(table, end) };
    return { files, nameBy, ...(csv === undefined && { table }) };
  });

/** The one of a number, always the same. */
export function rosterOf(number: number): FuzzedRoster {
  const [roster] = fc.sample(rosters, { seed: number, numRuns: 1 });
  if (!roster) throw new Error("fast-check made none.");
  return roster;
}

/**
 * What is wrong with how a roster was read: it is refused with an error, or every person has every value as it was written.
 * `onRead` is called with the number of persons of one that is not refused.
 */
export async function faultOfRoster(
  { files, nameBy, table }: FuzzedRoster,
  onRead: (people: number) => void = () => undefined,
): Promise<string | undefined> {
  const request = { roster: "people.csv", source: "plan.md", nameBy, config: {} };
  const planned = await planMerge(worldOf(files), request);
  const printed = printDiagnostics(planned.diagnostics);
  if (raw.test(printed)) return `It says what only a programmer understands: ${printed}`;
  const ours = planned.diagnostics.find(({ concern }) => concern === "tool");
  if (ours) return `A fault of Offprint: ${ours.message}`;
  if (!planned.ok) return printed.includes(" error ") ? undefined : "It is refused without an error.";
  const people: Person[] = [];
  for await (const person of readPeople(planned.value.reading, planned.value.summary)) people.push(person);
  onRead(people.length);
  const fileNames = people.map(({ fileName }) => fileName.toLowerCase().normalize("NFC"));
  if (new Set(fileNames).size < people.length) return `Two persons have one file: ${fileNames.join(", ")}`;
  return table && wrongValue(table, people);
}

function wrongValue([header = [], ...rows]: NonNullable<FuzzedRoster["table"]>, people: readonly Person[]) {
  const trimmed = rows.map((row) => row.map((value) => value.toWellFormed().replaceAll(/\r\n?/g, "\n").trim()));
  // A row without any value is passed over.
  const filled = trimmed.filter((row) => row.some((value) => value !== ""));
  for (const [index, row] of filled.entries()) {
    const values = new Map(Object.entries(people[index]?.values ?? {}));
    for (const [at, name] of header.entries()) {
      const [meant = "", value] = [row[at], values.get(name)];
      // A day is written in words; an empty cell leaves the value of the text.
      if (meant !== "" && !/^\d{4}-\d\d-\d\d$/.test(meant) && value !== meant)
        return `Person ${index + 1} has ${JSON.stringify(value)} for ${JSON.stringify(meant)} in "${name}".`;
    }
  }
  return filled.length === people.length ? undefined : "There are more or fewer persons than rows.";
}
