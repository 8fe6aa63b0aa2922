import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { open } from "../../runtime/stores/envelope.ts";
import { createFileStore } from "../../runtime/stores/file.ts";
import { SHARED_KEYS } from "../stores/shared-keys.ts";
import type { Figures } from "./figures.ts";
import { hits, hitsAtEnd, longest, runProgram } from "./observe.ts";

export interface FolderFault {
  readonly name: string;
  readonly skip: string | false;
  readonly run: () => Promise<Figures>;
}

const SECONDS = 5;
const LONGEST_MS = 1_000;
const EXIT_MS = 2_000;
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const NO_MOUNT =
  isRoot && process.platform === "linux" && canMount() ? false : "needs the right to mount a small file system";
const NO_ROOT = isRoot ? false : "needs root, to run the program as another user";

export const folderFaults: readonly FolderFault[] = [
  {
    name: "folder: removed again and again",
    skip: false,
    run: () => during((folder) => rmSync(folder, { recursive: true, force: true })),
  },
  {
    name: "folder: entries truncated",
    skip: false,
    run: () => during((folder) => each(folder, (file) => truncateSync(file, 70))),
  },
  {
    name: "folder: entries emptied",
    skip: false,
    run: () => during((folder) => each(folder, (file) => truncateSync(file, 0))),
  },
  { name: "folder: entries with flipped bits", skip: false, run: () => during((folder) => each(folder, flip)) },
  { name: "folder: entries exchanged", skip: false, run: () => during(exchange) },
  {
    name: "folder: entries of a later format",
    skip: false,
    run: () => during((folder) => each(folder, (file) => patch(file, 4, 99))),
  },
  { name: "folder: a file in its place", skip: false, run: () => during(replaceByFile) },
  { name: "folder: disk full", skip: NO_MOUNT, run: () => mounted("size=300k", () => undefined) },
  {
    name: "folder: read-only",
    skip: NO_MOUNT,
    run: () => mounted("size=50m", (folder) => void execFileSync("mount", ["-o", "remount,ro", folder])),
  },
  { name: "folder: rights taken away", skip: NO_ROOT, run: () => during((folder) => chmodSync(folder, 0o000), NOBODY) },
  { name: "folder: 200 writers killed", skip: false, run: killWriters },
];

/** The program fills the folder, then runs again while `harm` is done to it every 100 ms for two seconds. */
async function during(harm: (folder: string) => void, uid?: number): Promise<Figures> {
  const place = mkdtempSync(path.join(tmpdir(), "astrocache-chaos-"));
  if (uid !== undefined) chownSync(place, uid, uid);
  const folder = path.join(place, "cache");
  try {
    await fill(folder, uid);
    const run = await runProgram({
      seconds: SECONDS,
      env: { ASTROCACHE_DIR: folder },
      ...(uid === undefined ? {} : { uid }),
      meanwhile: async () => {
        for (let round = 0; round < 20; round++) {
          await sleep(100);
          tolerate(() => harm(folder));
        }
      },
    });
    return judge(run);
  } finally {
    if (uid !== undefined) tolerate(() => chmodSync(folder, 0o700));
    rmSync(place, { recursive: true, force: true });
  }
}

async function mounted(options: string, harm: (folder: string) => void): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-mount-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `${options},mode=700`, "none", folder]);
  try {
    await fill(folder);
    const meanwhile = async (): Promise<void> => {
      await sleep(500);
      harm(folder);
    };
    return judge(await runProgram({ seconds: SECONDS, env: { ASTROCACHE_DIR: folder }, meanwhile }));
  } finally {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, uid?: number): Promise<void> {
  const filled = await runProgram({
    seconds: 2,
    env: { ASTROCACHE_DIR: folder },
    ...(uid === undefined ? {} : { uid }),
  });
  assert.equal(filled.exit, 0, filled.stderr);
}

function judge({ observed, exit, exitMs, stderr }: Awaited<ReturnType<typeof runProgram>>): Figures {
  const { sync, async: asynchronous, wrong } = observed;
  const figures = {
    "fault": "",
    "calls": sync.length + asynchronous.length,
    wrong,
    "longest sync ms": Math.round(longest(sync)),
    "longest async ms": Math.round(longest(asynchronous)),
    "hits": hits(sync) + hits(asynchronous),
    "hits at the end": hitsAtEnd(sync, 1_000) + hitsAtEnd(asynchronous, 1_000),
    "exit ms": exitMs,
    "warnings": stderr.split("could not").length - 1,
  };
  const told = `${JSON.stringify(figures)}\n${stderr}`;
  assert.equal(exit, 0, told);
  assert.equal(wrong, 0, told);
  assert.ok(longest(sync) <= LONGEST_MS && longest(asynchronous) <= LONGEST_MS, told);
  assert.ok(exitMs <= EXIT_MS, told);
  assert.ok(figures.warnings <= 1, told);
  return figures;
}

/** The program changes the folder at the same time. */
function tolerate(act: () => void): void {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Error && "code" in error, String(error));
  }
}

function each(folder: string, act: (file: string) => void): void {
  for (const file of entriesOf(folder)) tolerate(() => act(file));
}

function entriesOf(folder: string): string[] {
  const entries = path.join(folder, "entries/v1");
  return readdirSync(entries, { recursive: true, encoding: "utf8" })
    .filter((name) => name.length > 3)
    .map((name) => path.join(entries, name));
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(Math.random() * bytes.byteLength);
  patch(file, at, (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8)));
}

function patch(file: string, at: number, byte: number): void {
  const bytes = readFileSync(file);
  bytes[at] = byte;
  writeFileSync(file, bytes);
}

function exchange(folder: string): void {
  const files = entriesOf(folder);
  const [first] = files;
  if (first === undefined) return;
  const bytes = readFileSync(first);
  for (const file of files.slice(1)) writeFileSync(file, bytes);
}

function replaceByFile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  appendFileSync(folder, "in the way");
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

const WRITER = fileURLToPath(new URL("../stores/file-worker.js", import.meta.url));

async function killWriters(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-chaos-"));
  const store = createFileStore({ folder });
  let looked = 0;
  let torn = 0;
  try {
    mkdirSync(folder, { recursive: true });
    for (let kills = 0; kills < 200; kills += 4) {
      const writers = Array.from({ length: 4 }, (_, index) =>
        spawn(process.execPath, [WRITER, folder, `${kills + index}`, "Infinity"], {
          stdio: ["ignore", "ignore", "pipe"],
        }),
      );
      await Promise.all(writers.map(async ({ stderr }) => once(stderr, "data")));
      await sleep(Math.random() * 30);
      for (const writer of writers) writer.kill("SIGKILL");
      await Promise.all(writers.map(async (writer) => once(writer, "close")));
      for (const key of SHARED_KEYS) {
        const bytes = store.get(key);
        if (bytes === undefined) continue;
        looked += 1;
        if (!open(key, bytes).ok) torn += 1;
      }
    }
    assert.equal(torn, 0);
    assert.ok(looked > 0);
    return { fault: "", calls: looked, wrong: torn, orphans: readdirSync(path.join(folder, "tmp")).length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
