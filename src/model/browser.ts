import type { Outcome } from "./outcome.ts";

/**
 * A started browser. Pages it is given run no script and reach nothing outside their own bytes. `print` and
 * `screenshot` reject with an `Error` whose message a person can use when the tab crashes or takes too long.
 */
export interface Browser {
  /** As it names itself: `HeadlessChrome/156.0.8078.73`. */
  readonly version: string;
  readonly path: string;
  readonly sandboxed: boolean;
  /** What was packed with it for systems that lack it: a folder of shared libraries, a fontconfig file. */
  readonly supplement?: { readonly libraries: string; readonly fontConfiguration: string };
  /** A PDF of an HTML document, on the paper that its `@page` rules ask for; to be published unless said otherwise. */
  print(html: string, purpose?: PrintPurpose): Promise<Uint8Array>;
  /** A PNG of what a window of this size (CSS pixels) shows, or of the whole page. */
  screenshot(html: string, options: ScreenshotOptions): Promise<Uint8Array>;
  /**
   * Run scripts of ours one after the other over a document, and get what the last one resolves to. A script that stands in
   * the document itself, or comes into it, does not run. Rejects when it takes longer than `time` milliseconds.
   */
  evaluate(html: string, scripts: readonly string[], time: number): Promise<unknown>;
  close(): Promise<void>;
}

export type OpenBrowser = () => Promise<Outcome<Browser>>;

/**
 * A print that is published has tags and bookmarks; one that is measured only tells where its named destinations are, and
 * takes little more than half the time.
 */
export type PrintPurpose = "publish" | "measure";

export interface ScreenshotOptions {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly wholePage?: boolean;
  /** Device pixels per CSS pixel; 1 where left out. */
  readonly scale?: number;
}
