import path from "node:path";
import { rename } from "../config/suggest.ts";
import { AstrocacheError } from "../errors.ts";
import type { RedisServer, RedisSpec } from "./redis/redis-spec.ts";
import type { StoreSpec } from "./store-spec.ts";

export interface StoreNames {
  /** What `stores` of the config file holds. */
  readonly stores: Readonly<Record<string, unknown>>;
  readonly root: string;
  readonly storeTimeout: number | undefined;
}

/** A round trip within a data centre takes 1 ms, across an ocean 150. */
const TIMEOUT_MS = 500;

const SCHEMES: Readonly<Record<string, "tcp" | "tls" | "socket">> = {
  "redis:": "tcp",
  "valkey:": "tcp",
  "rediss:": "tls",
  "valkeys:": "tls",
  "redis+unix:": "socket",
};

const FORMS =
  "file, memory, redis://host:6379/0, rediss://user:password@host:6380, redis+unix:///path/of/socket, or a name in `stores` of the config file";

/**
 * Reads `ASTROCACHE_STORE`: stores parted by commas, in the order in which they are asked.
 *
 * @throws AstrocacheError `INVALID_SETTING`, without credentials.
 */
export function parseStores(text: string, names: StoreNames): StoreSpec[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.includes("")) throw invalid("ASTROCACHE_STORE has an empty place between commas");
  // Told before any part is, since a part may be a piece of a password.
  if (parts.some((part) => part.includes("@") && !part.includes("//")))
    throw invalid("ASTROCACHE_STORE has an @ that follows a comma; write %2C for a comma within a password");
  const specs = parts.map((part) => parseStore(part, names));
  const labels = specs.map((spec) => ("label" in spec ? spec.label : JSON.stringify(spec)));
  const double = parts.find((_, index) => labels.indexOf(labels[index] ?? "") !== index);
  if (double !== undefined) throw invalid(`ASTROCACHE_STORE names ${shown(double)} twice`);
  return specs;
}

function parseStore(text: string, names: StoreNames): StoreSpec {
  const timeoutMs = names.storeTimeout ?? TIMEOUT_MS;
  if (text === "file") return { kind: "file", folder: undefined };
  if (text === "memory") return { kind: "memory" };
  if (Object.hasOwn(names.stores, text)) return configured(text, names, timeoutMs);
  if (text.startsWith("file:")) return { kind: "file", folder: folderOf(text) };
  if (!text.includes(":")) throw unknown(text, ["file", "memory", ...Object.keys(names.stores)]);
  return parseUrl(text, timeoutMs);
}

function folderOf(text: string): string {
  if (text.startsWith("file://") && !text.startsWith("file:///"))
    throw invalid(`the store ${text} is not a path on this machine`);
  const folder = decodeURIComponent(text.replace(/^file:(\/\/)?/, ""));
  if (folder === "") throw invalid(`the store ${text} names no folder`);
  return path.resolve(folder);
}

function configured(name: string, { stores, root }: StoreNames, timeoutMs: number): StoreSpec {
  const value = stores[name];
  if (isRecord(value)) {
    for (const kind of ["cluster", "sentinel"] as const) {
      const options = value[kind];
      if (!isRecord(options)) continue;
      const namespace = typeof value["namespace"] === "string" ? value["namespace"] : "";
      return {
        kind: "redis",
        label: `redis ${kind} ${name}`,
        connect: { kind, options },
        namespace,
        timeoutMs,
        secrets: secretsIn(options),
      };
    }
  }
  return { kind: "configured", name, root, timeoutMs };
}

function parseUrl(text: string, timeoutMs: number): RedisSpec {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw invalid(`the store ${shown(text)} is not a URL`);
  const form = Object.hasOwn(SCHEMES, url.protocol) ? SCHEMES[url.protocol] : undefined;
  if (form === undefined)
    throw unknown(url.protocol.slice(0, -1), ["file", ...Object.keys(SCHEMES).map((scheme) => scheme.slice(0, -1))]);
  checkParameters(url, text);
  const at = form === "socket" ? { path: decodeURIComponent(url.pathname) } : addressOf(url);
  const database = databaseOf(form === "socket" ? (url.searchParams.get("db") ?? "") : url.pathname.slice(1), text);
  const username = decoded(url.username, text);
  const password = decoded(url.password, text);
  const ca = url.searchParams.get("ca") ?? undefined;
  const connect: RedisServer = {
    kind: "server",
    at,
    tls: form === "tls",
    ca: ca === undefined ? ca : path.resolve(ca),
    username,
    password,
    database,
  };
  const place =
    "path" in at
      ? `redis+unix://${at.path}`
      : `${form === "tls" ? "rediss" : "redis"}://${hostText(at.host)}:${at.port}`;
  const secrets = [password, url.password].filter((word) => word !== undefined && word !== "") as string[];
  const namespace = url.searchParams.get("namespace") ?? "";
  return { kind: "redis", label: `${place}/${database}`, connect, namespace, timeoutMs, secrets };
}

const PARAMETERS = ["ca", "namespace", "db"];

function checkParameters(url: URL, text: string): void {
  for (const name of url.searchParams.keys()) {
    if (PARAMETERS.includes(name)) continue;
    throw new AstrocacheError("INVALID_SETTING", `the store ${shown(text)} has an unknown parameter ${name}`, {
      remedy: rename(name, PARAMETERS),
    });
  }
  if (url.hash !== "") throw invalid(`the store ${shown(text)} has a part after #; write %23 within a password`);
}

function addressOf(url: URL): { host: string; port: number } {
  // An address of IP version 6 stands in brackets in a URL, and without them everywhere else.
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1") || "127.0.0.1",
    port: url.port === "" ? 6379 : Number(url.port),
  };
}

function hostText(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function databaseOf(text: string, whole: string): number {
  if (!/^\d{0,4}$/.test(text)) throw invalid(`the store ${shown(whole)} has no number of a database after its host`);
  return Number(text);
}

function decoded(text: string, whole: string): string | undefined {
  if (text === "") return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(`the store ${shown(whole)} has a user or password with a % that is not an escape; write %25`);
  }
}

/** Passwords of nodes, wherever they stand in options, as such or in addresses. */
function secretsIn(options: unknown): string[] {
  if (typeof options === "string" && URL.canParse(options)) {
    const { password } = new URL(options);
    return password === "" ? [] : [password, decoded(password, options) ?? ""];
  }
  if (typeof options !== "object" || options === null) return [];
  return Object.entries(options).flatMap(([name, value]) =>
    name === "password" && typeof value === "string" && value !== "" ? [value] : secretsIn(value),
  );
}

/** Before the last `@` stand credentials. */
function shown(text: string): string {
  return text.replace(/^([a-z+]+:\/\/)?.*@/s, "$1…@");
}

function unknown(what: string, known: readonly string[]): AstrocacheError {
  const remedy = `${rename(what, known)} Stores are ${FORMS}.`;
  return new AstrocacheError("INVALID_SETTING", `ASTROCACHE_STORE names an unknown store ${shown(what)}`, { remedy });
}

function invalid(what: string): AstrocacheError {
  return new AstrocacheError("INVALID_SETTING", what, { remedy: `Stores are ${FORMS}.` });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
