import { after, test } from "node:test";
import { storeContract } from "./contract.ts";
import { NO_VALKEY, startRedis } from "./redis-server.ts";
import { openRedis, redisSpec } from "./redis-spec.ts";

if (NO_VALKEY !== false) test("Valkey", { skip: NO_VALKEY }, () => {});
else {
  const server = await startRedis({ binary: "valkey-server" });
  after(() => server.stop());
  const url = `valkey://127.0.0.1:${server.port}`;
  for (const { name, run } of storeContract("Valkey", (context) => openRedis(context, redisSpec(url)))) test(name, run);
  for (const { name, run } of storeContract(
    "Valkey, waiting",
    (context) => openRedis(context, redisSpec(url)).blocking,
  ))
    test(name, run);
}
