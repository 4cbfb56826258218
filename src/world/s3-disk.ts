import { relative, sep } from "node:path";
import type * as S3 from "@aws-sdk/client-s3";
import { importOptional } from "../model/optional-package.ts";
import { liesInside } from "../model/shown-path.ts";
import type { Disk, DiskEntry, FileState, Host } from "../model/world.ts";

/** The most keys that one request lists or deletes (Amazon S3 API: `ListObjectsV2`, `DeleteObjects`). */
const most = 1000;

/**
 * Opens a disk whose folder `mount` is in a bucket: `s3://bucket/prefix`. Everything else is on the local disk,
 * including temporary folders, so that files enter the bucket complete. Region, endpoint and credentials come from the
 * environment, as in all programs that use the AWS SDK.
 */
export async function openS3Disk(address: string, mount: string, host: Host, local: Disk): Promise<Disk> {
  const [, bucket = "", prefix = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*?))?\/*$/.exec(address) ?? [];
  if (bucket === "") throw new Error("it is no address such as s3://bucket/folder");
  const sdk = await importOptional<typeof S3>("@aws-sdk/client-s3");
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL = AWS_ENDPOINT_URL_S3, AWS_REGION } = host.variables;
  // A self-hosted server has one host name for all its buckets, and usually no regions.
  const own = AWS_ENDPOINT_URL === undefined ? {} : { forcePathStyle: true, region: AWS_REGION ?? "us-east-1" };
  const client: S3.S3Client = new sdk.S3Client({ ...own, maxAttempts: 5 });
  const isHere = (path: string): boolean => path === mount || liesInside(mount, path);
  const keyOf = (path: string): string =>
    [prefix, ...relative(mount, path).split(sep)].filter((part) => part !== "").join("/");
  const found = async (prefixes: string, delimiter?: string, limit?: number) => {
    const keys: { Key?: string | undefined }[] = [];
    const folders: string[] = [];
    for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
      const page: Awaited<ReturnType<typeof list>> = await list(prefixes, delimiter, limit ?? most, token);
      keys.push(...(page.Contents ?? []));
      folders.push(...(page.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix ?? []));
      token = limit === undefined ? page.NextContinuationToken : undefined;
    }
    return { keys: keys.flatMap(({ Key }) => Key ?? []), folders };
  };
  const list = (
    Prefix: string,
    Delimiter: string | undefined,
    MaxKeys: number,
    ContinuationToken: string | undefined,
  ) => client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix, Delimiter, MaxKeys, ContinuationToken }));
  const below = (path: string): string => (keyOf(path) === "" ? "" : `${keyOf(path)}/`);
  const read = async (path: string): Promise<Uint8Array> => {
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(path) }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      throw isMissing(error) ? missing(path) : error;
    }
  };
  const write = async (path: string, Body: Uint8Array): Promise<void> => {
    await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: keyOf(path), Body }));
  };
  const stat = async (path: string): Promise<FileState | undefined> => {
    try {
      const head = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: keyOf(path) }));
      const { ContentLength: size = 0, LastModified: modified = new Date(0) } = head;
      return { kind: "file", size, modified, executable: false };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    const { keys } = await found(below(path), undefined, 1);
    if (path !== mount && keys.length === 0) return undefined;
    return { kind: "folder", size: 0, modified: new Date(0), executable: false };
  };
  const entries = async (folder: string): Promise<DiskEntry[]> => {
    const { keys, folders } = await found(below(folder), "/");
    const from = below(folder).length;
    return [
      ...keys.map((key) => ({ name: key.slice(from), kind: "file" as const })),
      ...folders.map((key) => ({ name: key.slice(from, -1), kind: "folder" as const })),
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  };
  const remove = async (path: string): Promise<void> => {
    const keys = [keyOf(path), ...(await found(below(path))).keys];
    for (let at = 0; at < keys.length; at += most) {
      const Objects = keys.slice(at, at + most).map((Key) => ({ Key }));
      await client.send(new sdk.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
    }
  };
  return {
    read: (path) => (isHere(path) ? read(path) : local.read(path)),
    readPieces: (path) => (isHere(path) ? pieces(() => read(path)) : local.readPieces(path)),
    write: (path, bytes) => (isHere(path) ? write(path, bytes) : local.write(path, bytes)),
    append: async (path, bytes) => {
      if (!isHere(path)) return local.append(path, bytes);
      const before = (await stat(path))?.kind === "file" ? await read(path) : new Uint8Array();
      await write(path, Buffer.concat([before, bytes]));
    },
    stat: (path) => (isHere(path) ? stat(path) : local.stat(path)),
    list: (folder) => (isHere(folder) ? entries(folder) : local.list(folder)),
    realPath: async (path) => (isHere(path) ? path : local.realPath(path)),
    // A bucket has no folders, only keys with slashes.
    makeFolder: async (path) => (isHere(path) ? undefined : local.makeFolder(path)),
    async rename(from, to) {
      if (!isHere(from) && !isHere(to)) return local.rename(from, to);
      const bytes = isHere(from) ? await read(from) : await local.read(from);
      await (isHere(to) ? write(to, bytes) : local.write(to, bytes));
      await (isHere(from) ? remove(from) : local.remove(from));
    },
    touch: async (path, time) => (isHere(path) ? undefined : local.touch(path, time)),
    remove: (path) => (isHere(path) ? remove(path) : local.remove(path)),
    removeEmptyFolder: async (path) => (isHere(path) ? undefined : local.removeEmptyFolder(path)),
    makeTemporaryFolder: (parent) =>
      local.makeTemporaryFolder(parent !== undefined && isHere(parent) ? undefined : parent),
  };
}

async function* pieces(read: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await read();
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { readonly name?: string; readonly $metadata?: { httpStatusCode?: number } };
  return name === "NoSuchKey" || name === "NotFound" || $metadata?.httpStatusCode === 404;
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: there is no "${path}" in the store`), { code: "ENOENT" });
}
