import type { Http } from "../model/network.ts";
import { askFor, type Verdict } from "./ask.ts";

/** How many hosts are asked at the same time. */
const lanes = 6;

/** Ask for many pages: of each host one after the other, several hosts side by side. */
export async function askForAll(
  http: Http,
  urls: readonly string[],
  onAnswer: (url: string, verdict: Verdict) => void,
): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const url of host) onAnswer(url, await askFor(http, url));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
