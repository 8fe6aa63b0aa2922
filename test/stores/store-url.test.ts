import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { AstrocacheError } from "../../runtime/errors.ts";
import { parseStores } from "../../runtime/stores/store-url.ts";
import type { RedisServer } from "../../runtime/stores/redis/redis-spec.ts";

const names = {
  stores: {
    team: {},
    nodes: { cluster: { rootNodes: [{ url: "redis://:s%40crt@a:1" }], defaults: { password: "s3cret" } } },
  },
  root: "/project",
  storeTimeout: undefined,
};

function redisOf(
  text: string,
): Partial<RedisServer> & { label: string; namespace: string; timeoutMs: number; secrets: readonly string[] } {
  const [spec] = parseStores(text, names);
  assert.ok(spec?.kind === "redis");
  const { connect, label, namespace, timeoutMs, secrets } = spec;
  assert.ok(connect.kind === "server");
  return { ...connect, label, namespace, timeoutMs, secrets };
}

test("stores stand in the order in which they are asked", () => {
  assert.deepEqual(
    parseStores("file, redis://host ,team", names).map((spec) => spec.kind),
    ["file", "redis", "configured"],
  );
  assert.deepEqual(parseStores("memory", names), [{ kind: "memory" }]);
  assert.deepEqual(parseStores("file:/tmp/x,file:y,file:///tmp/a%20b", names), [
    { kind: "file", folder: "/tmp/x" },
    { kind: "file", folder: path.resolve("y") },
    { kind: "file", folder: "/tmp/a b" },
  ]);
});

test("a URL of Redis says host, port, database, credentials, authorities and namespace", () => {
  const rows: [string, object][] = [
    [
      "redis://host",
      {
        at: { host: "host", port: 6379 },
        tls: false,
        database: 0,
        label: "redis://host:6379/0",
        username: undefined,
        password: undefined,
      },
    ],
    [
      "rediss://ann:p%40%2Css@host:7000/3",
      {
        at: { host: "host", port: 7000 },
        tls: true,
        database: 3,
        username: "ann",
        password: "p@,ss",
        label: "rediss://host:7000/3",
      },
    ],
    [
      "valkey://:pw@[::1]:7001",
      { at: { host: "::1", port: 7001 }, tls: false, password: "pw", label: "redis://[::1]:7001/0" },
    ],
    ["valkeys://h?ca=/etc/ca.pem", { tls: true, ca: "/etc/ca.pem" }],
    ["redis://h?namespace=a%2Ab%2C", { namespace: "a*b," }],
    [
      "redis+unix:///run/my%20redis.sock?db=2",
      { at: { path: "/run/my redis.sock" }, database: 2, label: "redis+unix:///run/my redis.sock/2" },
    ],
  ];
  for (const [text, expected] of rows) {
    const found = redisOf(text);
    for (const [name, value] of Object.entries(expected))
      assert.deepEqual(found[name as "label"], value, `${text}: ${name}`);
  }
  assert.equal(redisOf("redis://h").timeoutMs, 500);
  assert.equal(
    parseStores("redis://h", { ...names, storeTimeout: 70 }).map((spec) => "timeoutMs" in spec && spec.timeoutMs)[0],
    70,
  );
});

test("clusters and sentinels come from the config file, with their passwords known as secrets", () => {
  const [spec] = parseStores("nodes", names);
  assert.ok(spec?.kind === "redis");
  assert.equal(spec.connect.kind, "cluster");
  assert.deepEqual(spec.secrets, ["s%40crt", "s@crt", "s3cret"]);
  assert.equal(spec.label, "redis cluster nodes");
});

test("what cannot be understood is an error that says what is allowed, and shows no password", () => {
  const rows: [string, RegExp][] = [
    ["", /empty place/],
    ["file,,redis://h", /empty place/],
    ["flie", /unknown store flie\. Did you mean file\?/],
    ["teem", /Did you mean team\?/],
    ["reddis://user:s3cret@h", /unknown store reddis\. Did you mean redis\?/],
    ["redis://user:s3cret@h:port", /redis:\/\/…@h:port is not a URL/],
    ["redis://:s3,cret@h", /comma within a password/],
    ["redis://:s3cret@h/x", /…@h\/x has no number of a database/],
    ["redis://:s3cret@h?tls=1", /unknown parameter tls/],
    ["redis://:s3cret@h?names=1", /Did you mean namespace\?/],
    ["redis://:s3cret%@h", /not an escape/],
    ["redis://:s3#cret@h", /redis/],
    ["redis://h,redis://h", /twice/],
    ["file,file", /twice/],
    ["file://host/x", /not a path on this machine/],
    ["file:", /names no folder/],
    ["http://h", /unknown store http/],
  ];
  for (const [text, pattern] of rows) {
    assert.throws(
      () => parseStores(text, names),
      (error) => {
        assert.ok(error instanceof AstrocacheError, text);
        assert.equal(error.code, "INVALID_SETTING");
        assert.match(error.message, pattern);
        assert.doesNotMatch(error.message, /s3|cret/);
        return true;
      },
      text,
    );
  }
});
