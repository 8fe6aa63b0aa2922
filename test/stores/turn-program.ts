import { appendFileSync } from "node:fs";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { openBothWays } from "../../runtime/stores/far/far-store.ts";
import type { FarSpec } from "../../runtime/stores/store-spec.ts";
import { parseStores } from "../../runtime/stores/store-url.ts";
import type { Store } from "../../runtime/stores/store.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import { entryOf, keyOf } from "./samples.ts";

/*
 * `turn-program.js sync|async STORE LOG WORK_MS KEY… [nested]`: gets each key, and where no store has it works for it and says so in LOG.
 * `STORE` is a folder or a URL. With `nested`, each key is got inside of the one before.
 */

const [form = "", place = "", log = "", work = "", ...keys] = process.argv.slice(2);
const tiers = createTiers([storeOf(place)], { warn: (message) => process.stderr.write(`${message}\n`), memory: 0 });
const nested = keys.at(-1) === "nested" && keys.pop() !== undefined;
process.on("exit", () => tiers.flushSync(20_000));
process.send?.("ready");

if (form === "sync") {
  if (nested) getSync(keys);
  else for (const key of keys) getSync([key]);
} else if (nested) await get(keys);
else await Promise.all(keys.map(async (key) => get([key])));

function getSync([name, ...inner]: readonly string[]): void {
  if (name === undefined) return;
  const key = keyOf(name);
  const found = tiers.readSync(key);
  if (found.ok) return;
  const turn = tiers.turnSync(key, found.fences);
  if (turn.kind === "answer") return;
  appendFileSync(log, `${name}\n`);
  getSync(inner);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(work));
  tiers.writeSync(key, entryOf(name), turn.fences);
  turn.leave();
}

async function get([name, ...inner]: readonly string[]): Promise<void> {
  if (name === undefined) return;
  const key = keyOf(name);
  const found = await tiers.read(key);
  if (found.ok) return;
  const turn = await tiers.turn(key, found.fences);
  if (turn.kind === "answer") return;
  appendFileSync(log, `${name}\n`);
  await get(inner);
  await new Promise((resolve) => setTimeout(resolve, Number(work)));
  tiers.write(key, entryOf(name), turn.fences);
  turn.leave();
}

function storeOf(text: string): Store {
  if (!text.includes("://")) return createFileStore({ folder: text });
  const [spec] = parseStores(text, { stores: {}, root: "/", storeTimeout: 20_000 });
  return openBothWays(spec as FarSpec);
}
