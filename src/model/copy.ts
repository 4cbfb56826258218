/** A copy of a tree or of a part of one: of plain objects, lists and simple values. `structuredClone` takes several times as long. */
export function copyOf<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  // Spread first: a key "__proto__" then is a key like any other.
  const copied: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copied)) copied[key] = copy(copied[key]);
  return copied;
}
