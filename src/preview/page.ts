import { createHash } from "node:crypto";

/** Runs in the preview's window: shows the chosen file, and shows it again, at the same place, when it has changed. */
const script = `
const frame = document.querySelector("iframe");
const list = document.querySelector("select");
const status = document.querySelector("output");
const report = document.querySelector("pre");
let shown = "";
const show = (files) => {
  const chosen = files.find((file) => file.path === decodeURIComponent(location.hash.slice(1))) ?? files[0];
  list.replaceChildren(...files.map((file) => new Option(file.path, file.path, false, file === chosen)));
  if (!chosen || shown === chosen.sha256) return;
  shown = chosen.sha256;
  const place = frame.contentWindow.scrollY;
  const address = "/" + chosen.path.split("/").map(encodeURIComponent).join("/");
  const same = frame.contentWindow.location.pathname === address;
  frame.onload = () => same && frame.contentWindow.scrollTo(0, place);
  frame.contentWindow.location.replace(address + "?" + chosen.sha256.slice(0, 8));
};
let files = [];
const events = new EventSource("/events");
events.onmessage = ({ data }) => {
  const state = JSON.parse(data);
  files = state.files;
  status.value = state.building ? "Building…" : state.report ? "See below" : "Up to date";
  report.textContent = state.report;
  report.hidden = state.report === "";
  show(files);
};
events.onerror = () => { status.value = "The preview has ended."; };
list.onchange = () => { location.hash = encodeURIComponent(list.value); };
window.onhashchange = () => show(files);
`;

const style = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 1rem/1.4 system-ui, sans-serif; color-scheme: light dark; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.5rem 1rem; }
select { font: inherit; max-width: 100%; }
iframe { flex: 1; border: 0; border-block-start: 1px solid GrayText; background: white; }
pre { max-height: 40%; margin: 0; padding: 0.75rem 1rem; overflow: auto; white-space: pre-wrap; border-block-start: 1px solid GrayText; }
`;

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** https://www.w3.org/TR/CSP3/ */
export const shellPolicy = [
  "default-src 'none'",
  `script-src ${digest(script)}`,
  `style-src ${digest(style)}`,
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The preview's window: a list of files, the state of the build, the chosen file, what the build had to say. */
export const shell = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offprint preview</title>
<style>${style}</style>
<header><label>File <select></select></label> <output aria-live="polite">Building…</output></header>
<iframe title="The chosen file" src="about:blank"></iframe>
<pre tabindex="0" aria-label="What was found" hidden></pre>
<script>${script}</script>
</html>
`;
