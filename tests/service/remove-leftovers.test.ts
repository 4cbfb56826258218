import { readdir, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createTidying } from "../../src/service/remove-leftovers.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

test("the folders of a killed service go two hours later, with their documents, and nothing else", async () => {
  const other = await temporaryFolder({ "kept.txt": "kept" });
  const folder = await temporaryFolder({
    "offprint-Ab12Cd/document/article.md": "# A person\n",
    "offprint-Xy34Zw/document/article.md": "# Another person\n",
    "offprint-test-Ab12Cd/a.md": "a",
    "other/a.md": "a",
    "offprint-file00": "a",
  });
  await symlink(other, join(folder, "offprint-Linked"));
  const { disk } = worldIn(folder);
  const times = { now: new Date("2026-11-24T12:00:00Z") };
  for (const name of await readdir(folder)) await utimes(join(folder, name), times.now, times.now);
  vi.stubEnv("TMPDIR", folder);
  try {
    const tidy = createTidying({ disk, clock: { now: () => times.now } });
    await tidy();
    expect(await readdir(folder)).toHaveLength(6);
    // The folder of a job that runs.
    times.now = new Date("2026-11-24T14:00:01Z");
    await utimes(join(folder, "offprint-Xy34Zw"), times.now, times.now);
    await tidy();
    const left = ["offprint-Xy34Zw", "offprint-file00", "offprint-test-Ab12Cd", "other"];
    expect((await readdir(folder)).toSorted()).toEqual(left);
    // Of a link only the link itself goes.
    expect(await readdir(other)).toEqual(["kept.txt"]);
  } finally {
    vi.unstubAllEnvs();
  }
});
