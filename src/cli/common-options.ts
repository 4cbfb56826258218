import { InvalidArgumentError, Option } from "commander";
import { reporterNames } from "../diagnostics/print/reporter-names.ts";

export const reporter = (): Option =>
  new Option("--reporter <name>", "the format of the findings").choices(reporterNames).default("text");
export const verbose = (): Option => new Option("--verbose", "show every finding by itself, with its line");

export function toNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
    }
    return number;
  };
}

export function toPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
