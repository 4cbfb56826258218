import { ident } from "css-tree";
import type { Element } from "xast";
import { freeName } from "../../model/free-name.ts";
import { decodeAddress } from "../../model/address.ts";

/** A name without a colon (Namespaces in XML 1.0, NCName), as required for an id. */
const valid = /^[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*$/u;

/** Attributes with space-separated ids (WAI-ARIA 1.2). */
const lists = /^aria-(?:activedescendant|controls|describedby|details|errormessage|flowto|labelledby|owns)$/;

/** Gives each id of a drawing a valid, unique name, and updates all references. */
export function renameIds(root: Element): void {
  const elements = [...withDescendants(root)];
  const named = elements.filter(({ attributes }) => typeof attributes["id"] === "string");
  const taken = new Set(named.map(({ attributes }) => String(attributes["id"])).filter((id) => valid.test(id)));
  // References mean the first element with an id; style sheets mean all of them.
  const renamed = new Map<string, string[]>();
  let isChanged = false;
  for (const { attributes } of named) {
    const id = String(attributes["id"]);
    const earlier = renamed.get(id);
    const name = valid.test(id) && !earlier ? id : newName(id, taken);
    isChanged ||= name !== id;
    attributes["id"] = name;
    if (earlier) earlier.push(name);
    else renamed.set(id, [name]);
  }
  if (!isChanged) return;
  for (const element of elements) renameIn(element, renamed);
}

type Renamed = ReadonlyMap<string, readonly string[]>;

function* withDescendants(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (child.type === "element") yield* withDescendants(child);
}

function newName(id: string, taken: Set<string>): string {
  const plain = id.replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  const stem = valid.test(plain) ? plain : `id-${plain.replace(/^-+/, "")}`;
  const name = freeName(taken, 1, (number) => (number === 1 ? stem : `${stem}-${number}`));
  taken.add(name);
  return name;
}

function renameIn({ name, attributes, children }: Element, renamed: Renamed): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (!value || key === "id") continue;
    if (key === "xlink:href") attributes[key] = value.startsWith("#") ? `#${target(value.slice(1), renamed)}` : value;
    else if (lists.test(key)) attributes[key] = renameList(value, renamed);
    else if (value.includes("#")) attributes[key] = renameAddresses(value, renamed);
  }
  const [css] = children;
  if (name === "style" && css?.type === "text")
    css.value = renameSelectors(renameAddresses(css.value, renamed), renamed);
}

/** Returns the new id for a fragment, which may be percent-encoded. */
function target(fragment: string, renamed: Renamed): string {
  return (renamed.get(fragment) ?? renamed.get(decodeAddress(fragment)))?.[0] ?? fragment;
}

/** Renames ids in a list. The value may also be one id that contains spaces. */
function renameList(value: string, renamed: Renamed): string {
  const whole = renamed.get(value.trim())?.[0];
  return (
    whole ??
    value
      .trim()
      .split(/\s+/)
      .map((id) => renamed.get(id)?.[0] ?? id)
      .join(" ")
  );
}

/** Renames `url(#…)` in style sheets and attributes. */
function renameAddresses(text: string, renamed: Renamed): string {
  return text.replaceAll(
    /url\(\s*(?:"#((?:[^"\\]|\\.)*)"|'#((?:[^'\\]|\\.)*)'|#((?:[^)"'\\\s]|\\.|\s(?!\s*\)))*))\s*\)/gi,
    (written, double?: string, single?: string, bare?: string) => {
      const id = ident.decode(double ?? single ?? bare ?? "");
      const name = target(id, renamed);
      return name === id ? written : `url(#${name})`;
    },
  );
}

/** Renames `#name` in selectors, to all elements that had the id. */
function renameSelectors(css: string, renamed: Renamed): string {
  return css.replaceAll(/([^{}]*)\{/g, (written, prelude: string) => {
    if (!prelude.includes("#") || prelude.trimStart().startsWith("@")) return written;
    const selectors = prelude.split(",").flatMap((selector) => {
      const most = Math.max(
        1,
        ...Array.from(selector.matchAll(idSelector), ([, id = ""]) => namesOf(id, renamed).length),
      );
      return Array.from({ length: Math.min(most, 100) }, (_, index) =>
        selector.replaceAll(idSelector, (_hash, id: string) => {
          const names = namesOf(id, renamed);
          return `#${names[index] ?? names[0] ?? id}`;
        }),
      );
    });
    return `${selectors.join(",")}{`;
  });
}

const idSelector = /#((?:[\w\u0080-\uFFFF-]|\\[\da-f]{1,6}\s?|\\.)+)/gi;

function namesOf(written: string, renamed: Renamed): readonly string[] {
  return renamed.get(ident.decode(written)) ?? [written];
}
