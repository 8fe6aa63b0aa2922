/** What the file store cannot do without. */
import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeValue } from "../../runtime/codec/codec.ts";
import { CODEC } from "../../runtime/codec/tags.ts";
import { valueOf } from "../../runtime/stores/envelopes/envelope-layout.ts";

const folder = process.env["BENCH_FOLDER"] ?? "";

/** Opens, reads and decodes the files that astrocache has written, one after the other: nothing is looked for, and nothing is checked. */
export function readEntries(): (id: number) => unknown {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.length === 62)
    .map((entry) => join(entry.parentPath, entry.name));
  const room = Buffer.alloc(65_536);
  return (id) => {
    const file = openSync(files[id] ?? "", "r");
    const length = readSync(file, room, 0, room.length, null);
    closeSync(file);
    const entry = Buffer.from(room.subarray(0, length));
    return decodeValue(CODEC, valueOf(entry, { valueBytes: entry.readDoubleLE(VALUE_BYTES_AT) }));
  };
}

/** Where an envelope says how long its value is. */
const VALUE_BYTES_AT = 8;

/** Writes files of the size of astrocache's beside and renames them, into folders that are there. */
export function writeEntries(): (id: number, size: number) => void {
  const shard = (id: number): string => join(folder, `shard ${id % 256}`);
  for (let id = 0; id < 256; id++) mkdirSync(shard(id), { recursive: true });
  const bytes = Buffer.alloc(64 * 1024);
  return (id, size) => {
    const temporary = join(folder, `${id}.tmp`);
    writeFileSync(temporary, bytes.subarray(0, size + ENVELOPE), { flag: "wx", mode: 0o600 });
    renameSync(temporary, join(shard(id), `${id}`));
  };
}

/** Of the envelope and the record around its text. */
const ENVELOPE = 230;
