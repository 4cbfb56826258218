import type { Root } from "hast";
import type { examinePdf, PdfExamination } from "./check.ts";
import type { FinishedPrint, OnMapped, Printed } from "./finish-print.ts";
import type { PageMap } from "../../model/page-map.ts";
import type { Workers } from "../../model/worker.ts";

/** Size in bytes of a print (about 150 pages) that is processed in another process while this one continues. */
const longPrint = 3 * 2 ** 20;

/** Characters of a document, without its styles, whose print is expected to be that long. */
const longText = 600_000;

/** Milliseconds after which a process that does not answer is given up: far more than the longest book takes. */
const longest = 15 * 60_000;

type Verification = Parameters<typeof examinePdf>[1];

/** A PDF task for another process. */
type PdfTask =
  /** Parses a document that is being printed. */
  | { readonly document: string }
  /** Finishes a print, which gets a number. */
  | { readonly print: Printed; readonly number: number }
  /** Checks what it has finished under this number. */
  | { readonly number: number; readonly verification: Verification }
  | { readonly bytes: Uint8Array; readonly verification: Verification };

let lastNumber = 0;

/** Processes one PDF: in a separate process if it is large. */
export function pdfWork(workers: Workers | undefined, least = longPrint) {
  let isLong = false;
  const number = (lastNumber += 1);
  const ask = async <T>(task: PdfTask, onPart?: (part: unknown) => void): Promise<T | undefined> => {
    if (!workers || !isLong) return undefined;
    try {
      return (await workers.run("pdf-worker", task, { time: longest, onPart })) as T;
    } catch {
      // The process did not start, or has ended. An error in the work itself occurs here, too, and is reported.
      isLong = false;
      return undefined;
    }
  };
  return {
    /** Starts the process and reads the document while the browser prints it. */
    prepare: (document: string): void => {
      if (workers && document.length >= longText)
        workers.run("pdf-worker", { document }, { time: longest }).catch(() => undefined);
    },
    /** Another process tells the pages to `onMapped` before it repairs them. */
    finish: async (print: Printed, onMapped?: (pageMap: PageMap) => void): Promise<FinishedPrint> => {
      isLong = print.print.length >= least;
      const onPart = (part: unknown): void => onMapped?.(part as PageMap);
      return (await ask<FinishedPrint>({ print, number }, onPart)) ?? (await loadFinish())(print);
    },
    examine: async (bytes: Uint8Array, verification: Verification): Promise<PdfExamination> =>
      // The bytes would have to wait until this process has time to send them.
      (await ask<PdfExamination>({ number, verification })) ??
      (await ask<PdfExamination>({ bytes, verification })) ??
      (await loadExamine())(bytes, verification),
  };
}

/** Returns a function that runs PDF tasks, and keeps from each what the next one needs. */
export function pdfTasks(): (
  task: unknown,
  onMapped?: OnMapped,
) => Promise<FinishedPrint | PdfExamination | undefined> {
  let parsed: { readonly html: string; readonly root: Root } | undefined;
  let finished: { readonly number: number; readonly bytes: Uint8Array } | undefined;
  return async (task, onMapped) => {
    const job = task as PdfTask;
    if ("document" in job) {
      const { fromHtml } = await import("hast-util-from-html");
      parsed = { html: job.document, root: fromHtml(job.document) };
      await Promise.all([loadFinish(), loadExamine()]);
      return undefined;
    }
    if ("print" in job) {
      const finish = await loadFinish();
      const root = parsed?.html === job.print.html ? parsed.root : undefined;
      parsed = undefined;
      const made = await finish(job.print, root, onMapped);
      finished = { number: job.number, bytes: made.bytes };
      return made;
    }
    const bytes = "bytes" in job ? job.bytes : finished?.number === job.number ? finished.bytes : undefined;
    finished = undefined;
    return bytes && (await loadExamine())(bytes, job.verification);
  };
}

const loadFinish = async () => (await import("./finish-print.ts")).finishPrint;

const loadExamine = async () => (await import("./check.ts")).examinePdf;
