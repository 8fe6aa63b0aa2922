import { cpus, release, totalmem, type } from "node:os";
import { readFileSync } from "node:fs";

const PEERS = ["memoize", "p-memoize", "cacheable", "@epic-web/cachified", "memoize-fs", "keyv", "@keyv/redis"];

/** What a table was made on. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const peers = PEERS.map((name) => `${name} ${versionOf(name)}`).join(", ");
  return `${cpus().length} × ${cpu?.model.trim() ?? "CPU"}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}; ${peers}.`;
}

function versionOf(name: string): string {
  const manifest = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
