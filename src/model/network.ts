/** Answers browsers on this machine, and nobody else. */
export interface Network {
  /**
   * Listen on this port, or with 0 on any that is free. Rejects with an `Error` whose `code` is the system's
   * (`EADDRINUSE`, `EACCES`). Where `handle` rejects, the answer is 500.
   */
  serve(port: number, handle: (request: HttpRequest) => Promise<HttpResponse>): Promise<Server>;
}

export interface Server {
  /** With a slash at its end: `http://127.0.0.1:4000/`. */
  readonly url: string;
  /** Ends every connection, those of unfinished answers too. */
  close(): Promise<void>;
}

export interface HttpRequest {
  /** In capitals. */
  readonly method: string;
  /** The path of the URL: begins with `/`, has no `.` or `..` in it, is percent-encoded, without the query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What can be gone through is sent piece by piece as it comes; its `return` is called when the client has left. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
}

/** Asks other machines. Nothing but `offprint links` does: a build never touches the network for the sake of a text. */
export interface Http {
  /**
   * One request, without its redirects and without the body of its answer. Rejects with an `Error` whose `code` is the
   * system's (`ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`, …), or `TIMEOUT` after so many milliseconds.
   */
  ask(method: "HEAD" | "GET", url: string, timeout: number): Promise<HttpAnswer>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}
