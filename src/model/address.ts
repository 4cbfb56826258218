/** What no address may hold as it is (RFC 3986, 2; RFC 3987 allows letters of every script). */
const forbidden = /[\s"<>\\^`{|}[\]]|%(?![\da-f]{2})/giu;

/** The host between the slashes of an address of the web; an address of IPv6 stands in brackets there. */
const web = /^(https?:\/\/)([^/?#\\]+)(.*)$/isu;

/** What Markdown encodes although a host may hold it, or ends with it: an address of IPv6, and a slash the other way. */
const encodedInHost: Readonly<Record<string, string>> = { "%5b": "[", "%5d": "]", "%5c": "/" };

/**
 * An absolute address with everything encoded that needs it, so that each format and each checker reads the same one.
 * `undefined` for an address of the web that names no host, as `https:/example.org` or `http:///x`.
 */
export function toValidAddress(written: string): string | undefined {
  const [, scheme, host, rest = ""] = web.exec(decodeHost(written)) ?? [];
  if (scheme === undefined || host === undefined) return /^https?:/i.test(written) ? undefined : encode(written);
  // Of several, the last "@" ends the name of a user (URL Standard, 4.4).
  const valid = scheme + host.replaceAll(/@(?=.*@)/gs, "%40");
  return URL.canParse(valid) ? valid + encode(rest) : undefined;
}

/**
 * Of "http://%5B::1%5D/x" the host that its author wrote, in its own letters; a backslash ends it as a slash does
 * (URL Standard, 4.4).
 */
function decodeHost(written: string): string {
  return written.replace(/^(https?:\/\/(?:[^/?#]*@)?)([^/?#@]+)/i, (_, start: string, host: string) => {
    const letters = host.replaceAll(/(?:%[89a-f][\da-f])+/gi, decodeAddress);
    return start + letters.replaceAll(/%5[bcd]|\\/gi, (one) => encodedInHost[one.toLowerCase()] ?? "/");
  });
}

/** Why an address is none. */
export function whyInvalid(written: string): string {
  return web.test(decodeHost(written)) ? "its host or port cannot be read" : "it has no host";
}

/** The address of a DOI (DOI Handbook, 2.5.2.4): of its characters, those that end a path are encoded too. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encode(doi).replaceAll("?", "%3F").replaceAll("#", "%23")}`;
}

/** A fragment begins at the first "#"; another one in it is text. */
function encode(text: string): string {
  const [before = "", ...fragment] = text
    .replaceAll(forbidden, (character) => encodeURIComponent(character))
    .split("#");
  return fragment.length === 0 ? before : `${before}#${fragment.join("%23")}`;
}

/** A part of an address as it was before it was percent-encoded; one that is not sound as it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
