import type { Diagnostic } from "../model/diagnostic.ts";

/** An error response with problem details (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(status: number, title: string, detail: string, diagnostics: readonly Diagnostic[] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.diagnostics = diagnostics;
  }
}
