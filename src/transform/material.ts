import type { Facts } from "../config/facts-file.ts";

/** What the steps of an article know beyond its own text: an entry for each feature that needs it. */
export interface Material {
  /** The day of the build by the World's clock, `YYYY-MM-DD`. It is never printed: it tells what is out of date. */
  readonly today: string;
  /** Of `facts.yaml`, where there is one. */
  readonly facts?: Facts;
}
