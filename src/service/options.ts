/** How a service is run. */
export interface ServiceOptions {
  /** Publications whose rows can be asked for: Markdown files or folders. */
  readonly sources: readonly string[];
  /** 0 for any port that is free. */
  readonly port: number;
  /** Loopback, unless told otherwise. */
  readonly host: string;
  /** What requests have to prove that they know; beyond loopback there has to be one. */
  readonly token?: string | undefined;
  /** Documents that are made at the same time. */
  readonly concurrency: number;
  /** Requests that may wait for their turn; the next one is answered with 503. */
  readonly waiting: number;
  /** Seconds that a document may take. */
  readonly deadline: number;
  /** Bytes of a request. */
  readonly bodyLimit: number;
}

export const loopbacks: readonly string[] = ["127.0.0.1", "::1", "localhost"];
