import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CacheDamage } from "./case-file.ts";

/** Does to a cache folder what disks and people do. */
export function damage(folder: string, how: CacheDamage): void {
  switch (how) {
    case "remove":
      rmSync(folder, { recursive: true, force: true });
      return;
    case "a-file":
      rmSync(folder, { recursive: true, force: true });
      writeFileSync(folder, "not a folder");
      return;
    case "read-only":
      mkdirSync(folder, { recursive: true });
      for (const path of [...everything(folder), folder]) chmodSync(path, statSync(path).isFile() ? 0o400 : 0o500);
      return;
    case "empty":
    case "truncate":
    case "flip":
      for (const path of everything(folder).filter((name) => statSync(name).isFile())) damageFile(path, how);
  }
}

/** Undoes `read-only`, so that the folder can be removed. */
export function makeWritable(folder: string): void {
  if (!statSync(folder).isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const path of everything(folder)) chmodSync(path, 0o700);
}

function damageFile(path: string, how: "empty" | "truncate" | "flip"): void {
  const { size } = statSync(path);
  if (how === "empty") truncateSync(path, 0);
  if (how === "truncate") truncateSync(path, size >> 1);
  if (how === "flip" && size > 0) {
    const bytes = readFileSync(path);
    const middle = size >> 1;
    bytes.set([(bytes[middle] ?? 0) ^ 0x10], middle);
    writeFileSync(path, bytes);
  }
}

function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}
