import type { TemplateOption } from "../config/template-options.ts";
import { complainOfLengths, complainOfSize } from "./page-geometry.ts";
import { contrast } from "./contrast.ts";

/** Returns what is wrong with a value, if anything. */
export function complain(option: TemplateOption, value: unknown): string | undefined {
  switch (option.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "must be true or false";
    case "choice":
      return option.of.includes(String(value)) ? undefined : `must be one of: ${option.of.join(", ")}`;
    case "colour":
      return complainOfColour(option, String(value));
    case "number":
      return typeof value === "number" && value >= option.least && value <= option.most
        ? undefined
        : `must be a number from ${option.least} to ${option.most}`;
    case "size":
      return complainOfSize(value);
    case "lengths":
      return complainOfLengths(value, option.most);
  }
}

/** Text in the colour must be legible on its background (WCAG 2.2, 1.4.3). */
function complainOfColour(option: Extract<TemplateOption, { type: "colour" }>, value: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(value)) return "must be a colour such as #1f5f8b";
  const ratio = contrast(value, option.on);
  return ratio >= 4.5 ? undefined : `is too pale to read on ${option.on}: its contrast is ${ratio.toFixed(1)}, not 4.5`;
}
