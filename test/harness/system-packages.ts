import { spawnSync } from "node:child_process";

/** The package, the programs of which one will do, and what needs it. */
const PACKAGES: readonly (readonly [name: string, programs: readonly string[], tests: string])[] = [
  ["redis-server", ["redis-server", "valkey-server"], "stores"],
  ["chromium", ["chromium", "chromium-browser", "google-chrome"], "the page"],
];

/**
 * Installs from the system's packages what is missing, where that asks for no password. Says what it did: tests that need a
 * program and have none leave themselves out, and say why.
 */
export function provideSystemPackages(print: (line: string) => void): void {
  const missing = PACKAGES.filter(([, programs]) => !programs.some((program) => succeeds(program, "--version")));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!succeeds("apt-get", "--version") || !succeeds(...root, "true")) {
    print(`Missing, and not to be installed from here: ${names.join(", ")}. Tests that need them are left out.`);
    return;
  }
  // Without a run level that starts services, a package starts none: the tests start their own.
  const apt = [...root, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "-qq"];
  succeeds(...apt, "update");
  for (const [name, , tests] of missing) {
    print(`${name} is missing: installing it with apt-get, for the tests of ${tests}`);
    const isDone = succeeds(...apt, "install", "-y", "--no-install-recommends", name);
    if (!isDone) print(`That failed: tests that need ${name} are left out.`);
  }
}

function succeeds(...command: readonly string[]): boolean {
  const [name = "", ...rest] = command;
  return spawnSync(name, rest, { stdio: "ignore", timeout: 300_000 }).status === 0;
}
