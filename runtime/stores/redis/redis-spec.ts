/** One server, by TCP, TLS or a socket of the system. */
export interface RedisServer {
  readonly kind: "server";
  /** A host and port, or the path of a socket. */
  readonly at: { readonly host: string; readonly port: number } | { readonly path: string };
  readonly tls: boolean;
  /** Path of a PEM file with the authorities to trust; undefined: the system's. */
  readonly ca: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
}

/** From the config file: options of `createCluster` and `createSentinel` of `@redis/client` 5, as plain data. */
export interface RedisCluster {
  readonly kind: "cluster";
  readonly options: Readonly<Record<string, unknown>>;
}
export interface RedisSentinel {
  readonly kind: "sentinel";
  readonly options: Readonly<Record<string, unknown>>;
}

/** All that is needed to open a store on Redis or Valkey, in this thread or another one: plain data. */
export interface RedisSpec {
  readonly kind: "redis";
  /** `redis://cache.team:6379/0`, without credentials. */
  readonly label: string;
  readonly connect: RedisServer | RedisCluster | RedisSentinel;
  /** Keeps several caches on one server apart. Any characters. */
  readonly namespace: string;
  /** Milliseconds for one operation. */
  readonly timeoutMs: number;
  /** Words that must not appear in a message. */
  readonly secrets: readonly string[];
}
