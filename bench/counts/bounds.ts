/** A program of 50 modules, all in the reach of one target, on whatever Node runs this. */
export const MODULES = 50;
export const HITS = 500;

/** How often something may happen, on Node 20; later ones do less. Raised only with a reason, lowered when it becomes less. */
export const bounds = {
  "nothing selected: own files loaded": 5,
  "nothing selected: files of packages loaded": 0,
  "cold: texts analyzed": MODULES + 1,
  "cold: texts rewritten": 1,
  "warm: own files loaded": 10,
  "warm: files of packages loaded": 0,
  "warm: texts analyzed": 0,
  "warm: texts rewritten": 0,
  "warm: targets linked": 0,
  "warm: hashes made": 0,
  "after an edit: texts analyzed": 1,
  "after an edit: texts rewritten": 0,
  "after an edit: targets linked": 1,
  "system calls for a hit from files: opened": 1,
  "system calls for a hit from files: read": 1,
  "system calls for a hit from files: looked at": 0,
  "system calls for a miss: opened": 1,
  "system calls for a miss: written": 1,
  "system calls for a miss: renamed": 1,
  // The file, the fence twice before and once after; what was looked at in the last 5 ms is not looked at again.
  "system calls for a miss: looked at": 4,
} as const satisfies Readonly<Record<string, number>>;

export type Counted = keyof typeof bounds;
