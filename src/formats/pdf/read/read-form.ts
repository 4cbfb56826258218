import { PDFCheckBox, PDFDocument, PDFDropdown, PDFOptionList, PDFRadioGroup, PDFTextField } from "@cantoo/pdf-lib";

/** A completed form: the value of each field by name, in document order. */
export interface FilledForm {
  readonly title: string;
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * Reads the field values of a PDF (ISO 32000-1, 12.7). Returns `undefined` if it has no fields; rejects if the bytes
 * are not a PDF.
 */
export async function readForm(bytes: Uint8Array): Promise<FilledForm | undefined> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const answers = new Map<string, string>();
  for (const field of document.getForm().getFields()) {
    const name = field.getName();
    if (field instanceof PDFTextField) answers.set(name, field.getText() ?? "");
    else if (field instanceof PDFCheckBox) answers.set(name, field.isChecked() ? "yes" : "no");
    else if (field instanceof PDFRadioGroup) answers.set(name, field.getSelected() ?? "");
    else if (field instanceof PDFDropdown || field instanceof PDFOptionList) {
      answers.set(name, field.getSelected().join("; "));
    }
  }
  return answers.size === 0 ? undefined : { title: document.getTitle() ?? "", answers };
}
