import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { openTasks } from "../../../src/formats/html/compose/open-tasks.ts";

test("the label of a box ends before the next box and before a field, which has its own", () => {
  const tree = fromHtml(
    `<p>Check <input type="checkbox"> one <b>bold</b> <input type="checkbox"> two <span class="field"></span> three</p>`,
    { fragment: true },
  );
  openTasks(tree);
  expect(toHtml(tree)).toBe(
    `<p>Check <label><input type="checkbox"> one <b>bold</b> </label><label><input type="checkbox"> two </label>` +
      `<span class="field"></span> three</p>`,
  );
});
