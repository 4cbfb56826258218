import { describe, expect, test } from "vitest";
import { expectHeld } from "../support/attack.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const text = (language: string, source: string) => `# T\n\n\`\`\`${language}\n${source}\n\`\`\`\n\nKept.\n`;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const wrong = /article\.md:\d+:1 warning (diagramDrawn|imageSize)/;

/** The drawings of a text, and its findings. */
async function draw(article: string) {
  const outcome = await prepareSource(worldIn(await temporaryFolder({ "article.md": article })), ".");
  const images = outcome.ok ? [...outcome.value.images.values()] : [];
  const svgs = images.map(({ bytes }) => new TextDecoder().decode(bytes));
  return { svgs, printed: printDiagnostics(outcome.diagnostics) };
}

/** What a drawing never holds, whatever its source says. */
const foreign =
  /<(?:script|foreignObject|image|a|iframe|animate|text)\b|\son\w+=|javascript:|evil\.example|@import|url\((?!#)/;

describe("a diagram that exceeds a limit is not drawn, with a finding", () => {
  const dots = {
    "polygons without end": "digraph { a [shape=polygon sides=100000000 peripheries=1000000]; }",
    "a long source": `digraph { ${range(10_500).join(" ")} }`,
    "an enormous picture": "digraph { node [width=1e5, height=1e5]; a -> b; }",
  };
  test.each(Object.entries(dots))("%s", (_, source) =>
    expectHeld({ files: text("dot", source), has: ["Kept."], says: [wrong], within: 120_000 }),
  );

  const mermaids = {
    "many connections": `flowchart LR\n${range(2000)
      .map((number) => ` A${number} --> A${(number * 7) % 600}`)
      .join("\n")}`,
    "a picture of the network": 'flowchart LR\n A@{img: "https://evil.example/x.png", label: "p", w: 60, h: 60}',
    "a packet without end": 'packet-beta\n 0-99999999: "x"',
    "no kind of diagram": "hello",
    nothing: "",
  };
  test.each(Object.entries(mermaids))("%s (Mermaid)", (_, source) =>
    expectHeld({ files: text("mermaid", source), has: ["Kept."], says: [wrong], within: 120_000 }),
  );
});

describe("a drawing is shapes and outlines alone", () => {
  const sources: Readonly<Record<string, readonly [language: string, source: string]>> = {
    "links, pictures and HTML of Graphviz": [
      "dot",
      `digraph { a [image="/etc/passwd" shapefile="/etc/passwd"];
        b [image="https://evil.example/x.png" URL="javascript:alert(1)"
           label=<<table><tr><td href="javascript:alert(2)">T</td></tr></table>>];
        a -> b [href="javascript:3" tooltip="<script>alert(1)</script>"] }`,
    ],
    "a style sheet and a label of Graphviz": [
      "dot",
      'digraph { stylesheet="https://evil.example/x.css"; label="<script>alert(1)</script>"; a -> b }',
    ],
    "click handlers and HTML of Mermaid": [
      "mermaid",
      `flowchart LR
        A["<img src=x onerror=alert(1)>"] --> B["<script>alert(1)</script>x"]
        click A call alert()
        click B href "javascript:alert(1)"`,
    ],
    "directives of Mermaid": [
      "mermaid",
      `%%{init: {"securityLevel":"loose","htmlLabels":true,"themeCSS":"@import url(https://evil.example/x)"}}%%
      flowchart LR
        A["\`**b** text\`"] --> B`,
    ],
    "styles of Mermaid": [
      "mermaid",
      `flowchart LR
        A --> B
        classDef x fill:#def,stroke:red
        class A x
        style B fill:#fee`,
    ],
  };
  test.each(Object.entries(sources))("%s", async (_, [language, source]) => {
    const { svgs, printed } = await draw(text(language, source));
    expect(svgs, printed).toHaveLength(1);
    expect(svgs[0]).not.toMatch(foreign);
    expect(svgs[0]).toContain("<use");
  });
});

describe("kinds of Mermaid are drawn with all their words as outlines", () => {
  const kinds: Readonly<Record<string, string>> = {
    flowchart: 'flowchart TD\n A[Start] -->|yes| B{"Größe?"}\n subgraph S [Group]\n B --> C((End))\n end',
    sequence: "sequenceDiagram\n Ann->>Bob: Hello\n Note over Ann: thinks",
    class: "classDiagram\n Animal <|-- Duck\n class Duck{\n +swim()\n}",
    state: "stateDiagram-v2\n [*] --> Still\n Still --> Moving: go",
    entities: "erDiagram\n CUSTOMER ||--o{ ORDER : places",
    gantt: "gantt\n dateFormat YYYY-MM-DD\n section S\n A task :a1, 2014-01-01, 30d",
    pie: 'pie title Pets\n "Dogs": 3\n "Cats": 4',
    mindmap: "mindmap\n root((map))\n  Origins\n   History",
    timeline: "timeline\n title History\n 2002 : One\n 2004 : Two",
    journey: "journey\n title My day\n section Go\n Make tea: 5: Me",
    quadrants: "quadrantChart\n x-axis Low --> High\n quadrant-1 W\n A: [0.3,0.6]",
    git: "gitGraph\n commit\n branch dev\n commit",
  };
  test("of a text with all of them", async () => {
    const blocks = Object.values(kinds).map((source) => `\`\`\`mermaid\n${source}\n\`\`\`\n`);
    const { svgs, printed } = await draw(`# T\n\n${blocks.join("\n")}`);
    expect(printed).not.toMatch(/warning/);
    expect(svgs).toHaveLength(blocks.length);
    for (const svg of svgs) {
      expect(svg).not.toMatch(foreign);
      expect(svg).toMatch(/<use[^]*prefers-color-scheme:dark|prefers-color-scheme:dark[^]*<use/);
    }
  });
});

test("a mistake is at the author's line, after settings and comments too", async () => {
  const source = '---\ntitle: T\n---\n%% one\n%%{init: {"theme":"dark"}}%%\nflowchart LR\n  A --> B\n  B -->|x C';
  const { printed } = await draw(text("mermaid", source));
  expect(printed).toMatch(
    /^article\.md:11:1 warning diagramDrawn Mermaid cannot draw this diagram: a mistake in its language/,
  );
});

test("without a browser the source is shown, with one finding", async () => {
  const article = `${text("mermaid", "pie\n a: 1")}\n\`\`\`mermaid\npie\n b: 1\n\`\`\`\n`;
  const world = worldIn(await temporaryFolder({ "article.md": article }));
  const open = () => Promise.resolve({ ok: false as const, diagnostics: [] as never });
  const outcome = await prepareSource({ ...world, browsers: { ...world.browsers, open } }, ".");
  expect(printDiagnostics(outcome.diagnostics).match(/diagramTool There is no browser/g)).toHaveLength(1);
});
