import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../src/model/browser.ts";
import { starter } from "../../src/world/browser/start.ts";
import { sourceDigest } from "../../src/template/embed.ts";
import { realWorld } from "../../src/world/node.ts";
import { descendants } from "../support/descendants.ts";
import { withSupplement } from "./fake-search.ts";

const page = (body: string, style = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${style}</style></head><body>${body}</body></html>`;

/** A document as the formats compose it, which is shown in place of the one before it. */
const composed = (title: string, body: string, style = ""): string => `<!doctype html>
<html lang="en" class="${title}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;${sourceDigest(style)}&#39;">
<title>${title}</title>
<style>${style}</style>
</head>
<body class="${title}">
${body}
</body>
</html>
`;

/** The same document, which the browser loads because its head is another. */
const loaded = (html: string): string => html.replace(`charset="utf-8"`, `charset="UTF-8"`);

const undated = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString("latin1")
    .replaceAll(/\(D:[^)]*\)|\(node\d+\)/g, "");

/** A server that answers nobody and counts who comes. */
async function listen(): Promise<{ server: Server; visits: () => number; address: string }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, visits: () => visits, address: `127.0.0.1:${port}` };
}

async function openPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const first = await document.getPage(1);
  const { items } = await first.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("");
  const [, , width, height] = first.view;
  return { document, first, text, width, height };
}

const started: { browser?: Browser } = {};
const browser = (): Browser => {
  if (!started.browser) throw new Error("The browser has not started.");
  return started.browser;
};
const folder = await mkdtemp(join(tmpdir(), "offprint-test-"));

// The first start on a machine without a browser fetches one.
beforeAll(async () => {
  const outcome = await realWorld().browsers.open({});
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message, hint }) => `${message}\n${hint}`).join("\n"));
  started.browser = outcome.value;
}, 900_000);

afterAll(async () => {
  await started.browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a printed document", () => {
  test("has the paper, the text, the tags and the bookmarks of its source", async () => {
    const style = "@page { size: 210mm 297mm; margin: 20mm }";
    const pdf = await browser().print(page("<h1>Grüße</h1><h2>Ein Abschnitt</h2><p>Ein Satz.</p>", style));
    const { document, first, text, width, height } = await openPdf(pdf);
    expect(text).toContain("Grüße");
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
    expect(JSON.stringify(await first.getStructTree())).toContain('"role":"H2"');
    expect((await document.getOutline()).map(({ title }) => title)).toEqual(["Grüße"]);
  });

  test("is printed with its backgrounds, and light on a dark desktop", async () => {
    const style = "p { background: red } @media (prefers-color-scheme: dark) { p { display: none } }";
    const pdf = await browser().print(page("<p>shown</p>", style));
    expect((await openPdf(pdf)).text).toBe("shown");
    expect(pdf.length).toBeGreaterThan((await browser().print(page("<p>shown</p>"))).length);
  });

  test("holds its named destinations, on which page numbers are built", async () => {
    const style = "section { break-before: page }";
    const body = `<div hidden><a href="#b">b</a></div><section>1</section><section id="b">2</section>`;
    const { document } = await openPdf(await browser().print(page(body, style)));
    expect([...(await document.getDestinations()).keys()]).toEqual(["b"]);
  });

  test("does not change from one print to the next, but for its date", async () => {
    const source = page("<h1>Twice</h1><p>the same</p>");
    const first = undated(await browser().print(source));
    expect(undated(await browser().print(source))).toBe(first);
  });

  test("is the same whether it is loaded or takes the place of another", async () => {
    const style =
      "@page { size: 100mm 60mm; @bottom-center { content: counter(page) } } .a h1 { color: red } .a::before { content: 'x' }";
    const body = `<h1 id="h">“One” \u2028 \\</h1><p style="color: blue">${"Some words of a paragraph. ".repeat(60)}<a href="#h">up</a></p>`;
    const source = composed("a", body, style);
    const expected = undated(await browser().print(loaded(source)));
    const other = composed("b", `<h2>Another</h2><form name="fonts"></form>`, ".b { color: green }");
    for (const before of [other, composed("c", "<p>a third</p>", "p { margin: 0 }"), source]) {
      await browser().print(before);
      expect(undated(await browser().print(source))).toBe(expected);
    }
    const { document, text } = await openPdf(await browser().print(source));
    expect(text).toMatch(/^xx“One”/);
    expect((await document.getMetadata()).info).toMatchObject({ Title: "a" });
    expect((await document.getOutline()).map(({ title }) => title.slice(0, 5))).toEqual(["“One”"]);
  });

  test("may be large", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const picture = await sharp({ create: { width: 1500, height: 1500, channels: 3, background: "red", noise } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const image = `<img src="data:image/png;base64,${picture.toString("base64")}" alt="noise">`;
    const { text } = await openPdf(
      await browser().print(page(`${image.repeat(5)}<p>the end</p>`, "img { width: 1in }")),
    );
    expect(text).toContain("the end");
  }, 60_000);
});

describe("a document cannot", () => {
  test("run a script", async () => {
    const body = `<p id="a">quiet</p><script>document.body.append("loud")</script><img src="data:," onerror="document.body.append('loud')" alt=""><svg onload="document.body.append('loud')"></svg><noscript>without</noscript>`;
    expect((await openPdf(await browser().print(page(body)))).text).toBe("quietwithout");
  });

  test("read a file of the machine", async () => {
    const secret = join(folder, "secret.txt");
    await writeFile(secret, "swordfish");
    await writeFile(join(folder, "secret.css"), "body::after { content: 'swordfish' }");
    const body = `<p>before</p><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><embed src="file://${secret}"><link rel="stylesheet" href="file://${folder}/secret.css"><meta http-equiv="refresh" content="0;url=file://${secret}">`;
    const { text } = await openPdf(await browser().print(page(body)));
    expect(text).toContain("before");
    expect(text).not.toContain("swordfish");
  });

  test("reach the network", async () => {
    const { server, visits, address } = await listen();
    const there = `http://${address}`;
    const style = `@import url(${there}/a.css); @font-face { font-family: F; src: url(${there}/f.ttf) } p { font-family: F; background: url(${there}/b.png) }`;
    const body = `<link rel="preconnect" href="${there}"><link rel="prefetch" href="${there}/p"><link rel="stylesheet" href="${there}/c.css"><p>alone</p><img src="${there}/i.png" alt=""><iframe src="${there}/"></iframe><video src="${there}/v.mp4" poster="${there}/v.png"></video><object data="${there}/o.svg"></object><meta http-equiv="refresh" content="0;url=${there}/r">`;
    const { text } = await openPdf(await browser().print(page(body, style)));
    server.close();
    expect(text).toContain("alone");
    expect(visits()).toBe(0);
  });

  test("lead the page away from itself", async () => {
    const elsewhere = `<meta http-equiv="refresh" content="0;url=https://offprint.invalid/again"><p>still here</p>`;
    expect((await openPdf(await browser().print(page(elsewhere)))).text).toBe("still here");
  });
});

describe("the browser", () => {
  test("names itself and its place", () => {
    expect(browser().version).toMatch(/Chrome\/\d+\./);
    expect(browser().path).not.toBe("");
  });

  test("prints fifty documents in a row, four at a time, without mixing them up", async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    for (let next = 0; next < 50; next += 4) {
      const texts = await Promise.all(
        numbers
          .slice(next, next + 4)
          .map(async (number) => (await openPdf(await browser().print(page(`<p>number ${number}</p>`)))).text),
      );
      expect(texts).toEqual(numbers.slice(next, next + 4).map((number) => `number ${number}`));
    }
  }, 120_000);

  test("takes pictures of a window and of the whole page, in light and dark", async () => {
    const style =
      "body { margin: 0; background: white } @media (prefers-color-scheme: dark) { body { background: black } }";
    const source = page(`<div style="height: 2000px"></div>`, style);
    const light = await sharp(await browser().screenshot(source, { width: 300, height: 200 })).stats();
    expect(light.channels[0]?.mean).toBe(255);
    const dark = await browser().screenshot(source, { width: 300, height: 200, dark: true, scale: 2 });
    expect((await sharp(dark).stats()).channels[0]?.mean).toBe(0);
    expect(await sharp(dark).metadata()).toMatchObject({ width: 600, height: 400 });
    const whole = await browser().screenshot(source, { width: 300, height: 200, wholePage: true });
    expect(await sharp(whole).metadata()).toMatchObject({ width: 300, height: 2000 });
  });

  test("takes no work after it is closed", async () => {
    const outcome = await realWorld().browsers.open({});
    if (!outcome.ok) throw new Error("It did not start a second time.");
    await outcome.value.print(page("<p>once</p>"));
    await outcome.value.close();
    await expect(outcome.value.print(page("<p>twice</p>"))).rejects.toThrow();
  });
});

describe("a program that is no browser", () => {
  const program = async (name: string, script: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  };
  const failure = async (path: string): Promise<string> => {
    const outcome = await realWorld().browsers.open({ path });
    return outcome.diagnostics.map(({ message }) => message).join("\n");
  };

  test.runIf(process.platform !== "win32")("is refused in its own words", async () => {
    const path = await program("talks", "echo 'I am only a script' >&2; exit 3");
    expect(await failure(path)).toContain("I am only a script");
  });

  test.runIf(process.platform !== "win32")("and a system without sandboxes is explained", async () => {
    const path = await program("sandbox", "echo 'FATAL: No usable sandbox! If you are running on' >&2; exit 1");
    expect(await failure(path)).toContain("OFFPRINT_NO_SANDBOX=1");
  });

  test.runIf(process.platform !== "win32")("but starts one, without handing on its pipe, is good enough", async () => {
    const path = await program("wrapper", `exec "${browser().path}" "$@" 3>&- 4>&-`);
    const wrapped = await starter(realWorld())(withSupplement(path, dirname(browser().path)));
    expect((await openPdf(await wrapped.print(page("<p>by a wrapper</p>")))).text).toBe("by a wrapper");
    await wrapped.close();
  });

  test("is a finding of the inspection, without an error", async () => {
    const sightings = await realWorld().browsers.inspect({ path: join(folder, "none") });
    expect(sightings[0]?.state).toBe("broken");
    expect(sightings[0]?.reason).toContain("does not exist");
    expect(sightings.some(({ chosen }) => chosen)).toBe(false);
  });
});

test("inspecting shows the browser that opening takes", async () => {
  const sightings = await realWorld().browsers.inspect({});
  const chosen = sightings.filter((sighting) => sighting.chosen);
  expect(chosen).toMatchObject([{ state: "ready", path: browser().path, version: browser().version }]);
  expect(chosen[0]?.sandboxed).toBe(browser().sandboxed);
});

test.runIf(process.platform === "linux")("a started browser listens on no port for commands", async () => {
  // Others on the machine may work with the same browser: only what descends from this process is ours.
  const own = (await descendants(process.pid)).filter((line) => line.startsWith(`${browser().path}\0`));
  expect(own.filter((line) => line.includes("--remote-debugging-pipe"))).not.toEqual([]);
  expect(own.filter((line) => line.includes("--remote-debugging-port"))).toEqual([]);
});
