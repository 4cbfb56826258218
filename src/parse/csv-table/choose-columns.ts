/** Splits an attribute's list at commas or, without any, at spaces. */
export function readList(value: string): string[] {
  const words = value.includes(",") ? value.split(",") : value.split(/\s+/);
  return words.map((word) => word.trim()).filter((word, _, all) => word !== "" || all.length > 1);
}

/** Selects columns by name, by number from 1, or by range of numbers: "Country, 3-5". */
export function chooseColumns(
  value: string,
  names: readonly string[],
  count: number,
): { readonly chosen: readonly number[]; readonly unknown: readonly string[] } {
  const chosen: number[] = [];
  const unknown: string[] = [];
  for (const word of value
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)) {
    const named = names.indexOf(word);
    const [, from, to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(word) ?? [];
    if (named >= 0) chosen.push(named);
    else if (from !== undefined && Number(from) >= 1 && Number(to) <= count) {
      for (let column = Number(from); column <= Number(to); column += 1) chosen.push(column - 1);
    } else unknown.push(word);
  }
  return { chosen, unknown };
}
