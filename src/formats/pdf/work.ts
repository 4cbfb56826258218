import type { examinePdf, PdfExamination } from "./check.ts";
import type { FinishedPrint, Printed } from "./finish-print.ts";
import type { Workers } from "../../model/worker.ts";

/** Size in bytes of a print (about 150 pages) that is processed in another process while this one continues. */
const longPrint = 3 * 2 ** 20;

/** Milliseconds after which a process that does not answer is given up: far more than the longest book takes. */
const longest = 15 * 60_000;

type Examined = Parameters<typeof examinePdf>;

/** A PDF task for another process. */
type PdfTask = { readonly print: Printed } | { readonly bytes: Uint8Array; readonly verification: Examined[1] };

/** Processes one PDF: in a separate process if it is large. */
export function pdfWork(workers: Workers | undefined, least = longPrint) {
  let isLong = false;
  const work = async <T>(task: PdfTask): Promise<T> => {
    if (workers && isLong) {
      try {
        return (await workers.run("pdf-worker", task, { time: longest })) as T;
      } catch {
        // The process did not start, or has ended. An error in the work itself occurs here, too, and is reported.
        isLong = false;
      }
    }
    return (await pdfTask(task)) as T;
  };
  return {
    finish: (print: Printed) => {
      isLong = print.print.length >= least;
      return work<FinishedPrint>({ print });
    },
    examine: (bytes: Uint8Array, verification: Examined[1]) => work<PdfExamination>({ bytes, verification }),
  };
}

/** Runs a PDF task. */
export async function pdfTask(task: unknown): Promise<FinishedPrint | PdfExamination> {
  const job = task as PdfTask;
  if ("print" in job) return (await import("./finish-print.ts")).finishPrint(job.print);
  return (await import("./check.ts")).examinePdf(job.bytes, job.verification);
}
