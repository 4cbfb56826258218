/** Stands in the head of a library page, so that Offprint knows its own. */
export const libraryMark = "Offprint library";
