// Shows the source around a place, with a link to the editor, which gets the focus if a key asked for it.

export function showSource(host, place, places, editor, isByKey = false) {
  const text = place?.file === undefined ? undefined : places?.texts[place.file];
  host.hidden = text === undefined;
  if (text === undefined) return;
  // A later build shows it anew, and does not take the focus away.
  const isFocused = isByKey || document.activeElement?.matches("#source a");
  const lines = text.split("\n");
  const at = Math.max(1, Math.min(place.line ?? 1, lines.length));
  const first = Math.max(0, at - 3);
  const pre = document.createElement("pre");
  for (const [index, line] of lines.slice(first, at + 4).entries()) {
    const number = first + index + 1;
    const row = document.createElement(number === at ? "mark" : "span");
    row.textContent = `${String(number).padStart(5)}  ${line}\n`;
    pre.append(row);
  }
  const link = document.createElement("a");
  link.href = addressOf(editor, place.file, at, place.column ?? 1);
  link.textContent = `${place.file}:${at}`;
  link.title = "Open in the editor";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => {
    host.hidden = true;
  });
  host.replaceChildren(link, " ", close, pre);
  if (isFocused) link.focus();
}

/** Returns the address for the user's editor. `editor`: a template with {file}, {line} and {column}. */
export function addressOf(editor, file, line, column) {
  const isWhole = /^(?:\/|[a-z]:)/i.test(file);
  const parts = (isWhole ? file : `${editor.folder}/${file}`).replace(/^\//, "").split("/");
  const path = `/${parts
    .map(encodeURIComponent)
    .join("/")
    .replace(/^([a-z])%3A/i, "$1:")}`;
  return editor.address.replace("{file}", path).replace("{line}", line).replace("{column}", column);
}
