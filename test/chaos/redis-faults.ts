import { freePort, startRedis } from "../stores/redis-server.ts";
import type { RedisServer } from "../stores/redis-server.ts";
import { startProxy } from "./proxy.ts";
import type { Proxy, ProxyMode } from "./proxy.ts";

/** What the faults act on. The program is connected through the proxy. */
export interface Stage {
  readonly server: RedisServer;
  readonly proxy: Proxy;
}

export interface Fault {
  readonly name: string;
  readonly begin: (stage: Stage) => Promise<void> | void;
  readonly end: (stage: Stage) => Promise<void> | void;
  /** What was stored before is gone, or none of it is asked for: that new entries are kept in the end is seen by another run. */
  readonly isAboutWriting?: boolean;
  /** Begins before the program does. */
  readonly atStart?: boolean;
}

export const PASSWORD = "s3cret";

export async function setStage(): Promise<Stage> {
  const server = await startRedis({ password: PASSWORD });
  return { server, proxy: await startProxy(server.port) };
}

function viaProxy(name: string, mode: ProxyMode, rest: Partial<Fault> = {}): Fault {
  return {
    name,
    begin: ({ proxy }) => void (proxy.mode = mode),
    end: ({ proxy }) => void (proxy.mode = "pass"),
    ...rest,
  };
}

function configured(name: string, on: readonly string[], off: readonly string[]): Fault {
  return {
    name,
    begin: ({ server }) => void server.cli(...on),
    end: ({ server }) => void server.cli(...off),
    isAboutWriting: true,
  };
}

const unused = await freePort();

export const redisFaults: readonly Fault[] = [
  viaProxy("down at start", "reset", { atStart: true }),
  {
    name: "killed",
    begin: ({ server }) => server.signal("SIGKILL"),
    end: ({ server }) => server.restart(),
    isAboutWriting: true,
  },
  { name: "stopped", begin: ({ server }) => server.signal("SIGSTOP"), end: ({ server }) => server.signal("SIGCONT") },
  {
    name: "password changed",
    begin: ({ server }) => {
      server.cli("CONFIG", "SET", "requirepass", "another");
      server.cli2("another", "CLIENT", "KILL", "TYPE", "normal");
    },
    end: ({ server }) => void server.cli2("another", "CONFIG", "SET", "requirepass", PASSWORD),
  },
  configured("out of memory", ["CONFIG", "SET", "maxmemory", "1"], ["CONFIG", "SET", "maxmemory", "0"]),
  configured("read-only replica", ["REPLICAOF", "127.0.0.1", `${unused}`], ["REPLICAOF", "NO", "ONE"]),
  viaProxy("200 ms slower", "delay"),
  viaProxy("half-open connection", "hole"),
  viaProxy("garbage replies", "garbage"),
  viaProxy("replies that nobody asked for", "lies"),
  viaProxy("connections reset", "reset"),
];
