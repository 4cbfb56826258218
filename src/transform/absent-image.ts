import type { Element } from "hast";
import { h } from "hastscript";
import { addClass } from "./hast.ts";
import { decodeAddress } from "../model/address.ts";

const maxAddressLength = 80;

/**
 * Replaces an image that is not included by a frame with its alternative text and address; inside a link, by its text.
 */
export function replaceAbsentImage(node: Element, inLink: boolean): void {
  const { src, alt, width: _width, height: _height, ...properties } = node.properties;
  const address = shorten(typeof src === "string" ? shownAddress(src) : "");
  const words = typeof alt === "string" ? alt.trim() : "";
  node.tagName = "span";
  node.properties = properties;
  addClass(node, "absent-image");
  const showsAddress = address !== "" && (words === "" || !inLink);
  node.children = [
    ...(words === "" ? [] : [{ type: "text" as const, value: showsAddress ? `${words} ` : words }]),
    ...(showsAddress ? [h("span", { className: ["absent-image-address"], dir: "ltr" }, address)] : []),
  ];
}

/** Returns the file name of an image, for an image without a description. */
export function nameOfImage(address: string): string {
  if (address.startsWith("data:")) return "";
  const path = address.replace(/[?#].*$/s, "");
  return decodeAddress(path.slice(path.lastIndexOf("/") + 1));
}

/** Returns an address percent-decoded, for display. */
function shownAddress(address: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(address) ? address : decodeAddress(address);
}

/** Abbreviates a `data:` address, which is a whole image. */
function shorten(address: string): string {
  return address.length > maxAddressLength ? `${address.slice(0, maxAddressLength - 1)}…` : address;
}
