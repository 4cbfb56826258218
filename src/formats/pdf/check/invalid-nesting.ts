import type { Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { placeOf } from "./place.ts";
import type { StructureElement } from "../read/structure.ts";

/** What a structure type may contain, and what must contain it. */
export interface Inside {
  readonly parent: string;
  readonly children?: readonly string[];
  readonly within?: readonly string[];
}

/** Finds elements that the structure types around them do not allow. */
export function findInvalidNesting(file: PdfFile, insides: readonly Inside[]): Finding[] {
  const rules = new Map(insides.map((inside) => [inside.parent, inside]));
  return file.elements.flatMap((element) => {
    const above = element.parent && rules.get(element.parent.role);
    const isStranger = above?.children && !above.children.includes(element.role);
    const own = rules.get(element.role);
    const isLost = own?.within && !own.within.includes(element.parent?.role ?? "");
    if (!isStranger && !isLost) return [];
    return [
      { ...placeOf(file, element), detail: `A ${element.role} is a direct child of a ${nameOf(element.parent)}.` },
    ];
  });
}

function nameOf(parent: StructureElement | undefined): string {
  return parent?.role ?? "tree";
}
