import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { disk as local } from "../../src/world/disk.ts";
import { readHost } from "../../src/world/host.ts";
import { openS3Disk } from "../../src/world/s3-disk.ts";
import { startS3 } from "../support/s3-server.ts";
import { temporaryFolder } from "../support/temporary.ts";

let server: Awaited<ReturnType<typeof startS3>>;
beforeEach(async () => {
  server = await startS3();
  for (const [name, value] of Object.entries(server.variables)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a folder of a bucket is written, read, listed and removed as one of the disk", async () => {
  const folder = await temporaryFolder({ "beside.txt": "local" });
  const mount = join(folder, "merged");
  const disk = await openS3Disk("s3://bucket/a folder", mount, readHost(), local);
  expect(await disk.stat(join(mount, "none"))).toBeUndefined();
  expect(await disk.list(mount)).toEqual([]);
  await expect(disk.read(join(mount, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  for (const name of ["b/1.pdf", "b/2.pdf", "b/c/3.pdf", "a & ü.pdf", "d.pdf"])
    await disk.write(join(mount, name), bytes(name));
  expect([...server.objects.keys()]).toContain("a folder/a & ü.pdf");
  expect(await disk.list(mount)).toEqual([
    { name: "a & ü.pdf", kind: "file" },
    { name: "b", kind: "folder" },
    { name: "d.pdf", kind: "file" },
  ]);
  expect(await disk.stat(join(mount, "b"))).toMatchObject({ kind: "folder" });
  expect(await disk.stat(join(mount, "d.pdf"))).toMatchObject({ kind: "file", size: 5 });
  await disk.append(join(mount, "d.pdf"), bytes("+"));
  expect(new TextDecoder().decode(await disk.read(join(mount, "d.pdf")))).toBe("d.pdf+");

  // What is written beside its place comes into the bucket whole.
  const beside = await disk.makeTemporaryFolder(mount);
  await disk.write(join(beside, "e.pdf"), bytes("e"));
  expect(server.objects.has("a folder/e.pdf")).toBe(false);
  await disk.rename(join(beside, "e.pdf"), join(mount, "e.pdf"));
  expect(server.objects.get("a folder/e.pdf")?.toString()).toBe("e");
  await disk.remove(beside);

  await disk.remove(join(mount, "b"));
  expect([...server.objects.keys()].toSorted()).toEqual(["a folder/a & ü.pdf", "a folder/d.pdf", "a folder/e.pdf"]);
  // Whatever is not in the folder is where it was.
  expect(new TextDecoder().decode(await disk.read(join(folder, "beside.txt")))).toBe("local");
  await disk.write(join(folder, "own.txt"), bytes("own"));
  expect(await readFile(join(folder, "own.txt"), "utf8")).toBe("own");
  expect(await readdir(folder)).toEqual(["beside.txt", "own.txt"]);
});

test("a key that may not be read is not taken for one that is missing", async () => {
  const disk = await openS3Disk("s3://bucket", "/mount", readHost(), local);
  await expect(disk.stat("/mount/denied")).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  await expect(disk.read("/mount/denied")).rejects.toThrow("AccessDenied");
});

test("reports a wrong address, bucket or key", async () => {
  const open = (address: string) => openS3Disk(address, "/mount", readHost(), local);
  await expect(open("s3://")).rejects.toThrow("s3://bucket/folder");
  await expect((await open("s3://another")).list("/mount")).rejects.toThrow();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "stranger");
  const strange = await open("s3://bucket");
  await expect(strange.read("/mount/a")).rejects.toThrow("AccessDenied");
  await expect(strange.list("/mount")).rejects.toThrow("AccessDenied");
  // An answer to HEAD has no text.
  await expect(strange.stat("/mount/a")).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});
