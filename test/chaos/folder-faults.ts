import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Figures } from "./figures.ts";
import { inFolder, inMount } from "./folder.ts";
import { each, exchange, flip, patch, replaceByFile } from "./folder-harm.ts";
import { killWriters } from "./kill-writers.ts";

export interface FolderFault {
  readonly name: string;
  readonly skip: string | false;
  readonly run: () => Promise<Figures>;
}

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const NO_MOUNT =
  isRoot && process.platform === "linux" && canMount() ? false : "needs the right to mount a small file system";
const NO_ROOT = isRoot ? false : "needs root, to run the program as another user";

export const folderFaults: readonly FolderFault[] = [
  always("removed again and again", (folder) => rmSync(folder, { recursive: true, force: true })),
  always("entries truncated", (folder) => each(folder, (file) => truncateSync(file, 70))),
  always("entries emptied", (folder) => each(folder, (file) => truncateSync(file, 0))),
  always("entries with flipped bits", (folder) => each(folder, flip)),
  always("entries exchanged", exchange),
  // As another version would write them beside this one.
  always("entries of a later format", (folder) => each(folder, (file) => patch(file, 4, 99))),
  always("a file in its place", replaceByFile, (folder) => rmSync(folder, { recursive: true, force: true })),
  {
    name: "folder: clock set back",
    skip: false,
    run: () => inFolder({ harm: () => undefined, setsClockBack: true }),
  },
  {
    name: "folder: disk full",
    skip: NO_MOUNT,
    run: () => inMount("size=300k", { harm: () => undefined, mend: remount("size=50m") }),
  },
  {
    name: "folder: read-only",
    skip: NO_MOUNT,
    run: () => inMount("size=50m", { harm: remount("ro"), mend: remount("rw") }),
  },
  {
    name: "folder: rights taken away",
    skip: NO_ROOT,
    run: () =>
      inFolder({ harm: (folder) => chmodSync(folder, 0o000), mend: (folder) => chmodSync(folder, 0o700), uid: NOBODY }),
  },
  { name: "folder: 200 writers killed", skip: false, run: killWriters },
];

function always(name: string, harm: (folder: string) => void, mend?: (folder: string) => void): FolderFault {
  return {
    name: `folder: ${name}`,
    skip: false,
    run: () => inFolder({ harm, ...(mend === undefined ? {} : { mend }) }),
  };
}

function remount(options: string): (folder: string) => void {
  return (folder) => void execFileSync("mount", ["-o", `remount,${options}`, folder]);
}

function canMount(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16k", "none", folder], { stdio: "ignore" });
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
