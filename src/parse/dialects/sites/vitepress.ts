import type { Dialect } from "../dialect.ts";
import { lineDialect } from "../dialect.ts";
import { writeInclude } from "./mdbook.ts";

const snippet =
  /^[ \t]*<<<[ \t]*(@\/?)?([^\s{}[\]#<>"]+)(?:#([\w-]+))?(?:[ \t]*\{[^{}]*\})?(?:[ \t]*\[[^[\]]*\])?[ \t]*$/;

/**
 * `<<< @/snippets/a.js#region{2}`: a file, or a region of it, as code
 * (https://vitepress.dev/guide/markdown#import-code-snippets). `@` is the root of the site.
 */
export const codeSnippets: Dialect = lineDialect("files as code (<<< @/file: VitePress)", (text) => {
  const [, root, path = "", region = ""] = snippet.exec(text) ?? [];
  if (path === "" || !/[./]/.test(path)) return text;
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  return indent + writeInclude(`${root === undefined ? "" : "/"}${path}${region === "" ? "" : `:${region}`}`, text);
});
