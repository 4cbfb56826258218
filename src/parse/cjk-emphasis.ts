import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import type { Processor } from "unified";

/**
 * unified plug-in: emphasis beside Chinese, Japanese and Korean text, where no space stands between words and marks:
 * `**注意：**这里`. By CommonMark's letter the second `**` there cannot close. Only two tildes strike out: `3~5` is a range.
 */
export function remarkCjkEmphasis(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly({ singleTilde: false }));
}
