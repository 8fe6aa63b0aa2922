import { hash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownVersion } from "../../runtime/own/version.ts";
import { codeOf } from "../../runtime/stores/files/file-errors.ts";
import { type LineFile, openLineFile } from "../../runtime/stores/lines/line-file.ts";
import { FACTS_VERSION } from "../analysis/facts.ts";
import type { LinkLog } from "../digest/link-log.ts";
import type { NewLog } from "../digest/links.ts";
import { CODE_DIGEST_VERSION } from "../digest/link-roots.ts";
import { type PackedLog, packLog, unpackLog } from "./link-log-text.ts";

/** What earlier runs of one program have linked, on disk. */
export interface LinkLogs {
  /** Those in which packages count so, the last ones first. Each is read when it is come to. */
  read(packages: string): Iterable<LinkLog>;
  /** Adds what a run has linked; without a folder that can be used, the next run links anew. */
  add(made: readonly NewLog[]): void;
}

/** Logs that are kept of one program: as many states of it can be gone back to, as by switching branches. */
const MOST_LOGS = 8;

/** Characters of one program's logs. */
const MOST_TEXT = 16_000_000;

/** Programs of a project whose logs are kept. */
const MOST_PROGRAMS = 200;

/** Where the list of a program's logs is kept, among them. */
const LIST = "logs";

interface Listed {
  /** Under which the log is kept. */
  readonly id: string;
  readonly packages: string;
  readonly size: number;
}

/** `program`: the path of what was started. What another version of astrocache or of Node has linked is not found. */
export function openLinkLogs(factsFolder: string, program: string): LinkLogs {
  const folder = join(factsFolder, "links");
  let file: LineFile | undefined;
  const opened = (): LineFile =>
    (file ??= openLineFile(fileIn(folder, program), () => undefined, { leastBound: MOST_TEXT / 8 }));
  const listed = (): readonly Listed[] => (opened().get(LIST) as readonly Listed[] | undefined) ?? [];
  return {
    *read(packages) {
      for (const one of listed()) {
        const log = one.packages === packages ? opened().get(one.id) : undefined;
        if (log !== undefined) yield unpackLog(log as PackedLog);
      }
    },
    add(made) {
      if (made.length === 0) return;
      opened().refresh();
      opened().set(LIST, bounded([...made.map((log) => keep(opened(), packLog(log))), ...listed()]));
      removeOldest(folder);
    },
  };
}

function keep(file: LineFile, log: PackedLog): Listed {
  const json = JSON.stringify(log);
  const id = hash("sha256", json, "base64url").slice(0, 22);
  file.set(id, log);
  return { id, packages: log.packages, size: json.length };
}

/** Two runs may have linked the same at one time. */
function bounded(logs: readonly Listed[]): Listed[] {
  let size = 0;
  const ids = new Set<string>();
  return logs
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .slice(0, MOST_LOGS)
    .filter((log) => (size += log.size) <= MOST_TEXT);
}

function fileIn(folder: string, program: string): string {
  const versions = [ownVersion(), process.version, FACTS_VERSION, CODE_DIGEST_VERSION];
  return join(folder, `${hash("sha256", JSON.stringify([...versions, program]), "hex").slice(0, 32)}.tsv`);
}

function removeOldest(folder: string): void {
  const files = filesIn(folder);
  if (files.length <= MOST_PROGRAMS) return;
  const oldestFirst = files
    .flatMap((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ file, time: found.mtimeMs }];
    })
    .sort((a, b) => a.time - b.time);
  for (const { file } of oldestFirst.slice(0, -MOST_PROGRAMS)) rmSync(file, { force: true });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => join(folder, file));
  } catch (error) {
    // Nothing could be written, so that there is nothing to remove.
    if (codeOf(error) !== undefined) return [];
    throw error;
  }
}
