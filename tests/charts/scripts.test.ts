import { expect, test } from "vitest";
import { drawChart } from "../../src/charts/draw.ts";
import { kinds } from "../../src/charts/kinds.ts";
import type { Plot } from "../../src/charts/plot.ts";
import { handoutLook } from "../support/chart-look.ts";
import { printDiagnostics } from "../support/prepare.ts";

// Words of charts are outlines in the installed fonts of every script, as the text around them.

test.each([
  ["ar", "المسافة بالكيلومتر", "مطر"],
  ["he", "המרחק בקילומטרים", "גשם"],
  ["ja", "距離（km）", "雨……"],
  ["hi", "दूरी किलोमीटर में", "वर्षा"],
  ["bn", "দূরত্ব", "বৃষ্টি"],
  ["ta", "தொலைவு", "மழை"],
  ["th", "ระยะทาง", "ฝน"],
])("a chart in %s has outlines for all its words", async (language, yTitle, label) => {
  const numbers = new Intl.NumberFormat(language).format(1_234_567_890.5);
  const look = await handoutLook(language, `${yTitle}${label}${numbers}`);
  const series = [label, `${label} "2"`].map((name, place) => ({ label: name, values: [12.5, 18 + place, null] }));
  const plot: Plot = {
    kind: "line",
    xs: [2021, 2022, 2023],
    series,
    xTitle: label,
    yTitle,
    unit: "km",
    language,
    fromZero: false,
    break: undefined,
  };
  const drawn = await drawChart(kinds.line.draw(plot, look), look, {});
  if (!drawn.ok) throw new Error(printDiagnostics(drawn.diagnostics));
  expect(drawn.value).not.toContain("<text");
});

test.each([
  ["ar", "right"],
  ["en", "left"],
])("in %s, Latin letters after Arabic are on the other side than the beginning, the %s", async (language, side) => {
  const line = "المسافة k";
  const { regular } = await handoutLook(language, line);
  const [alone = ""] = /d="[^"]*"/.exec(regular.outline("k", 10, 0, 0)) ?? [];
  const [before = "", after = ""] = regular.outline(line, 10, 0, 0).split(alone);
  const arabic = side === "right" ? after : before;
  expect(arabic.split("<path").length - 1).toBeGreaterThan(4);
});
