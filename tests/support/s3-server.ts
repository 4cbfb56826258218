import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** A server on loopback with one bucket in memory, as far as the Amazon S3 API is used; lists come two keys at a time. */
export async function startS3() {
  const objects = new Map<string, Buffer>();
  const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const answer = async (request: IncomingMessage): Promise<readonly [status: number, body: Buffer | string]> => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const [, bucket, ...rest] = pathname.split("/");
    if (bucket !== "bucket") return [404, "<Error><Code>NoSuchBucket</Code><Message>NoSuchBucket</Message></Error>"];
    if (!request.headers.authorization?.includes("Credential=key/"))
      return [403, "<Error><Code>AccessDenied</Code><Message>AccessDenied</Message></Error>"];
    const key = decodeURIComponent(rest.join("/"));
    // As where a policy allows lists, but not this key.
    if (key === "denied") return [403, "<Error><Code>AccessDenied</Code><Message>AccessDenied</Message></Error>"];
    const body = await buffer(request);
    if (request.method === "POST" && searchParams.has("delete")) {
      for (const [, name = ""] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g))
        objects.delete(name.replaceAll("&amp;", "&"));
      return [200, "<DeleteResult/>"];
    }
    if (request.method === "PUT") {
      objects.set(key, body);
      return [200, ""];
    }
    if (searchParams.get("list-type") === "2") return [200, list(searchParams)];
    const found = objects.get(key);
    return found ? [200, found] : [404, "<Error><Code>NoSuchKey</Code><Message>NoSuchKey</Message></Error>"];
  };
  const list = (parameters: URLSearchParams): string => {
    const prefix = parameters.get("prefix") ?? "";
    const delimiter = parameters.get("delimiter");
    const names = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    const ends = (key: string): number => (delimiter === null ? -1 : key.indexOf(delimiter, prefix.length));
    const entries = [...new Set(names.map((key) => (ends(key) < 0 ? key : key.slice(0, ends(key) + 1))))];
    const after = parameters.get("continuation-token") ?? "";
    const page = entries.filter((entry) => entry > after).slice(0, 2);
    const isMore = entries.some((entry) => entry > (page.at(-1) ?? after));
    const shown = page.map((entry) =>
      objects.has(entry)
        ? `<Contents><Key>${escape(entry)}</Key></Contents>`
        : `<CommonPrefixes><Prefix>${escape(entry)}</Prefix></CommonPrefixes>`,
    );
    const next = isMore ? `<NextContinuationToken>${escape(page.at(-1) ?? "")}</NextContinuationToken>` : "";
    return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${next}${shown.join("")}</ListBucketResult>`;
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [status, text] = await answer(request);
    const body = Buffer.from(text);
    response.writeHead(status, { "content-length": body.length });
    response.end(request.method === "HEAD" ? "" : body);
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    objects,
    /** What the SDK of AWS reads. */
    variables: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
