import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { adoptedKeys, adoptFrontMatter } from "./adopt/adopt-front-matter.ts";
import { type FrontProse, readFrontProse } from "./adopt/front-prose.ts";
import type { DataText } from "./data-text.ts";
import { type FrontMatter, frontMatter } from "./front-matter.ts";
import type { FrontMatterText } from "./front-matter-text.ts";
import { leaveOutEntries } from "./leave-out-entries.ts";
import { parseToml } from "./parse-toml.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Placed } from "./read-yaml.ts";
import { repairYaml } from "./repair-yaml.ts";
import { settleShape } from "./settle-shape.ts";

/** Parses front matter of any supported tool into our keys. */
export function readFrontMatter(
  block: FrontMatterText,
  file: string,
): Outcome<Placed<FrontMatter> & { readonly prose: readonly FrontProse[] }> {
  const location = { file, linesBefore: block.linesBefore };
  const data = parseForgiving(block, location);
  if (!data.ok) return data;
  const adopted = adoptFrontMatter(data.value);
  const { value = {}, diagnostics } = settleShape(adopted, frontMatter, "frontMatterShape", adoptedKeys);
  const prose = readFrontProse(data.value);
  return succeed({ value, keyLocation: (...path) => adopted.keyAt(path), prose }, [
    ...data.diagnostics,
    ...inReadingOrder(diagnostics),
  ]);
}

/** Parses front matter. Repairs small mistakes, or leaves out what cannot be read, with warnings. */
function parseForgiving(block: FrontMatterText, location: { file: string; linesBefore: number }): Outcome<DataText> {
  const { text, format } = block;
  const parse = (written: string): Outcome<DataText> =>
    format === "toml" ? parseToml(written, location) : parseYaml(written, location);
  const data = parse(text);
  if (data.ok) return data;
  const repaired = format === "yaml" ? repairYaml(text) : undefined;
  const again = repaired === undefined ? data : parse(repaired);
  if (again.ok) return succeed(again.value, [...data.diagnostics.map(asRepaired), ...again.diagnostics]);
  const left = leaveOutEntries(text, format, (written) => {
    const read = parse(written);
    const mended = read.ok || format === "toml" ? undefined : repairYaml(written);
    return mended === undefined ? read : parse(mended);
  });
  const rest = left && parse((format === "yaml" ? repairYaml(left.text) : undefined) ?? left.text);
  if (!rest?.ok) return data;
  const faults = left && left.faults.length > 0 ? left.faults : data.diagnostics;
  return succeed(rest.value, [...faults.map(asRepaired), ...rest.diagnostics]);
}

function asRepaired({ message, hint, file, place }: Diagnostic): Diagnostic {
  return diagnostic("yamlRepaired", message, hint, { file, ...(place && { position: { start: place } }) });
}
