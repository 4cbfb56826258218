import { expect, test } from "vitest";
import { progressLine } from "../../src/cli/progress.ts";
import { recordedTerminal } from "../support/command-line.ts";

test("on a terminal one line is drawn over, never wider than the terminal, and cleared at the end", () => {
  const { terminal, printed } = recordedTerminal({ interactive: true, columns: 40 });
  const line = progressLine(terminal, false);
  line.show({ what: "guide: web", done: 1, total: 4 });
  line.show({ what: `guide: ${"ein sehr langer Name ".repeat(4)}`, done: 4, total: 4 });
  line.clear();
  const drawn = printed.err.split("\r\u{1b}[2K").slice(1);
  expect(drawn).toHaveLength(3);
  expect(drawn[0]).toBe(`${"█".repeat(6)}${"░".repeat(18)} guide: web`);
  expect(drawn[1]).toHaveLength(39);
  expect(drawn[2]).toBe("");
  expect(printed.err).not.toContain("\n");
});

test("elsewhere every new step is a line", () => {
  const { terminal, printed } = recordedTerminal();
  const line = progressLine(terminal, false);
  line.show({ what: "guide: web", done: 0, total: 2 });
  line.show({ what: "guide: web", done: 0.5, total: 2 });
  line.show({ what: "guide: handout", done: 1, total: 2 });
  line.clear();
  expect(printed).toEqual({ out: "", err: "guide: web\nguide: handout\n" });
});

test("where a program reads the output there is none", () => {
  const { terminal, printed } = recordedTerminal({ interactive: true });
  const line = progressLine(terminal, true);
  line.show({ what: "guide: web", done: 0, total: 2 });
  line.clear();
  expect(printed).toEqual({ out: "", err: "" });
});
