import { NO_REDIS, startRedis } from "../../test/stores/redis-server.ts";
import { keepAwake } from "../runner/awake.ts";
import { makeFolder } from "../runner/folders.ts";
import type { Contestant, Row, Scenario, Target } from "../runner/scenario.ts";
import { type Task, taskTime } from "../runner/task.ts";

const CALLS = 2000;
const TOGETHER = 100;

export const scenario: Scenario = {
  isolates:
    "2,000 different calls, answered by a Redis on the loopback, in a process of their own each time, after 2,000 others, while processes of the lowest priority keep the processors awake. The floors only get the bytes that astrocache stored: no key, no checksum, no decoding.",
  unit: "µs",
  rounds: 5,
  async open() {
    if (NO_REDIS !== false) return { rows: [] };
    const server = await startRedis();
    const rest = keepAwake();
    const store = `redis://127.0.0.1:${server.port}`;
    const task = (name: string, together = 1, isHooked = false): Task => {
      return { name, size: 100, calls: CALLS, before: CALLS, together, folder: makeFolder("redis"), isHooked, store };
    };
    const fill = (name: string, isHooked = false): void => void taskTime(task(name, TOGETHER, isHooked));
    for (const name of ["text", "text-later"]) fill(name, true);
    for (const name of ["keyv-redis", "p-memoize-redis", "cacheable-redis"]) fill(name);
    const taking = (name: string, made: Task): Contestant => ({ name, sample: () => taskTime(made) });
    const peers = (together: number): Contestant[] => [
      taking("keyv", task("keyv-redis", together)),
      taking("p-memoize + keyv", task("p-memoize-redis", together)),
      taking("cacheable", task("cacheable-redis", together)),
    ];
    return {
      rows: [
        row("hit in Redis, one at a time", 1.25, [
          taking("astrocache", task("text-later", 1, true)),
          taking("floor: GET of the bare client", task("redis-get")),
          ...peers(1),
        ]),
        row("hit in Redis, 100 at once", 1.25, [
          taking("astrocache", task("text-later", TOGETHER, true)),
          taking("floor: GETs of the bare client in a pipeline", task("redis-get", TOGETHER)),
          ...peers(TOGETHER),
        ]),
        row("hit in Redis, of a sync function", 1.3, [
          taking("astrocache", task("text", 1, true)),
          taking("floor: GET by a worker", task("redis-worker")),
        ]),
      ],
      close() {
        rest();
        return server.stop();
      },
    };
  },
};

/** The second contestant is the floor. */
function row(name: string, atMost: number, contestants: readonly Contestant[]): Row {
  const targets: Target[] = [{ kind: "ratio", atMost, to: [contestants[1]?.name ?? ""] }];
  return { name, contestants, targets };
}
