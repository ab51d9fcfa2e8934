/** GraphQL says null where a caller leaves a field out; inside, what is absent is absent. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map((element: unknown) => withoutNulls(element)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== null && v !== undefined);
  return Object.fromEntries(entries.map(([k, v]) => [k, withoutNulls(v as unknown)])) as T;
}
