import { describe, expect, test } from "vitest";
import { unzipSync } from "fflate";
import { Container } from "../../../src/formats/epub/write/container.ts";

const file = { path: "EPUB/a.txt", mediaType: "text/plain", bytes: new TextEncoder().encode("a".repeat(1000)) };

/** Date and time of every entry as the archive's central directory has them (PKWARE APPNOTE, §4.3.12). */
function entryDates(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dates: string[] = [];
  for (let offset = 0; offset + 46 <= bytes.length; offset += 1) {
    if (view.getUint32(offset, true) !== 0x02014b50) continue;
    const [time, date] = [view.getUint16(offset + 12, true), view.getUint16(offset + 14, true)];
    const day = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].join("-");
    dates.push(`${day} ${[time >> 11, (time >> 5) & 63, (time & 31) * 2].join(":")}`);
  }
  return dates;
}

describe("the archive", () => {
  test("begins with its media type, stored", async () => {
    const bytes = await new Container("T", [file], new Date("2026-05-04T10:20:30Z")).pack();
    expect(new TextDecoder("latin1").decode(bytes.subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
    expect(bytes.length).toBeLessThan(600);
    expect(Object.keys(unzipSync(bytes))).toEqual(["mimetype", "EPUB/a.txt"]);
  });

  test("gives every entry the publication's date in any time zone", async () => {
    const bytes = await new Container("T", [file], new Date("2026-05-04T10:20:30Z")).pack();
    expect(entryDates(bytes)).toEqual(["2026-5-4 10:20:30", "2026-5-4 10:20:30"]);
  });

  test("takes the first day that an archive can name for an earlier one", async () => {
    const bytes = await new Container("T", [file], new Date(0)).pack();
    expect(new Set(entryDates(bytes))).toEqual(new Set(["1980-1-1 0:0:0"]));
  });
});
