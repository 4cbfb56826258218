import { type BlockLine, restOf, isBlankLine, lineBehind } from "../block.ts";
import { fencedBlock } from "../blocks/fenced-block.ts";
import { readPandocAttributes, safeId } from "../pandoc-attributes.ts";

/** A parsed MyST directive (https://mystmd.org/guide/directives). */
export interface MystDirective {
  readonly name: string;
  /** The text after the name and the lines below it up to the options; may be empty. */
  readonly argument: BlockLine;
  readonly options: ReadonlyMap<string, string>;
  readonly body: readonly BlockLine[];
  readonly lines: readonly BlockLine[];
  readonly marks: string;
  readonly end: number;
  readonly id: string | undefined;
}

/** The name may have options behind it: `{tip #id .class icon=false}`. */
const head = /^\{([a-zA-Z][\w:.+-]*)((?:[ \t]+(?:[#.][\w-]|[\w-]+=)[^{}]*)?)\}[ \t]*(.*)$/;
const option = /^[ \t]*:([\w-]+):(?:[ \t]+(.*))?$/;
const pair = /^([\w-]+):(?:[ \t]+(.*))?$/;

/** Parses the directive that begins in a line, in backticks, tildes or colons. */
export function readDirective(lines: readonly BlockLine[], index: number): MystDirective | undefined {
  const block = fencedBlock(lines, index);
  const [, name, inline = "", argumentText = ""] = head.exec(block?.info ?? "") ?? [];
  const first = lines[index];
  if (!block || name === undefined || !first) return undefined;
  const attributes = readPandocAttributes(inline);
  const { options: below, body } = readOptions(block.body);
  const options = new Map([...attributes.values, ...below]);
  const id = options.get("name") ?? options.get("label") ?? attributes.id;
  return {
    name: name.toLowerCase(),
    argument: { ...restOf(first, first.text.lastIndexOf(argumentText)), text: argumentText },
    options,
    body,
    lines: block.lines,
    marks: block.marks,
    end: block.end,
    id: id === undefined ? undefined : safeId(id),
  };
}

/** Parses `{exercise-start}` … `{exercise-end}`, whose content stands between the two (sphinx-exercise, sphinx-proof). */
export function readGated(lines: readonly BlockLine[], index: number): MystDirective | undefined {
  const [, gate] = /^ *[`~:]{3,}\{((?:prf:)?[a-z]+)-start\}/.exec(lines[index]?.text ?? "") ?? [];
  const start = gate === undefined ? undefined : readDirective(lines, index);
  if (!start || gate === undefined) return undefined;
  const ending = new RegExp(`^ *[\`~:]{3,}\\{${gate}-end\\}`);
  const last = lineBehind(lines, start.end - 1, `{${gate}-end}`, ({ text }) => ending.test(text));
  const end = last < 0 ? undefined : fencedBlock(lines, last)?.end;
  if (end === undefined) return { ...start, name: gate };
  const body = [...start.body, ...lines.slice(start.end, last)];
  return { ...start, name: gate, body, lines: lines.slice(index, end), end };
}

/** Parses `:key: value` lines, or YAML between dashes, before the content. */
function readOptions(lines: readonly BlockLine[]): Pick<MystDirective, "options" | "body"> {
  const options = new Map<string, string>();
  const isDashes = ({ text }: BlockLine): boolean => /^---[ \t]*$/.test(text);
  const [first] = lines;
  const isYaml = first !== undefined && isDashes(first) && lines.slice(1).some(isDashes);
  let index = isYaml ? 1 : 0;
  for (; index < lines.length; index += 1) {
    const line = lines[index] as BlockLine;
    const { text } = line;
    if (isYaml && isDashes(line)) {
      index += 1;
      break;
    }
    const [, key, value = ""] = (isYaml ? pair : option).exec(text) ?? [];
    if (key === undefined && !isYaml) break;
    if (key !== undefined) options.set(key, value.trim().replace(/^"([^"]*)"$|^'([^']*)'$/, "$1$2"));
  }
  while (isBlankLine(lines[index])) index += 1;
  return { options, body: lines.slice(index) };
}
