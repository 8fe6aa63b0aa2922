import { joblib } from "../runner/joblib.ts";
import { makeFolder } from "../runner/folders.ts";
import type { Contestant, Row, Scenario } from "../runner/scenario.ts";
import { type Task, taskTime } from "../runner/task.ts";

const CALLS = 1000;
const BEFORE = 1500;

export const scenario: Scenario = {
  isolates:
    "1,000 different calls in a process of their own each time: first all of them answered from the files that an earlier process wrote, by code as cold as in any short run; then all of them misses that are stored, after 1,500 others, since a process that runs things runs for longer. What is done once in a process is not in it. The floors do no more than the system calls and the decoding, without a key, a checksum, or a look at what was there.",
  unit: "µs",
  rounds: 5,
  open: () => ({ rows: [firstHits(), misses(100), misses(10_000)] }),
};

function firstHits(): Row {
  const [own, memoized, pickled] = [makeFolder("own"), makeFolder("memoize-fs"), makeFolder("joblib")];
  const hits = (task: Task): (() => number) => {
    taskTime(task);
    return () => taskTime(task);
  };
  const ours = hits({ name: "text", size: 100, calls: CALLS, folder: own, isHooked: true });
  return {
    name: "first hit from files, 1,000 calls, 100 B",
    contestants: [
      { name: "astrocache", sample: ours },
      { name: READ, sample: hits({ name: "read-files", size: 100, calls: CALLS, folder: own }) },
      { name: "memoize-fs", sample: hits({ name: "memoize-fs", size: 100, calls: CALLS, folder: memoized }) },
      ...joblib(100, CALLS, () => pickled),
    ],
    targets: [
      { kind: "ratio", atMost: 1.4, to: [READ] },
      { kind: "faster", atLeast: 8, than: "memoize-fs" },
      { kind: "faster", atLeast: 8, than: "joblib" },
    ],
  };
}

const READ = "floor: open, read, decode";
const WRITE = "floor: write beside, rename";

function misses(size: number): Row {
  const fresh = (name: string, before: number, isHooked = false): Contestant["sample"] => {
    return () => {
      // Kept to the end: for a minute ext4 passes over each inode that was freed before it takes a new one (`recently_deleted`), so that
      // a contestant who came after others had been removed took 0.7 to 2 ms for a file.
      return taskTime({ name, size, calls: CALLS, before, folder: makeFolder(name), isHooked });
    };
  };
  return {
    name: `a miss that is stored in files, ${size < 1000 ? `${size} B` : `${size / 1000} kB`}`,
    contestants: [
      { name: "astrocache", sample: fresh("text", BEFORE, true) },
      { name: WRITE, sample: fresh("write-files", BEFORE) },
      { name: "memoize-fs", sample: fresh("memoize-fs", 1) },
      ...joblib(size, CALLS, () => makeFolder("joblib")),
    ],
    targets: [{ kind: "ratio", atMost: 1.5, to: [WRITE] }],
  };
}
