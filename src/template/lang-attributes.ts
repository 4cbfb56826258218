import type { Properties } from "hast";
import { directionOf } from "../config/metadata.ts";

/** Returns the attributes of an element in a language of its own (WCAG 2.2, 3.1.2); none without a language. */
export function langAttributes(language: string | undefined): Properties {
  return language === undefined ? {} : { lang: language, dir: directionOf(language) };
}
