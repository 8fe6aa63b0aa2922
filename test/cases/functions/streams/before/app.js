import { Readable } from "node:stream";

// @astrocache stream
async function bytes(text) {
  console.error("ran bytes");
  return new Blob([text.repeat(3)]).stream();
}
// @astrocache stream=true
function texts(...parts) {
  console.error("ran texts");
  return new ReadableStream({
    async start(controller) {
      for (const part of parts) {
        await null;
        controller.enqueue(part);
      }
      controller.close();
    },
  });
}
// @astrocache stream
const objects = () => {
  console.error("ran objects");
  return Readable.toWeb(Readable.from([{ a: 1 }, { a: 2 }]));
};
// @astrocache stream
async function failing() {
  console.error("ran failing");
  return new ReadableStream({
    pull(controller) {
      controller.error(new Error("lost"));
    },
  });
}
// @astrocache stream
async function sometimes(stream) {
  console.error("ran sometimes");
  return stream ? new Response("r").body : "no stream";
}
// @astrocache
async function unasked() {
  console.error("ran unasked");
  return new Blob(["x"]).stream();
}
const read = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
  return chunks.join("|");
};
console.log(await read(await bytes("ab")), await read(await bytes("ab")));
console.log(await read(texts("x", "", "z")), await read(texts("x", "", "z")));
let count = 0;
for await (const each of objects()) count += each.a;
console.log(count);
const reader = (await bytes("byob")).getReader({ mode: "byob" });
const { value, done } = await reader.read(new Uint8Array(4));
console.log(Buffer.from(value).toString(), done);
await reader.cancel();
const abandoned = texts("p", "q").getReader();
console.log((await abandoned.read()).value, await abandoned.cancel("enough"), (await abandoned.read()).done);
console.log(await read(await failing()).catch((error) => error.message));
console.log(await sometimes(false), await read(await sometimes(true)));
console.log(await read(await unasked()));
const [one, two] = (await bytes("tee")).tee();
console.log(await Promise.all([read(one), read(two)]));
console.log(await new Response(await bytes("resp")).text(), (await bytes("resp")).locked);
