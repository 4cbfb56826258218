/** Options of a service. */
export interface ServiceOptions {
  /** Publications whose rows can be requested: Markdown files or folders. */
  readonly sources: readonly string[];
  /** 0 for any free port. */
  readonly port: number;
  /** Defaults to loopback. */
  readonly host: string;
  /** Secret that requests must contain; required beyond loopback. */
  readonly token?: string | undefined;
  /** Documents built at the same time. */
  readonly concurrency: number;
  /** Requests that may wait; further ones get status 503. */
  readonly waiting: number;
  /** Time limit of a document in seconds. */
  readonly deadline: number;
  /** Maximum size of a request in bytes. */
  readonly bodyLimit: number;
}

export const loopbacks: readonly string[] = ["127.0.0.1", "::1", "localhost"];
