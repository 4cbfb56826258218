import {
  Error as ErrorLevel,
  type Loader,
  type LoggerInterface,
  logger,
  parse,
  randomLCG,
  resetSVGDefIds,
  setRandom,
  textMetrics,
  View,
} from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { limits } from "../model/limits.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { createQueue } from "../model/queue.ts";
import { type ChartLook, faceFor } from "./look.ts";
import { textToPaths } from "./text-to-paths.ts";
import type { Part } from "./marks.ts";
import { addDarkScheme } from "./color-scheme.ts";
import { vegaLiteConfig } from "./picture.ts";

/**
 * Draws a Vega-Lite specification as SVG with text as outlines of the template's font. Nothing is loaded and no text is
 * compiled to code: expressions are interpreted (https://vega.github.io/vega/usage/interpreter/).
 */
export function drawChart(spec: Part, look: ChartLook, location: SourceLocation): Promise<Outcome<string>> {
  return inTurn(() => draw(spec, look, location));
}

/** Vega's text measurement and numbering of definitions are shared by all charts. */
const inTurn = createQueue();

async function draw(spec: Part, look: ChartLook, location: SourceLocation): Promise<Outcome<string>> {
  const messages: string[] = [];
  try {
    textMetrics.width = (item, text) => faceFor(item.fontWeight, look).measure(String(text)) * (item.fontSize ?? 11);
    resetSVGDefIds();
    // `random()` returns the same numbers in every build.
    setRandom(randomLCG(1));
    const log = listen(messages);
    const full = { ...spec, config: { ...vegaLiteConfig(look), ...(spec["config"] as object | undefined) } };
    const { spec: vega } = compile(full as unknown as TopLevelSpec, { logger: log });
    const runtime = parse(vega, {}, { ast: true });
    const view = new View(runtime, {
      renderer: "none",
      expr: expressionInterpreter,
      loader: refuseAll(messages),
      logger: log,
    });
    const svg = await view.toSVG();
    view.finalize();
    if (svg.length > limits.chartText) messages.push(`it has more than ${limits.chartText} characters of SVG`);
    if (messages.length === 0) return succeed(addDarkScheme(textToPaths(svg, look), look));
  } catch (error) {
    messages.push(error instanceof Error ? error.message : String(error));
  }
  const message = `Vega-Lite cannot draw this chart: ${reasonOf(messages[0] ?? "")}.`;
  return fail(diagnostic("chartDrawn", message, "Try it at https://vega.github.io/editor.", location));
}

/** Messages about Vega's own code, which mean nothing to an author. */
const trip =
  /Cannot (?:read|set|convert|use|destructure|assign)|is not (?:a function|iterable|defined|a constructor|extensible)|Invalid array length|Maximum call stack|Invalid string length|undefined|null/;

function reasonOf(message: string): string {
  const [line = ""] = message.split("\n");
  if (trip.test(line)) return "a part of the specification has the wrong type of value";
  return line.replace(/\.$/, "");
}

function listen(messages: string[]): LoggerInterface {
  const log = logger(ErrorLevel);
  log.error = (...args: unknown[]) => {
    messages.push(args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(" "));
    return log;
  };
  // Vega only warns about failed loads, and draws a chart without data.
  log.warn = (...args: unknown[]) => (String(args[0]).startsWith("Loading failed") ? log.error(args.at(-1)) : log);
  return log;
}

/** Refuses all loading: the specification already holds all data, and links have no place in a picture. */
function refuseAll(messages: string[]): Loader {
  const refusal = "a chart must not contain links or load files; give a file in the publication's folder as its data";
  const no = () => Promise.reject(new Error(refusal));
  // A rejection here would end the program: Vega goes on to read a missing result.
  const sanitize = () => {
    messages.push(refusal);
    return Promise.resolve({ href: "#" });
  };
  return { load: no, sanitize, http: no, file: no };
}
