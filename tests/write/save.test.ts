import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openOutput } from "../../src/pipeline/output-folder.ts";
import { saveFiles } from "../../src/pipeline/save.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

test("runs that save into one folder at once all succeed, and leave whole files and nothing else", async () => {
  const folder = await temporaryFolder();
  const names = ["work.html", "work.pdf", "manifest.json"];
  const runs = ["a", "b", "c", "d"].map((letter) => {
    const bytes = new TextEncoder().encode(letter.repeat(300_000));
    return saveFiles(
      worldIn(folder),
      join(folder, "dist"),
      names.map((name) => ({ path: `work/${name}`, bytes })),
    );
  });
  for (const outcome of await Promise.all(runs)) expect(outcome.diagnostics).toEqual([]);
  expect((await readdir(join(folder, "dist/work"))).toSorted()).toEqual(names.toSorted());
  for (const name of names) expect(await readFile(join(folder, "dist/work", name), "utf8")).toMatch(/^(.)\1{299999}$/);
});

test("a print run of many files does not look through its folder for each of them", async () => {
  const folder = await temporaryFolder();
  const world = worldIn(folder);
  let looks = 0;
  const list: typeof world.disk.list = (path) => ((looks += 1), world.disk.list(path));
  const counted = { ...world, disk: { ...world.disk, list } };
  for (let row = 0; row < 50; row += 1) {
    const saved = await saveFiles(counted, join(folder, "out"), [{ path: `${row}.pdf`, bytes: new Uint8Array(3) }]);
    expect(saved.diagnostics).toEqual([]);
  }
  expect(looks).toBe(1);
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All entries below a folder, temporary folders with one name. */
const below = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).map((path) => path.replace(/\.offprint-\w{6}/, "temporary")).toSorted();

test("a file that is added is on disk at once, and in its place at the end", async () => {
  const folder = await temporaryFolder({ "dist/a/same.html": "same", "dist/a/other.html": "old" });
  const past = new Date("2026-11-01T00:00:00Z");
  await utimes(join(folder, "dist/a/same.html"), past, past);
  const output = openOutput(worldIn(folder), join(folder, "dist"));
  for (const name of ["same", "other", "new", "not"])
    await output.add({ path: `a/${name}.html`, bytes: encode(name === "other" ? "young" : name) });
  output.leaveOut("a/not.html");
  expect(await below(folder)).toEqual(
    expect.arrayContaining(["dist/temporary/a/new.html", "dist/temporary/a/not.html", "dist/temporary/a/other.html"]),
  );
  expect(await readFile(join(folder, "dist/a/other.html"), "utf8")).toBe("old");
  expect(await output.commit()).toMatchObject({ ok: true });
  await output.close();
  expect(await below(folder)).toEqual(["dist", "dist/a", "dist/a/new.html", "dist/a/other.html", "dist/a/same.html"]);
  expect(await readFile(join(folder, "dist/a/other.html"), "utf8")).toBe("young");
  expect((await stat(join(folder, "dist/a/same.html"))).mtime).toEqual(past);
});

test("what is closed before the end leaves no file and no folder, whatever is added afterwards", async () => {
  const folder = await temporaryFolder();
  const output = openOutput(worldIn(folder), join(folder, "far/away/dist"));
  await output.add({ path: "a/a.html", bytes: encode("a") });
  expect(await below(folder)).toContain("far/away/dist/temporary/a/a.html");
  const late = [output.add({ path: "b/b.html", bytes: encode("b") }), output.close()];
  await Promise.all([...late, output.add({ path: "c/c.html", bytes: encode("c") })]);
  expect(await below(folder)).toEqual([]);
});

test("a file that was the same and has been changed since is reported, and nothing is moved", async () => {
  const folder = await temporaryFolder({ "dist/a/same.html": "same" });
  const output = openOutput(worldIn(folder), join(folder, "dist"));
  await output.add({ path: "a/same.html", bytes: encode("same") });
  await output.add({ path: "a/new.html", bytes: encode("new") });
  await writeFile(join(folder, "dist/a/same.html"), "changed by another");
  const { ok, diagnostics } = await output.commit();
  await output.close();
  expect([ok, diagnostics[0]?.message]).toEqual([false, expect.stringContaining('changed "a/same.html"')]);
  expect(await below(folder)).toEqual(["dist", "dist/a", "dist/a/same.html"]);
});

test("a temporary folder is removed an hour after its run was killed, and not while its run goes on", async () => {
  const folder = await temporaryFolder();
  let hours = 0;
  const clock = { now: () => new Date(Date.now() + hours * 3_600_000) };
  const open = () => openOutput(worldIn(folder, { clock }), join(folder, "dist"));
  const [killed, running] = [open(), open()];
  await killed.add({ path: "a/killed.html", bytes: encode("a") });
  await running.add({ path: "a/first.html", bytes: encode("a") });
  hours = 1.1;
  await running.add({ path: "a/second.html", bytes: encode("b") });
  // Another process: one looks through a folder once an hour.
  const world = worldIn(folder, { clock });
  const other = { ...world, disk: { ...world.disk } };
  const saved = await saveFiles(other, join(folder, "dist"), [{ path: "c", bytes: encode("c") }]);
  expect(saved.diagnostics).toEqual([]);
  expect((await below(folder)).filter((path) => path.endsWith("html"))).toEqual([
    "dist/temporary/a/first.html",
    "dist/temporary/a/second.html",
  ]);
  expect(await running.commit()).toMatchObject({ ok: true });
  await Promise.all([running.close(), killed.close()]);
});

test("a publication called like a temporary folder of the system stays", async () => {
  const folder = await temporaryFolder({ "dist/offprint-manual/offprint-manual.html": "The manual." });
  const clock = { now: () => new Date(Date.now() + 100 * 3_600_000) };
  const files = [{ path: "other/other.html", bytes: encode("other") }];
  expect(await saveFiles(worldIn(folder, { clock }), join(folder, "dist"), files)).toMatchObject({ ok: true });
  expect(await readFile(join(folder, "dist/offprint-manual/offprint-manual.html"), "utf8")).toBe("The manual.");
});
