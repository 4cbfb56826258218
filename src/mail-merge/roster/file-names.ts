/** Maximum number of characters taken from a name. */
const maxLength = 60;

/** Device names of Windows. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Converts a text to part of a file name that is valid on every system: letters, digits and hyphens; may be empty. */
export function toFileName(text: string): string {
  const letters = text.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-");
  const plain = Array.from(letters)
    .slice(0, maxLength)
    .join("")
    .replaceAll(/^-+|-+$/g, "");
  return devices.test(plain) ? `${plain}-` : plain;
}

/** Returns a key that is equal for names that are the same file on a case-insensitive disk. */
export function fileKey(name: string): string {
  return name.toLowerCase().normalize("NFC");
}
