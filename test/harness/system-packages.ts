import { spawnSync } from "node:child_process";

const SERVERS = ["redis-server", "valkey-server"];

/**
 * Installs redis-server from the system's packages where there is none, and where that asks for no password. Says what it
 * did: tests that need a server and have none leave themselves out, and say why.
 */
export function provideRedis(print: (line: string) => void): void {
  if (SERVERS.some((name) => succeeds(name, "--version"))) return;
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!succeeds("apt-get", "--version") || !succeeds(...root, "true")) {
    print("redis-server is missing, and cannot be installed from here: tests that need it are left out.");
    return;
  }
  print("redis-server is missing: installing it with apt-get, for the tests of stores");
  // Without a run level that starts services, the package starts none: the tests start their own.
  const apt = [...root, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "-qq"];
  succeeds(...apt, "update");
  const isDone = succeeds(...apt, "install", "-y", "redis-server");
  if (!isDone) print("That failed: tests that need redis-server are left out.");
}

function succeeds(...command: readonly string[]): boolean {
  const [name = "", ...rest] = command;
  return spawnSync(name, rest, { stdio: "ignore", timeout: 300_000 }).status === 0;
}
