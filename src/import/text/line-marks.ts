/** The marker of a list item: a bullet, or a number or a letter with a full stop or a parenthesis. */
export const itemMark = /^(\s*)([-*+•·‣◦▪▫■□●○◆◇➢➤►✓✔→–—]|(?<=\s)o|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)/;

/** A line of one sign, below a heading. */
export const underline = /^\s*([=\-~*_])\1{2,}\s*$/;

/** A line across the page. */
export const ruleLine = /^\s*(?:([-=*_~#])\s*)(?:\1\s*){2,}$/;
