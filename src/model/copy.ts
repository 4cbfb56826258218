/**
 * Copies a tree of plain objects, arrays and primitive values; positions, which are never changed, are shared: they are
 * most of a tree. `structuredClone` takes several times as long.
 */
export function copyOf<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  // A spread copies a key "__proto__" like any other key.
  const copied: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copied)) if (key !== "position") copied[key] = copy(copied[key]);
  return copied;
}
