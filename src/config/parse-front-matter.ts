import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { adoptedKeys, adoptFrontMatter } from "./adopt/adopt-front-matter.ts";
import type { DataText } from "./data-text.ts";
import { type FrontMatter, frontMatter } from "./front-matter.ts";
import type { FrontMatterText } from "./front-matter-text.ts";
import { parseToml } from "./parse-toml.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Placed } from "./read-yaml.ts";
import { repairYaml } from "./repair-yaml.ts";
import { settleShape } from "./settle-shape.ts";

/** What an article says of itself, in our own keys, whichever tool it was written for. */
export function readFrontMatter(block: FrontMatterText, file: string): Outcome<Placed<FrontMatter>> {
  const location = { file, linesBefore: block.linesBefore };
  const data = block.format === "toml" ? parseToml(block.text, location) : parseForgiving(block.text, location);
  if (!data.ok) return data;
  const adopted = adoptFrontMatter(data.value);
  const { value = {}, diagnostics } = settleShape(adopted, frontMatter, "frontMatterShape", adoptedKeys);
  return succeed({ value, keyLocation: (...path) => adopted.keyAt(path) }, [
    ...data.diagnostics,
    ...inReadingOrder(diagnostics),
  ]);
}

/** YAML, or what is YAML with a small repair, of which a warning tells. */
function parseForgiving(text: string, location: { file: string; linesBefore: number }): Outcome<DataText> {
  const data = parseYaml(text, location);
  const repaired = data.ok ? undefined : repairYaml(text);
  const again = repaired === undefined ? data : parseYaml(repaired, location);
  if (data.ok || !again.ok) return data;
  return succeed(again.value, [...data.diagnostics.map(asRepaired), ...again.diagnostics]);
}

function asRepaired({ message, hint, file, place }: Diagnostic): Diagnostic {
  return diagnostic("yamlRepaired", message, hint, { file, ...(place && { position: { start: place } }) });
}
