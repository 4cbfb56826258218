import { join } from "node:path";
import { expect, test } from "vitest";
import { withLessonLinks } from "../../src/source/lesson-links.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const links =
  "[shell]: https://example.org/shell\n[unused]: https://example.org/unused\n[own]: https://example.org/theirs\n";
const text = "See [the shell][shell] and [own].\n\n[own]: https://example.org/ours\n";

async function readIn(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder({ ...files, "episodes/a.md": text });
  const file = { path: join(root, "episodes/a.md"), shown: "a.md", text, sha256: "", modified: new Date(0) };
  return (await withLessonLinks(worldIn(root), { folder: join(root, "episodes"), root }, file)).text;
}

test("adds the definitions of a lesson that a page uses and does not have", async () => {
  expect(await readIn({ "config.yaml": "title: A\n", "links.md": links })).toBe(
    `${text}\n[shell]: https://example.org/shell\n`,
  );
});

test("a links.md that belongs to no lesson is not read", async () => {
  expect(await readIn({ "links.md": links })).toBe(text);
  expect(await readIn({ "config.yaml": "title: A\n" })).toBe(text);
});
