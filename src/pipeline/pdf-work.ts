import { examinePdf, type PdfExamination } from "../formats/pdf/check.ts";
import { finishPrint, type FinishedPrint, type Printed } from "../formats/pdf/finish-print.ts";
import type { Workers } from "../model/worker.ts";

/** Size in bytes of a print (about 150 pages) whose objects are better held by another process, while this one goes on. */
const longPrint = 3 * 2 ** 20;

type Examined = Parameters<typeof examinePdf>;

/** Work on a PDF as another process is given it. */
type PdfTask = { readonly print: Printed } | { readonly bytes: Uint8Array; readonly verification: Examined[1] };

/** Does the work on one PDF: in a separate process if it is long. */
export function pdfWork(workers: Workers | undefined, least = longPrint) {
  let isLong = false;
  const work = async <T>(task: PdfTask): Promise<T> => {
    if (workers && isLong) {
      try {
        return (await workers.run("pdf-worker", task, {})) as T;
      } catch {
        // The process did not start, or has ended. A fault of the work itself happens here, too, and is reported.
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

/** Does the work that a task describes. */
export async function pdfTask(task: unknown): Promise<FinishedPrint | PdfExamination> {
  const given = task as PdfTask;
  return "print" in given ? finishPrint(given.print) : examinePdf(given.bytes, given.verification);
}
