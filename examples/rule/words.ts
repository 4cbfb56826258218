import { definePlugin, type Plugin } from "offprint";

/** A text holds none of these words. */
export function forbiddenWords(words: readonly string[]): Plugin {
  return definePlugin({
    name: "forbidden-words",
    version: "1.0.0",
    // Part of the cache's keys: another list makes everything anew.
    options: { words },
    rules: {
      wordAllowed: { severity: "warning", description: "A text has no word of the list.", recovery: "It is printed." },
    },
    transforms: [
      {
        name: "find-words",
        on: "mdast",
        before: "check-prose",
        run(tree, { report }) {
          const visit = (node: { type: string; value?: string; children?: unknown[] }): void => {
            const found =
              node.type === "text" ? words.find((word) => node.value?.toLowerCase().includes(word)) : undefined;
            if (found !== undefined)
              report("wordAllowed", node, `The word "${found}" is on the list.`, "Take another.");
            for (const child of node.children ?? []) visit(child as typeof node);
          };
          visit(tree);
        },
      },
    ],
  });
}
