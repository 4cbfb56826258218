// Runs in an empty document in the browser. Defines globals for draw.js, because a page without its own scripts has no
// modules.

/** The geometry attributes of each element; other elements are not drawn. */
const geometry = {
  path: ["d"],
  rect: ["x", "y", "width", "height", "rx", "ry"],
  circle: ["cx", "cy", "r"],
  ellipse: ["cx", "cy", "rx", "ry"],
  line: ["x1", "y1", "x2", "y2"],
  polyline: ["points"],
  polygon: ["points"],
};
const groups = new Set(["g", "a", "svg", "switch"]);
const lines = ["stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity"];
const defaults = { "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter" };
const markers = ["marker-start", "marker-mid", "marker-end"];
const mostElements = 20_000;
const round = (number) => String(Math.round(number * 100) / 100);

/**
 * Returns a drawing as a list of plain elements in painting order: styles become attributes, each line of text is an
 * element, and links, images and HTML are removed.
 */
// oxlint-disable-next-line no-unused-vars -- draw.js calls it.
function flatten(svg) {
  const items = [];
  const used = new Set();
  const context = document.createElement("canvas").getContext("2d");
  const walk = (element, depth) => {
    if (items.length > mostElements || depth > 60) throw new Error("it has too many parts");
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return;
    const name = element.localName;
    const transform = element === svg ? null : element.getAttribute("transform");
    const common = { ...(transform && { transform }), ...(style.opacity !== "1" && { opacity: style.opacity }) };
    if (name === "text") return words(element, common, items, context);
    if (name === "foreignObject") return htmlWords(element, svg, items, context);
    if (groups.has(name)) {
      items.push({ open: "g", attributes: common });
      for (const child of chosen(element)) walk(child, depth + 1);
      items.push({ close: true });
    } else if (name === "use") {
      const target = svg.querySelector(`[id="${CSS.escape((element.getAttribute("href") ?? "").slice(1))}"]`);
      if (!target) return;
      const place = `translate(${element.getAttribute("x") ?? 0} ${element.getAttribute("y") ?? 0})`;
      items.push({ open: "g", attributes: { transform: [transform, place].filter(Boolean).join(" ") } });
      for (const child of target.localName === "symbol" ? target.children : [target]) walk(child, depth + 1);
      items.push({ close: true });
    } else if (geometry[name]) items.push({ name, attributes: { ...shape(element, style, used), ...common } });
  };
  for (const child of svg.children) walk(child, 0);
  const definitions = [...used].flatMap((id) => marker(svg, id));
  return { items, definitions };
}

/** Returns the SVG fallback where HTML has one. */
function chosen(element) {
  const children = [...element.children];
  if (element.localName !== "switch") return children;
  return [children.find((child) => child.localName === "text") ?? children[0]].filter(Boolean);
}

function shape(element, style, used) {
  const attributes = {};
  for (const name of geometry[element.localName]) {
    const value = element.getAttribute(name) ?? (/^r[xy]$/.test(name) ? style.getPropertyValue(name) : "");
    if (value && value !== "auto")
      attributes[name] = value.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => round(+number));
  }
  paint(attributes, "fill", style);
  if (paint(attributes, "stroke", style)) {
    for (const name of lines) {
      const value = style.getPropertyValue(name).replaceAll("px", "");
      if (value !== "" && value !== "1" && value !== defaults[name]) attributes[name] = value;
    }
  }
  for (const name of markers) {
    const [, id] = /#([^")]+)/.exec(style.getPropertyValue(name)) ?? [];
    if (id === undefined) continue;
    attributes[name] = `url(#${id})`;
    used.add(id);
  }
  return attributes;
}

/** Sets a colour as `#rrggbb`, with its opacity as a separate attribute. Returns whether anything is painted. */
function paint(attributes, name, style) {
  const value = style.getPropertyValue(name);
  const [, red, green, blue, alpha = "1"] =
    /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value) ??
    /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(value) ??
    [];
  const isShown = red !== undefined && alpha !== "0";
  const scale = value.startsWith("color(") ? 255 : 1;
  const hex = [red, green, blue].map((part) =>
    Math.round(Number(part) * scale)
      .toString(16)
      .padStart(2, "0"),
  );
  attributes[name] = isShown ? `#${hex.join("")}` : "none";
  const opacity = Number(alpha) * Number(style.getPropertyValue(`${name}-opacity`) || 1);
  if (isShown && opacity < 1) attributes[`${name}-opacity`] = round(opacity);
  return isShown;
}

/** Adds the lines of a text: adjacent innermost parts at the same height form one line. */
function words(text, common, items, context) {
  const inner = [...text.querySelectorAll("tspan")].filter((part) => part.children.length === 0);
  let last;
  for (const part of inner.length > 0 ? inner : [text]) {
    const content = part.textContent.replaceAll(/\s+/g, " ");
    const count = Math.min(part.getNumberOfChars(), 2000);
    if (content.trim() === "" || count === 0) continue;
    const boxes = Array.from({ length: count }, (_, index) => part.getExtentOfChar(index));
    const seen = boxes.filter(({ width }) => width > 0);
    const left = Math.min(...(seen.length > 0 ? seen : boxes).map(({ x }) => x));
    const top = boxes[0].y;
    const item = wordsItem(part, content, { left, top }, common, context);
    const same = last && Math.abs(last.top - top) < 1 && last.attributes.fill === item.attributes.fill;
    if (same && last.attributes["font-weight"] === item.attributes["font-weight"]) last.text += content;
    else items.push((last = Object.assign(item, { top })));
  }
}

/** Adds the lines of an HTML text, in the coordinates of the whole drawing. */
function htmlWords(html, svg, items, context) {
  const matrix = html.getScreenCTM();
  const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = new Map();
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const [box] = range.getClientRects();
      if (!box || box.width === 0) continue;
      const line = found.get(Math.round(box.top)) ?? { box, words: [] };
      found.set(Math.round(box.top), { box: line.box, words: [...line.words, word] });
    }
    for (const { box, words: said } of found.values()) {
      const start = new DOMPoint(box.left, box.top).matrixTransform(svg.getScreenCTM().inverse());
      const scale = matrix.a / svg.getScreenCTM().a;
      const own = html.parentElement.getCTM
        ? svg.getScreenCTM().inverse().multiply(html.parentElement.getScreenCTM()).inverse()
        : undefined;
      const place = own ? start.matrixTransform(own) : start;
      items.push(wordsItem(node.parentElement, said.join(" "), { left: place.x, top: place.y, scale }, {}, context));
    }
  }
}

function wordsItem(element, text, { left, top }, { transform, ...common }, context) {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  context.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
  const baseline = top + context.measureText("x").fontBoundingBoxAscent;
  const attributes = {
    transform: [transform, `translate(${round(left)} ${round(baseline)})`].filter(Boolean).join(" "),
  };
  const colour = {
    getPropertyValue: (name) =>
      style.getPropertyValue(element.namespaceURI.endsWith("svg") ? name : name.replace(/^fill$/, "color")),
  };
  paint(attributes, "fill", colour);
  if (Number(style.fontWeight) >= 600) attributes["font-weight"] = "bold";
  return { name: "text", attributes: { ...attributes, "font-size": round(size), ...common }, text };
}

function marker(svg, id) {
  const found = svg.querySelector(`marker[id="${CSS.escape(id)}"]`);
  if (!found) return [];
  const kept = ["id", "viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"];
  const attributes = Object.fromEntries(
    kept.flatMap((name) => (found.hasAttribute(name) ? [[name, found.getAttribute(name)]] : [])),
  );
  const inner = [...found.querySelectorAll(Object.keys(geometry).join())];
  return [
    { open: "marker", attributes },
    ...inner.map((one) => ({
      name: one.localName,
      attributes: { ...shape(one, getComputedStyle(one), new Set()), ...transformOf(one) },
    })),
    { close: true },
  ];
}

function transformOf(element) {
  const transform = element.getAttribute("transform");
  return transform ? { transform } : {};
}
