import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { accessFaults } from "./access-faults.ts";
import { orderFaults } from "./child-order.ts";
import { nameFaults } from "./name-faults.ts";
import { packageFaults, readPackage } from "./package-parts.ts";

/** What a finished Word document must be, each with its source; what is wrong is a fault of ours. */
export function verifyDocx(bytes: Uint8Array, file: string): Diagnostic[] {
  const word = readPackage(bytes);
  const faults = [
    ...word.faults,
    ...packageFaults(word),
    ...[...word.elements].flatMap(([path, elements]) => orderFaults(path, elements)),
    ...nameFaults(word),
    ...accessFaults(word),
  ];
  return faults.map((fault) => diagnostic("docxValid", fault, undefined, { file }));
}
