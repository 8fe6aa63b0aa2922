/** Names of keys in Redis. Whatever is in the namespace, it cannot leave its place, nor mean a pattern or a slot. */
export interface RedisNames {
  /** Holds the generation: a number that `clear` changes. Absent: 0. */
  readonly generation: string;
  entry(generation: number, key: string): string;
  /** A sorted set of the keys of a generation, by the time at which they expire. */
  index(generation: number): string;
  lock(key: string): string;
}

export function redisNames(namespace: string): RedisNames {
  // Of the characters that `encodeURIComponent` leaves alone, `*` is one of glob patterns.
  const prefix = `astrocache:1:${encodeURIComponent(namespace).replaceAll("*", "%2A")}`;
  return {
    generation: `${prefix}:generation`,
    entry: (generation, key) => `${prefix}:${generation}:${key}`,
    index: (generation) => `${prefix}:index:${generation}`,
    lock: (key) => `${prefix}:lock:${key}`,
  };
}
