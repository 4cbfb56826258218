import { PDFCheckBox, PDFDocument, PDFDropdown, PDFOptionList, PDFRadioGroup, PDFTextField } from "@cantoo/pdf-lib";

/** A filled form: what stands in each field, by its name, in the order of the document. */
export interface FilledForm {
  readonly title: string;
  readonly answers: ReadonlyMap<string, string>;
}

/** What people entered into a PDF (ISO 32000-1, 12.7); nothing where it has no fields. Rejects where it is no PDF. */
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
