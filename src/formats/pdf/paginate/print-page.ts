import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Browser, PrintPurpose } from "../../../model/browser.ts";
import { fail, type Outcome, succeed } from "../../../model/outcome.ts";

/** Returns a print of a document, or why the browser could not print it. */
export async function printPage(
  browser: Pick<Browser, "print">,
  html: string,
  purpose: PrintPurpose,
): Promise<Outcome<Uint8Array>> {
  try {
    return succeed(await browser.print(html, purpose));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(
      diagnostic(
        "browserPrints",
        `The PDF could not be printed: ${message}`,
        "Try again; `offprint doctor` shows which browser was used.",
      ),
    );
  }
}
