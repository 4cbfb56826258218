import type { Http } from "../model/network.ts";
import { requestPage, type Verdict } from "./ask.ts";

/** Number of hosts requested at the same time. */
const lanes = 6;

/** Requests many pages: one at a time for each host, several hosts concurrently. */
export async function requestAll(
  http: Http,
  urls: readonly string[],
  onAnswer: (url: string, verdict: Verdict) => void,
): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const url of host) onAnswer(url, await requestPage(http, url));
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
