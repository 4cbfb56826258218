import { afterAll } from "vitest";
import { closeSharedBrowser } from "./shared-browser.ts";

// A set-up file: what a test file has started ends with it.
afterAll(closeSharedBrowser);
