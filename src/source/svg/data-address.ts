import { decodeAddress } from "../../model/address.ts";

/** Returns an embedded image's address with spaces removed from its data. */
export function embeddedPicture(address: string): string | undefined {
  const found = /^data:image\/(png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,/i.exec(address);
  if (!found?.[1]) return undefined;
  const bytes = decodeAddress(address.slice(found[0].length)).replaceAll(/\s/g, "");
  return /^[\w+/]+={0,2}$/.test(bytes)
    ? `data:image/${found[1].toLowerCase().replace("jpg", "jpeg")};base64,${bytes}`
    : undefined;
}

/** Returns the text of an embedded drawing, in which form diagrams.net stores icons. */
export function embeddedDrawing(address: string): string | undefined {
  const found = /^data:image\/svg\+xml((?:;[\w=-]+)*),/i.exec(address);
  if (!found) return undefined;
  const body = decodeAddress(address.slice(found[0].length));
  return /;base64$/i.test(found[1] ?? "") ? Buffer.from(body, "base64").toString() : body;
}
