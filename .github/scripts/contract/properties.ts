/**
 * The custom properties of the template's style sheets, which those of a text, a project or a template may use and set.
 * The e-book has none: e-readers do not know them.
 */
export const propertyContract: Readonly<Record<string, string>> = {
  "--accent": "The option `accent`.",
  "--strong": "The colour of links, rules and labels: the accent, lighter in the dark scheme.",
  "--ink": "Text.",
  "--ink-soft": "Captions, dates and other small print.",
  "--paper": "The ground of the page.",
  "--tint": "The ground of code and of boxes.",
  "--rule": "Rules and borders.",
  "--bar": "The bar beside a box.",
  "--callout-plain": "The bar of boxes without a colour of their own.",
  "--callout-caution": "The bar and label of warnings.",
  "--code-comment": "Code: comments.",
  "--code-keyword": "Code: keywords.",
  "--code-name": "Code: names.",
  "--code-number": "Code: numbers.",
  "--code-string": "Code: strings.",
  "--face-text": "The families of the text.",
  "--face-label": "The families of headings, labels and captions.",
  "--face-code": "The families of code.",
  "--face-more": "The families of other scripts, behind the first of each list.",
};
