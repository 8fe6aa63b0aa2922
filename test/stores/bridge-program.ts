import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import { openBothWays } from "../../runtime/stores/far/far-store.ts";
import { parseStores } from "../../runtime/stores/store-url.ts";
import type { FarSpec } from "../../runtime/stores/store-spec.ts";
import { entryOf, keyOf } from "./samples.ts";

/* `bridge-program.js sync|async|sync-exit|async-exit URL [NAME [look|"" [STORES]]]`: a program with a store on Redis. STORES: as in the config file, JSON. */

const [form = "", url = "", name = "a", look = "", stores = "{}"] = process.argv.slice(2);
const [spec] = parseStores(url, {
  stores: JSON.parse(stores) as Record<string, unknown>,
  root: "/",
  storeTimeout: 20_000,
});
const tiers = createTiers([openBothWays(spec as FarSpec)], { warn: () => undefined, memory: 0 });
process.on("exit", () => tiers.flushSync(20_000));
const key = keyOf(name);
const entry = entryOf("x");

if (form === "sync-exit" || form === "async-exit") {
  if (form === "sync-exit") tiers.writeSync(key, entry);
  else tiers.write(key, entry);
  process.exit(7);
}
if (look === "" && form === "sync") tiers.writeSync(key, entry);
if (look === "" && form === "async") {
  tiers.write(key, entry);
  await tiers.flush();
}
const found = form === "sync" ? tiers.readSync(key) : await tiers.read(key);
process.stdout.write(found.ok ? `hit ${Buffer.from(found.entry.value).toString()}\n` : "miss\n");
