const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Returns the bytes of a string operand, one character per byte (ISO 32000-1, 7.3.4). */
export function readLiteral(token: string): string {
  if (token.startsWith("<")) {
    const digits = token.replaceAll(/[^\dA-Fa-f]/g, "");
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
  }
  return token.slice(1, -1).replaceAll(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, sign: string = "") => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    // A line end after a backslash is ignored.
    return /[\r\n]/.test(sign) ? "" : (escapes[sign] ?? sign);
  });
}

export function isString(token: string): boolean {
  return token.startsWith("(") || (token.startsWith("<") && token !== "<<");
}
