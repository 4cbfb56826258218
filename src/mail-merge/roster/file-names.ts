/** Letters that a name has in a file's name. */
const longest = 60;

/** Names that Windows keeps for its devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A text as part of a file's name on any system: letters, digits and hyphens; empty where it has none. */
export function toFileName(text: string): string {
  const letters = text.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-");
  const plain = Array.from(letters)
    .slice(0, longest)
    .join("")
    .replaceAll(/^-+|-+$/g, "");
  return devices.test(plain) ? `${plain}-` : plain;
}

/** Whether two names would be one file on a disk that does not tell capitals from small letters. */
export function fileKey(name: string): string {
  return name.toLowerCase().normalize("NFC");
}
