/** Serves HTTP on this machine only. */
export interface Network {
  /**
   * Listens on a port, or on any free one for 0. Rejects with an `Error` whose `code` is the system's (`EADDRINUSE`,
   * `EACCES`). Answers 500 where `handle` rejects.
   */
  serve(port: number, handle: (request: HttpRequest) => Promise<HttpResponse>): Promise<Server>;
}

export interface Server {
  /** With a trailing slash: `http://127.0.0.1:4000/`. */
  readonly url: string;
  /** Closes every connection, including unfinished responses. */
  close(): Promise<void>;
}

export interface HttpRequest {
  /** In upper case. */
  readonly method: string;
  /** Path of the URL: begins with `/`, has no `.` or `..` segments, is percent-encoded, without the query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An iterable is sent piece by piece; its `return` is called when the client disconnects. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
}

/** An HTTP client. Only `offprint links` uses it: a build never accesses the network on behalf of a text. */
export interface Http {
  /**
   * Sends one request without following redirects or reading the response body. Rejects with an `Error` whose `code` is
   * the system's (`ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or `TIMEOUT` after `timeout` milliseconds.
   */
  ask(method: "HEAD" | "GET", url: string, timeout: number): Promise<HttpAnswer>;
  /** Resolves after this many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}
