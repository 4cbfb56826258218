/** Stands in the head of a library page, by which Offprint recognises its own. */
export const libraryMark = "Offprint library";
