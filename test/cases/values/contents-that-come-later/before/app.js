import { listen } from "./server.js";

// @astrocache ignore=server
async function get(server, path) {
  console.error("ran get");
  return await fetch(server.base + path);
}
// @astrocache
const blobs = async (text) => {
  console.error("ran blobs");
  return { blob: new Blob([text]), file: new File([text, text], "n.txt") };
};
// @astrocache
function sync(text) {
  console.error("ran sync");
  return new Blob([text]);
}
// @astrocache
async function request() {
  console.error("ran request");
  return new Request("http://a/", { signal: new AbortController().signal });
}
// @astrocache
async function events() {
  console.error("ran events");
  return new Response("data: 1\n\n", { headers: { "content-type": "text/event-stream" } });
}

const server = await listen();
const response = await get(server, "/a");
console.log(response.status, response.headers.get("x-path"), response.type, new URL(response.url).pathname, response.redirected);
try {
  response.headers.set("x", "1");
} catch (error) {
  console.log(error.message);
}
const clone = response.clone();
console.log((await response.text()).length, (await clone.text()).length, clone.url === response.url, response.bodyUsed);
const both = await Promise.all([get(server, "/b"), get(server, "/b")]);
console.log(await Promise.all(both.map(async (one) => (await one.text()).length)), both[0] === both[1]);
const lost = await get(server, "/lost");
console.log(lost.status, await lost.text().catch((error) => error.constructor.name));
const { blob, file } = await blobs("é");
console.log(await blob.text(), await file.text(), file.name, await sync("s").text());
console.log((await request()).url, await (await events()).text());
server.close();
await new Promise((resolve) => setTimeout(resolve, 50));
