/** What happened over the time of a run, in at most `MOST_BUCKETS` pieces of equal length. */
export interface Timeline {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly bucketMs: number;
  readonly buckets: readonly Bucket[];
}

export interface Bucket {
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  /** Milliseconds that calls took which ran, by when they ended. */
  readonly ranMs: number;
  /** Milliseconds that the answered calls took when they ran. */
  readonly savedMs: number;
}

export const MOST_BUCKETS = 120;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Grows as time goes on: pieces are joined in pairs once there are too many, so that a run of any length fits. */
export class TimelineDraft {
  readonly #startedAt: number;
  #bucketMs = 1;
  #buckets: Writable<Bucket>[] = [];

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** `at`: milliseconds since the epoch. */
  add(at: number, what: Partial<Bucket>): void {
    addTo(this.#bucketAt(at), what);
  }

  /** As `add`, for what happens most. */
  addHit(at: number, savedMs: number): void {
    const bucket = this.#bucketAt(at);
    bucket.hits += 1;
    bucket.savedMs += savedMs;
  }

  #bucketAt(at: number): Writable<Bucket> {
    let place = this.#placeOf(at);
    while (place >= MOST_BUCKETS) {
      this.#buckets = joinPairs(this.#buckets);
      this.#bucketMs *= 2;
      place = this.#placeOf(at);
    }
    while (this.#buckets.length <= place) this.#buckets.push(emptyBucket());
    return this.#buckets[place] ?? emptyBucket();
  }

  read(): Timeline {
    const buckets = this.#buckets.map((bucket) => ({ ...bucket }));
    return { startedAt: this.#startedAt, bucketMs: this.#bucketMs, buckets };
  }

  #placeOf(at: number): number {
    return Math.max(0, Math.floor((at - this.#startedAt) / this.#bucketMs));
  }
}

/** Of threads of one process, which began at different times. */
export function mergeTimelines(a: Timeline, b: Timeline): Timeline {
  const merged = new TimelineDraft(Math.min(a.startedAt, b.startedAt));
  for (const { startedAt, bucketMs, buckets } of [a, b])
    for (const [place, bucket] of buckets.entries()) merged.add(startedAt + place * bucketMs, bucket);
  return merged.read();
}

function emptyBucket(): Writable<Bucket> {
  return { hits: 0, misses: 0, bypassed: 0, ranMs: 0, savedMs: 0 };
}

function addTo(bucket: Writable<Bucket>, what: Partial<Bucket>): void {
  bucket.hits += what.hits ?? 0;
  bucket.misses += what.misses ?? 0;
  bucket.bypassed += what.bypassed ?? 0;
  bucket.ranMs += what.ranMs ?? 0;
  bucket.savedMs += what.savedMs ?? 0;
}

function joinPairs(buckets: readonly Bucket[]): Writable<Bucket>[] {
  const joined: Writable<Bucket>[] = [];
  for (const [place, bucket] of buckets.entries()) {
    if (place % 2 === 0) joined.push({ ...bucket });
    else addTo(joined.at(-1) ?? emptyBucket(), bucket);
  }
  return joined;
}
