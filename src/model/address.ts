/** Characters that must be percent-encoded in an address (RFC 3986, 2; RFC 3987 allows letters of every script). */
const forbidden = /[\s"<>\\^`{|}[\]]|%(?![\da-f]{2})/giu;

/** A web address split into scheme, host and rest. An IPv6 host is in brackets. */
const web = /^(https?:\/\/)([^/?#\\]+)(.*)$/isu;

/** Encoded characters to decode in a host: the brackets of IPv6, and a backslash, which ends a host as a slash does. */
const encodedInHost: Readonly<Record<string, string>> = { "%5b": "[", "%5d": "]", "%5c": "/" };

/**
 * Returns an absolute address, percent-encoded where needed, so that each format and each checker reads the same one.
 * Returns `undefined` for a web address without a host, such as `https:/example.org` or `http:///x`.
 */
export function toValidAddress(written: string): string | undefined {
  const [, scheme, host, rest = ""] = web.exec(decodeHost(written)) ?? [];
  if (scheme === undefined || host === undefined) return /^https?:/i.test(written) ? undefined : encode(written);
  // The last "@" ends the user name (URL Standard, 4.4).
  const at = Math.max(0, host.lastIndexOf("@"));
  const valid = scheme + host.slice(0, at).replaceAll("@", "%40") + host.slice(at);
  return URL.canParse(valid) ? valid + encode(rest) : undefined;
}

/**
 * Decodes a host that Markdown encoded, such as "http://%5B::1%5D/x". A backslash ends the host as a slash does (URL
 * Standard, 4.4).
 */
function decodeHost(written: string): string {
  return written.replace(/^(https?:\/\/(?:[^/?#]*@)?)([^/?#@]+)/i, (_, start: string, host: string) => {
    const letters = host.replaceAll(/(?:%[89a-f][\da-f])+/gi, decodeAddress);
    return start + letters.replaceAll(/%5[bcd]|\\/gi, (letter) => encodedInHost[letter.toLowerCase()] ?? "/");
  });
}

/** Returns why an address is invalid. */
export function whyInvalid(written: string): string {
  return web.test(decodeHost(written)) ? "its host or port cannot be read" : "it has no host";
}

/** Returns the address of a DOI (DOI Handbook, 2.5.2.4). Encodes characters that would end a URL path. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encode(doi).replaceAll("?", "%3F").replaceAll("#", "%23")}`;
}

/** Percent-encodes the names in the path of a file. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** Percent-encodes the path of an address. The first "#" begins the fragment; any other one is text. */
function encode(text: string): string {
  const [before = "", ...fragment] = text
    .replaceAll(forbidden, (character) => encodeURIComponent(character))
    .split("#");
  return fragment.length === 0 ? before : `${before}#${fragment.join("%23")}`;
}

/** Percent-decodes part of an address. Returns it unchanged if the encoding is malformed. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
