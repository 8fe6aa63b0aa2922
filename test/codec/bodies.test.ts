import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeValue, encodeValue, encodeValueAsync, type EncodeOptions } from "../../runtime/codec/codec.ts";

async function roundTrip<T>(value: T, options?: EncodeOptions): Promise<T> {
  const outcome = await encodeValueAsync(value, options);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return decodeValue(outcome.codec, outcome.bytes) as T;
}

test("what has to be awaited is refused by the synchronous encoder, which says so", () => {
  for (const value of [new Blob(["x"]), new File(["x"], "n"), new Response("x"), [new Response("x")]]) {
    const outcome = encodeValue(value);
    assert.ok(!outcome.ok && outcome.late && outcome.code === "value-opaque");
  }
});

test("Blobs and Files come back with their type, name and bytes", async () => {
  const file = new File(["text"], "name.txt", { type: "text/plain", lastModified: 5 });
  const back = await roundTrip({ blob: new Blob([Uint8Array.of(0, 255)], { type: "a/b" }), file, again: file });
  assert.deepEqual(new Uint8Array(await back.blob.arrayBuffer()), Uint8Array.of(0, 255));
  assert.deepEqual(
    [back.blob.type, back.file.name, back.file.type, back.file.lastModified],
    ["a/b", "name.txt", "text/plain", 5],
  );
  assert.equal(await back.file.text(), "text");
  assert.ok(back.file instanceof File && !(back.blob instanceof File) && back.again === back.file);
});

test("a Response comes back, and its original can still be read", async () => {
  const response = new Response("héllo", {
    status: 201,
    statusText: "Made",
    headers: { "x-a": "1", "content-type": "text/plain" },
  });
  const back = await roundTrip(response);
  assert.deepEqual(
    [back.status, back.statusText, back.ok, back.headers.get("x-a"), back.bodyUsed],
    [201, "Made", true, "1", false],
  );
  assert.deepEqual([...back.headers], [...response.headers]);
  assert.equal(await back.text(), "héllo");
  assert.equal(await response.text(), "héllo");
});

test("a fetched Response keeps its address", async () => {
  const response = await fetch("data:text/plain,hello");
  const back = await roundTrip(response);
  assert.deepEqual(
    [back.url, back.type, back.redirected, await back.text()],
    [response.url, response.type, response.redirected, "hello"],
  );
});

test("a fetched Response refuses changes of its headers, and its clones do as well", async () => {
  const response = await fetch("data:text/plain,hello");
  const back = await roundTrip(response);
  for (const one of [response, back, response.clone(), back.clone(), await roundTrip(back)]) {
    assert.throws(() => one.headers.set("x", "1"), /^TypeError: immutable$/);
    assert.throws(() => one.headers.append("x", "1"), TypeError);
    assert.throws(() => one.headers.delete("x"), TypeError);
    assert.deepEqual(
      [one.url, one.type, Object.keys(one), Object.keys(one.headers)],
      [response.url, response.type, [], []],
    );
    assert.equal(await one.text(), "hello");
  }
  const made = await roundTrip(new Response("x"));
  made.headers.set("x", "1");
  assert.deepEqual(
    Reflect.ownKeys(made).filter((key) => typeof key === "string"),
    [],
  );
});

test("a Response and its headers stay together", async () => {
  const response = new Response("x", { headers: { a: "1" } });
  const back = await roundTrip({ response, headers: response.headers, again: response });
  assert.ok(back.headers === back.response.headers && back.again === back.response);
  assert.equal(back.headers.get("a"), "1");
  const before = await encodeValueAsync({ headers: response.headers, response });
  assert.ok(!before.ok && before.code === "value-opaque");
});

test("a Response without a body", async () => {
  const back = await roundTrip(new Response(null, { status: 204 }));
  assert.deepEqual([back.status, back.body], [204, null]);
});

test("a Response that was read, or that is an error, is refused", async () => {
  const read = new Response("x");
  await read.text();
  for (const response of [read, Response.error()]) {
    const outcome = await encodeValueAsync({ response });
    assert.ok(!outcome.ok && outcome.path === "result.response");
  }
});

test("a body that fails, or is larger than the limit, is refused", async () => {
  const failing = new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("lost")) }));
  const failed = await encodeValueAsync([failing]);
  assert.ok(!failed.ok && failed.code === "value-opaque" && failed.path === "result[0]");
  await assert.rejects(failing.text(), /lost/);
  for (const value of [new Response("x".repeat(2000)), new Blob(["x".repeat(2000)])]) {
    const large = await encodeValueAsync(value, { limit: 1000 });
    assert.ok(!large.ok && large.code === "value-too-large");
  }
});

test("a Request is refused: it may follow a signal", async () => {
  const outcome = await encodeValueAsync(new Request("http://a/b?c"));
  assert.ok(!outcome.ok && !outcome.late && outcome.detail === "Request");
});

test("FormData comes back with its files", async () => {
  const form = new FormData();
  form.append("a", "1");
  form.append("a", "2");
  form.append("file", new Blob(["x"]), "x.txt");
  const back = await roundTrip(form);
  assert.deepEqual(back.getAll("a"), ["1", "2"]);
  const file = back.get("file");
  assert.ok(file instanceof File && file.name === "x.txt" && (await file.text()) === "x");
});

test("the value is read at once, so that a later change of it is not stored", async () => {
  const value = { blob: new Blob(["x"]), count: 1 };
  const pending = encodeValueAsync(value);
  value.count = 2;
  const outcome = await pending;
  assert.ok(outcome.ok && (decodeValue(outcome.codec, outcome.bytes) as typeof value).count === 1);
});
