import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { Example } from "./example.ts";

const SITE: Readonly<Record<string, string>> = {
  "/": '<title>Home</title><a href="/a">a</a><a href="/b">b</a><a href="/gone">gone</a>',
  "/a": '<title>A</title><a href="/">home</a><a href="b">b</a>',
  "/b": "<title>B</title>",
};

const requests: string[] = [];
const server = createServer(({ url = "" }, response) => {
  requests.push(url);
  const page = SITE[url];
  response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html" }).end(page);
});
const example = new Example("scrape");

before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
after(() => {
  server.close();
  example.remove();
});

test("pages are fetched once, failures again, and the output is that without the hook", async () => {
  const argv = ["scrape/main.ts", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`];
  const plain = await example.plain(argv);
  requests.length = 0;
  const cold = await example.hooked(argv);
  assert.deepEqual(requests, ["/", "/a", "/b", "/gone"]);
  requests.length = 0;
  const warm = await example.hooked(argv);
  assert.deepEqual(requests, ["/gone"]);
  assert.equal(cold.stdout, plain.stdout);
  assert.equal(warm.stdout, plain.stdout);
  assert.deepEqual(warm.calls, { "scrape/pages.ts#loadPage": "3 hit, 1 new" });
});

test("an edit of the parser fetches anew, one of the printing does not", async () => {
  const argv = ["scrape/main.ts", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`];
  example.edit("scrape/main.ts", "could not be loaded", "failed");
  requests.length = 0;
  await example.hooked(argv);
  assert.deepEqual(requests, ["/gone"]);
  example.edit("scrape/pages.ts", "title.trim()", "title.trim().toUpperCase()");
  requests.length = 0;
  const { stdout } = await example.hooked(argv);
  assert.deepEqual(requests, ["/", "/a", "/b", "/gone"]);
  assert.match(stdout, /HOME, 3 links/);
});
