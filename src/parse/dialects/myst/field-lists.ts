import { type BlockDialect, type BlockLine, dedent, isBlankLine, restOf } from "../block.ts";
import { elementNode } from "../nodes.ts";

const field = /^ {0,3}:([^\s:[\]{}`](?:[^:[\]{}`]*[^\s:[\]{}`])?):[ \t]+(?=\S)/;

/** Lists of `:name: value` (https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#field-lists). */
export const fieldLists: BlockDialect = {
  name: "field lists (:name: value: MyST)",
  at(lines, index) {
    if (!isField(lines[index]) || !isStart(lines[index - 1])) return undefined;
    const starts: number[] = [];
    let end = index;
    for (; isField(lines[end]) || /^[ \t]+\S/.test(lines[end]?.text ?? ""); end += 1) {
      if (isField(lines[end])) starts.push(end);
    }
    // A single one may be an emoji whose name is not known, and a time.
    if (starts.length < 2 || (end < lines.length && !isBlankLine(lines[end]))) return undefined;
    const own = lines.slice(index, end);
    return {
      end,
      build: (reader) => [
        elementNode(
          "dl",
          starts.flatMap((start, at) => {
            const [first = { text: "", line: 1, column: 1 }, ...more] = lines.slice(start, starts[at + 1] ?? end);
            const [mark = "", name = ""] = field.exec(first.text) ?? [];
            const term = { ...restOf(first, first.text.indexOf(name)), text: name };
            const value = reader.inline([restOf(first, mark.length), ...dedent(more, 20)]);
            return [elementNode("dt", reader.inline([term]), [first]), elementNode("dd", value, [first, ...more])];
          }),
          own,
        ),
      ],
    };
  },
};

function isField(line: BlockLine | undefined): boolean {
  return line !== undefined && field.test(line.text);
}

/** Reports whether a list may begin behind this line: not within a paragraph, nor as options of a directive. */
function isStart(above: BlockLine | undefined): boolean {
  return above === undefined || isBlankLine(above);
}
