// Alt + Enter in a view shows the source of what is focused there or, else, of what is on top.

export function onSourceKey(target, pick) {
  target.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.altKey) return;
    event.preventDefault();
    pick();
  });
}

/** Calls `onPick` with texts until one has a place in the source: titles and running heads have none. */
export function pickFirst(texts, onPick) {
  for (const text of texts) if (onPick(text, true)) return;
}

/** Returns the texts of the focused block and of those that begin below the top of the window. */
export function textsFromTop(page, blocks) {
  const focused = page.activeElement?.closest(blocks);
  const below = [...page.querySelectorAll(blocks)].filter((block) => block.getBoundingClientRect().top >= 0);
  return [...(focused ? [focused] : []), ...below].map((block) => block.textContent);
}
