// The preview window: up to three panes, the findings, and the source of a selected element.
import { openBook } from "./book-pane.js";
import { openPaper } from "./paper-pane.js";
import { loadPlaces } from "./places.js";
import { showFindings } from "./findings.js";
import { showSource } from "./source.js";
import { openWeb } from "./web-pane.js";

const element = (id) => document.getElementById(id);
const [publication, edition, width, look, status] = ["publication", "edition", "width", "look", "status"].map(element);
const boxes = [...document.querySelectorAll("#panes input")];

/** Panes by name: the file format, and the function that shows it. */
const kinds = { web: ["html", openWeb], book: ["epub", openBook], paper: ["pdf", openPaper] };
const panes = Object.entries(kinds).map(([name, [format, open]]) => ({
  name,
  format,
  host: document.querySelector(`[data-pane="${name}"]`),
  pane: undefined,
  open,
  shown: "",
}));

let state = { publications: [], findings: [] };
let places;

const current = () => state.publications.find(({ slug }) => slug === publication.value) ?? state.publications[0];

/** Returns the file of a format to show: the selected edition, or the first. */
const fileFor = (format) => {
  const files = current()?.files.filter((file) => file.format === format) ?? [];
  return files.find((file) => file.edition === edition.value) ?? files[0];
};

/** The place whose source is shown. */
let shownPlace;

const onPick = (words, isByKey) => {
  const place = places?.find(words);
  shownPlace = place;
  showSource(element("source"), place, places, state.editor, isByKey);
  return place;
};

let running;
let again = false;

/** Runs one refresh at a time; requests in the meantime lead to one more. */
function refresh() {
  again = running !== undefined;
  running ??= (async () => {
    do {
      again = false;
      await refreshOnce();
    } while (again);
    running = undefined;
  })();
  return running;
}

async function refreshOnce() {
  const files = current()?.files ?? [];
  const printed = files.filter(({ format }) => format === "pdf");
  fill(
    edition,
    printed.map((file) => [file.edition, file.edition]),
    edition.value,
  );
  element("edition-choice").hidden = printed.length < 2;
  // Files are shown while the places of their words are loaded.
  const loading = loadPlaces(current()?.slug, state.version);
  const shown = panes.map((one) => update(one, loading));
  places = await loading;
  if (shownPlace && !element("source").hidden) showSource(element("source"), shownPlace, places, state.editor);
  await Promise.all(shown);
  showFindings(element("findings"), state, reveal);
}

const isWantedNow = (one) => boxes.some(({ value, checked }) => checked && value === one.name);
const keyOf = (file) => JSON.stringify([file.path, file.sha256]);

async function update(one, loading) {
  const isWanted = isWantedNow(one);
  one.host.hidden = !isWanted;
  const file = isWanted ? fileFor(one.format) : undefined;
  if (!file) {
    if (isWanted && !one.pane)
      one.host.replaceChildren(note(state.building ? "Building…" : "This edition is not made."));
    return;
  }
  one.pane ??= one.open(one.host, onPick);
  const settings = { width: width.value, look: look.value };
  const key = keyOf(file);
  if (key !== one.shown) {
    const isSame = one.path === file.path;
    one.shown = key;
    one.path = file.path;
    one.host.dataset.state = "loading";
    if (!isSame && one.name !== "web") one.host.replaceChildren(note("Opening…"));
    await one.pane.show(file, isSame);
  }
  one.pane.arrange(settings);
  one.pane.mark?.(state.findings, await loading);
  // A later file that arrived meanwhile is still to be shown.
  if (keyOf(fileFor(one.format)) === one.shown) one.host.dataset.state = "shown";
}

/** Shows a selected finding in the web page and in the source. */
function reveal(finding) {
  shownPlace = finding;
  showSource(element("source"), finding, places, state.editor);
  for (const { pane } of panes) pane?.reveal?.(finding, places);
}

function note(text) {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}

function fill(list, entries, chosen) {
  const known = [...list.options].map(({ value, text }) => [value, text]);
  if (JSON.stringify(known) === JSON.stringify(entries)) return;
  list.replaceChildren(...entries.map(([value, text]) => new Option(text, value, false, value === chosen)));
}

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => {
  state = JSON.parse(data);
  const label = ({ slug, errors, warnings }) =>
    [slug, errors > 0 ? `${errors} ✗` : "", warnings > 0 ? `${warnings} !` : ""].filter(Boolean).join("  ");
  const wanted = publication.value || decodeURIComponent(location.hash.slice(1));
  fill(
    publication,
    state.publications.map((one) => [one.slug, label(one)]),
    wanted,
  );
  for (const one of panes) {
    const file = isWantedNow(one) ? fileFor(one.format) : undefined;
    if (file && keyOf(file) !== one.shown) one.host.dataset.state = "loading";
  }
  status.value = state.building ? "Building…" : state.findings.length > 0 ? "See below" : "Up to date";
  void refresh();
});
events.addEventListener("error", () => {
  status.value = "The preview has ended.";
});
publication.addEventListener("change", () => {
  location.hash = encodeURIComponent(publication.value);
  void refresh();
});
for (const control of [edition, width, look, ...boxes]) control.addEventListener("change", () => void refresh());
