import type mammoth from "mammoth";

const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

type Picture = Parameters<Parameters<typeof mammoth.images.imgElement>[0]>[0];

/** Returns functions that collect a document's images under new names; reports formats that browsers do not support. */
export function savePictures(report: (message: string, hint: string) => void) {
  const files = new Map<string, Uint8Array>();
  const save = async (picture: Picture): Promise<{ src: string }> => {
    const ending = endings[picture.contentType];
    if (ending === undefined) {
      report(
        `A picture of the type ${picture.contentType} cannot be shown; it was left out.`,
        "Save it as PNG or SVG.",
      );
      return { src: "" };
    }
    const bytes = new Uint8Array(await picture.readAsArrayBuffer());
    const same = [...files].find(([, file]) => Buffer.compare(file, bytes) === 0);
    const name = same?.[0] ?? `pictures/picture-${files.size + 1}.${ending}`;
    files.set(name, bytes);
    return { src: name };
  };
  return { files, save };
}
