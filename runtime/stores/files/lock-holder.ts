import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./file-errors.ts";

/** What a lock says of the process that holds it. */
export function holderText(token: string): string {
  return `${token}\n${process.pid}\n${machine()}`;
}

/** Of holders on this machine; of others only the end of their lease is known. */
export function isDead(text: string): boolean {
  const [, pid = "", where = ""] = text.split("\n");
  if (where !== machine() || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

let known: string | undefined;

/** Process ids mean something within one machine, since its start, and within one container. */
function machine(): string {
  known ??= [hostname(), readText("/proc/sys/kernel/random/boot_id"), readSpace()].join(" ");
  return known;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "no boot id: not Linux";
  }
}

function readSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "no spaces of process ids: not Linux";
  }
}
