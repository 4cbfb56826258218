// Runs in the browser after Mermaid and flatten.js; Offprint calls `drawDiagram`.
/* global mermaid, flatten */

/** What a diagram must not set (https://mermaid.js.org/config/directives.html); its directives are removed before. */
const secure =
  "secure securityLevel startOnLoad maxTextSize maxEdges suppressErrorRendering htmlLabels theme themeVariables themeCSS fontFamily darkMode dompurifyConfig".split(
    " ",
  );

/**
 * Draws a diagram in the light and the dark scheme, and returns its graph. Both have the same layout: each element gets
 * the colours of both.
 */
// oxlint-disable-next-line no-unused-vars -- Offprint calls it.
async function drawDiagram({ source, schemes, settings }) {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  try {
    const drawn = [];
    for (const [index, themeVariables] of schemes.entries())
      drawn.push(await drawOne(source, themeVariables, settings, index));
    const [light, dark] = drawn;
    return {
      ...light,
      dark: dark?.colours.length === light.colours.length ? dark.colours : undefined,
      graph: await graphOf(source),
    };
  } catch (error) {
    return { failure: String(error?.message ?? error), line: lineOf(error) };
  }
}

async function drawOne(source, themeVariables, settings, index) {
  mermaid.initialize({
    ...settings,
    startOnLoad: false,
    securityLevel: "strict",
    secure,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: true },
    deterministicIds: true,
    theme: "base",
    themeVariables,
  });
  const { svg: text } = await mermaid.render(`diagram-${index}`, source);
  const host = document.createElement("div");
  host.style.width = "2000px";
  document.body.append(host);
  host.innerHTML = text;
  const svg = host.querySelector("svg");
  const box = svg.viewBox.baseVal;
  const { x, y, width, height } = box && box.width > 0 ? box : svg.getBBox();
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.style.maxWidth = "none";
  const { items, definitions } = flatten(svg);
  host.remove();
  const all = [...definitions, ...items];
  const colours = all.filter(({ name }) => name).map(({ attributes: { fill, stroke } }) => [fill, stroke]);
  return { box: [x, y, width, height], definitions, items, colours };
}

/** The first and last states of a diagram have no name; they are drawn as points. */
const point = "•";

/** Returns nodes, edges and groups, if the kind of diagram has them. */
async function graphOf(source) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (db.getMessages && db.getActors) return sequenceOf(db);
    const { nodes = [], edges = [] } = db.getData?.() ?? {};
    const named = (node) => {
      const isPoint = node.shape === "stateStart" || node.shape === "stateEnd";
      return {
        id: String(node.id),
        label: isPoint ? point : textOf(node.label) || String(node.id),
        group: isPoint ? undefined : node.parentId,
      };
    };
    return {
      nodes: nodes.filter((node) => !node.isGroup).map(named),
      groups: nodes.filter((node) => node.isGroup && node.shape !== "noteGroup").map(named),
      edges: edges.map(({ start, end, label }) => ({ from: String(start), to: String(end), label: textOf(label) })),
    };
  } catch {
    return { nodes: [], groups: [], edges: [] };
  }
}

function sequenceOf(db) {
  const nodes = [...db.getActors().values()].map(({ name, description }) => ({
    id: name,
    label: textOf(description) || name,
  }));
  const edges = db
    .getMessages()
    .flatMap(({ from, to, message }) =>
      from && to && typeof message === "string" ? [{ from: String(from), to: String(to), label: textOf(message) }] : [],
    );
  return { nodes, groups: [], edges };
}

/** Returns a label without line breaks, HTML and Mermaid's own entities (`#quot;`). */
function textOf(label) {
  const text = (Array.isArray(label) ? label.join(" ") : String(label ?? "")).replaceAll(/<br\s*\/?>/gi, " ");
  const parsed = new DOMParser().parseFromString(
    text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";"),
    "text/html",
  );
  return parsed.body.textContent.replaceAll(/\s+/g, " ").trim();
}

function lineOf(error) {
  const [, said] = /\bline:? (\d+)/i.exec(String(error?.message ?? "")) ?? [];
  const line = said === undefined ? error?.hash?.loc?.first_line : Number(said);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}
