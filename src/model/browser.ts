import type { Outcome } from "./outcome.ts";

/**
 * A running browser. Its pages run no script and load nothing but their own bytes. `print` and `screenshot` reject with
 * an `Error` for the user when the tab crashes or takes too long.
 */
export interface Browser {
  /** Product name and version: `HeadlessChrome/156.0.8078.73`. */
  readonly version: string;
  readonly path: string;
  readonly sandboxed: boolean;
  /** Bundled files for systems that lack them: a folder of shared libraries, a fontconfig file. */
  readonly supplement?: { readonly libraries: string; readonly fontConfiguration: string };
  /**
   * Prints an HTML document to PDF, on the paper of its `@page` rules. The purpose defaults to "publish". `onPrinting`
   * is called when the browser has begun, and this process would only wait.
   */
  print(html: string, purpose?: PrintPurpose, onPrinting?: () => void): Promise<Uint8Array>;
  /** Takes a PNG screenshot of a window of this size (CSS pixels), or of the whole page. */
  screenshot(html: string, options: ScreenshotOptions): Promise<Uint8Array>;
  /**
   * Runs our scripts in order in a document, and returns what the last one resolves to. Scripts of the document itself
   * do not run. Rejects after `time` milliseconds.
   */
  evaluate(html: string, scripts: readonly string[], time: number): Promise<unknown>;
  close(): Promise<void>;
}

export type OpenBrowser = () => Promise<Outcome<Browser>>;

/**
 * A published print has tags and bookmarks. A measuring print only has the positions of named destinations, and takes
 * little more than half the time.
 */
export type PrintPurpose = "publish" | "measure";

export interface ScreenshotOptions {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly wholePage?: boolean;
  /** Device pixels per CSS pixel; defaults to 1. */
  readonly scale?: number;
}
