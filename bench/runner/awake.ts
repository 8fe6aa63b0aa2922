import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Milliseconds after which they end by themselves. */
const LONGEST = 180_000;

const SPIN = `require("node:os").setPriority(19); for (const end = Date.now() + ${LONGEST}; Date.now() < end;);`;

/**
 * Keeps all processors from falling asleep, with processes of the lowest priority, until the function is called that it returns.
 * To wake one takes 20 µs or 60, after what went before: whole runs of a client that waits for each answer were of one kind or the
 * other, and the bare client slower than what stands on it.
 */
export function keepAwake(): () => void {
  const spinning = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", SPIN], { stdio: "ignore" }),
  );
  const stop = (): void => spinning.forEach((one) => one.kill());
  process.once("exit", stop);
  return stop;
}
