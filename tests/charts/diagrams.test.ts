import { beforeAll, describe, expect, test } from "vitest";
import { linesOf, shortText } from "../../src/charts/diagrams/describe.ts";
import { filler, withDefaults, withFillers, withoutFillers } from "../../src/charts/diagrams/dot-source.ts";
import { cleanMermaid, hasOwnColours } from "../../src/charts/diagrams/mermaid-source.ts";
import { readDiagram } from "../../src/charts/diagrams/read-diagram.ts";
import { writeFlat } from "../../src/charts/diagrams/write-flat.ts";
import type { ChartLook } from "../../src/charts/look.ts";
import { handoutLook } from "../support/chart-look.ts";

let look: ChartLook;
beforeAll(async () => {
  look = await handoutLook();
});

const textOf = (lang: string, value: string) => readDiagram({ type: "code", lang, value }, "a.md").text;

describe("the description of a diagram", () => {
  test("is read from Mermaid's own words for screen readers", () => {
    expect(textOf("mermaid", "pie\n  accTitle: Pets\n  accDescr: Three dogs.")).toEqual({ alt: "Pets. Three dogs." });
    expect(textOf("mermaid", "pie\n accDescr {\n Three dogs\n and a cat.\n }")).toEqual({
      alt: "Three dogs and a cat.",
    });
  });

  test("is read from comments, and options next to the fence take precedence", () => {
    const value = '//| fig-cap: "A graph"\n//| alt: An arrow.\n//| label: fig-a\n//| __proto__: x\ndigraph {}';
    expect(textOf("dot", value)).toEqual({ caption: "A graph", alt: "An arrow.", id: "fig-a" });
    const data = { diagram: { caption: "Beside", alt: undefined, line: 7 } } as object;
    const read = readDiagram({ type: "code", lang: "graphviz", value, data }, "a.md");
    expect(read.text).toMatchObject({ caption: "Beside", alt: "An arrow." });
    expect(read.diagram).toMatchObject({ language: "dot", line: 7 });
  });
});

describe("the source of Mermaid", () => {
  test("loses its settings and comments, and every line knows where it was", () => {
    const source = [
      "---",
      "title: A's title",
      "config: { securityLevel: loose }",
      "---",
      "%% a comment",
      '%%{init: {"theme":',
      '  "dark"}}%%',
      "flowchart LR",
      "  A --> B %%{wrap}%%",
    ];
    expect(cleanMermaid(source.join("\n"))).toEqual({
      text: '---\ntitle: "A\'s title"\n---\nflowchart LR\n  A --> B ',
      lines: [8, 9],
    });
  });

  test.each([
    ["flowchart LR\n style A fill:#fff", true],
    ["flowchart LR\n classDef x fill:red", true],
    ["sequenceDiagram\n rect rgb(1,2,3)\n end", true],
    ["flowchart LR\n A --> rectangle", false],
  ])("%j has colours of its own: %s", (source, has) => expect(hasOwnColours(source)).toBe(has));
});

describe("the source of Graphviz", () => {
  test("gets the template's face on its first line", () => {
    const head = (source: string) => withDefaults(source).split("\n")[0];
    expect(head("digraph {\n a }")).toMatch(/^digraph \{graph\[fontname="Arial",fontsize=14\];node/);
    expect(withDefaults('/* graph { */ strict graph "a{b" { x }')).toMatch(/"a\{b" \{graph\[/);
    expect(withDefaults("hello")).toBe("hello");
  });

  test("has room for letters that Graphviz does not know", () => {
    const filled = withFillers("a ö Ж —", look);
    expect(filled.split(filler).length).toBeGreaterThan(2);
    expect(withoutFillers(filled)).toBe("a ö Ж —");
    expect(withoutFillers(withFillers(`a${filler}b`, look))).toBe("ab");
  });
});

describe("a diagram as a list", () => {
  const graph = {
    nodes: ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() })),
    edges: [{ from: "a", to: "b", label: "go" }],
    groups: [{ label: "G", members: ["b", "c"] }],
    isDirected: true,
  };

  test("lists edges, single nodes and groups", () =>
    expect(linesOf({ svg: "", graph, words: [] })).toEqual(["A › B: go", "C", "G: B, C"]));

  test("of a kind that joins nothing has its words, each once", () => {
    const none = { ...graph, nodes: [], edges: [], groups: [] };
    expect(linesOf({ svg: "", graph: none, words: ["Dogs", "43%", "Dogs"] })).toEqual(["Dogs", "43%"]);
  });

  test("has an end", () => {
    const edges = Array.from({ length: 900 }, () => ({ from: "a", to: "b", label: "" }));
    expect(linesOf({ svg: "", graph: { ...graph, edges }, words: [] })).toHaveLength(201);
    expect(shortText(Array.from({ length: 99 }, () => "one two")).length).toBeLessThan(260);
  });
});

test("a drawing from the browser is text with both colours", () => {
  const items = [
    { open: "g", attributes: { transform: "translate(1 2)" } },
    { name: "rect", attributes: { x: "0", fill: "#ffffff", stroke: "#000000" } },
    { name: "text", attributes: { fill: "#000000" }, text: 'a < "b" & \u0007c ' },
    { close: true },
  ];
  const dark = [["#111111", "#eeeeee"] as const, ["#eeeeee"] as const];
  const { svg, words } = writeFlat({ box: [0, 0, 10, 10], definitions: [], items, colours: [], dark }, look);
  expect(words).toEqual(['a < "b" & \u0007c']);
  expect(svg).toContain('<g transform="translate(1 2)"><rect x="0" fill="#ffffff" stroke="#000000" class="d1"/>');
  expect(svg).toContain("a &lt; &quot;b&quot; &amp; c </text></g>");
  expect(svg).toContain(".d1{fill:#111111;stroke:#eeeeee;}.d2{fill:#eeeeee;}");
});
