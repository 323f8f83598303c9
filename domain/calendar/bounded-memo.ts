/** Makes a function of one key remember its last `limit` distinct results; the oldest made is forgotten first. */
export function boundedMemo<K extends string | number, V>(
  limit: number,
  compute: (key: K) => V,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    for (const oldest of known.keys()) {
      if (known.size < limit) break;
      known.delete(oldest);
    }
    known.set(key, value);
    return value;
  };
}
