/** Data for a new article. */
export interface FirstArticle {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly author?: string | undefined;
}

/** Returns an article that shows the main syntax; it builds without warnings. */
export function firstArticle({ title, today, author }: FirstArticle): string {
  return `---
title: ${JSON.stringify(title)}
${author === undefined ? "" : `authors: [${JSON.stringify(author)}]\n`}language: en
date: ${today}
review:
  checked: ${today}
---

Begin with what the reader most needs to know.

## A first section

A claim that matters has a source.[^source]

:::note
A callout sets apart what must not be missed. There are also tip, important, warning, caution and example.
:::

:::table[What this table shows]{#a-table}
| Thing | Value |
| ----- | ----: |
| One   |     1 |
| Two   |     2 |
:::

## A second section

- [ ] Something to do
- [x] Something done

[^source]: Who says so, where, and on which day you checked it.
`;
}

/** Returns a title from a folder name: `my-article` is "My article". */
export function titleOf(slug: string): string {
  return slug.replaceAll(/[-_]+/g, " ").replace(/^./, (letter) => letter.toUpperCase());
}
