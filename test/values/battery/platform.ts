import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { named, withProperties } from "../named.ts";

export const platform = named([
  ["URL", () => new URL("http://a/b?c=1#d")],
  ["URL of another host", () => new URL("http://b/b?c=1#d")],
  ["text of a URL", () => "http://a/b?c=1#d"],
  ["URL whose parameters were read", () => searched()],
  ["URL and its searchParams", () => withParameters()],
  ["URL and equal searchParams", () => ({ url: new URL("http://a/?c=1"), params: new URLSearchParams("c=1") })],
  ["searchParams before their URL", () => parametersFirst(), "result"],
  ["searchParams of a URL", () => new URL("http://a/?q=2").searchParams],
  ["URL with a property", () => withProperties(new URL("http://a/"), { extra: 1 })],
  ["URLSearchParams", () => new URLSearchParams("a=1&b=2")],
  ["URLSearchParams in another order", () => new URLSearchParams("b=2&a=1")],
  ["URLSearchParams with a name twice", () => new URLSearchParams("a=1&a=2")],
  ["empty URLSearchParams", () => new URLSearchParams()],
  ["URLSearchParams with an empty pair", () => new URLSearchParams("=")],
  ["Headers", () => new Headers({ a: "1", b: "2" })],
  [
    "Headers with a value twice",
    () =>
      new Headers([
        ["a", "1"],
        ["a", "2"],
      ]),
  ],
  [
    "Headers with cookies",
    () =>
      new Headers([
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ]),
  ],
  ["empty Headers", () => new Headers()],
  ["FormData", () => form("a", "1")],
  ["FormData with another value", () => form("a", "2")],
  ["FormData with a File", () => form("a", new Blob(["x"])), "both"],
  ["AbortSignal", () => new AbortController().signal, "result"],
  ["AbortSignal that is aborted", () => AbortSignal.abort("why"), "result"],
  ["AbortController", () => new AbortController(), "both"],
  ["Blob", () => new Blob(["text"]), "both"],
  ["File", () => new File(["text"], "name.txt"), "both"],
  ["Request without a body", () => new Request("http://a/", { headers: { a: "1" } }), "result"],
  ["Request of another method", () => new Request("http://a/", { method: "HEAD" }), "result"],
  ["Request with a body", () => new Request("http://a/", { method: "POST", body: "x" }), "both"],
  ["Response", () => new Response("x"), "both"],
  ["Response of events", () => new Response("x", { headers: { "content-type": "text/event-stream" } }), "both"],
  ["Headers that refuse changes", () => Response.redirect("http://a/", 302).headers, "result"],
  ["ReadableStream", () => new Blob(["x"]).stream(), "both"],
  ["stream of Node", () => Readable.from(["x"]), "both"],
  ["EventEmitter", () => new EventEmitter(), "both"],
  ["EventTarget", () => new EventTarget(), "both"],
  ["TextEncoder", () => new TextEncoder(), "both"],
  ["MessageChannel", () => closedPort(), "both"],
  ["timer", () => stoppedTimer(), "both"],
  ["object of another realm", () => runInNewContext("({ a: 1 })") as object, "result"],
  ["array of another realm", () => runInNewContext("[1, 2]") as object, "result"],
  ["Map of another realm", () => runInNewContext("new Map([[1, 2]])") as object, "result"],
  ["Date of another realm", () => runInNewContext("new Date(0)") as object, "result"],
  ["Promise of another realm", () => runInNewContext("Promise.resolve()") as object, "both"],
  ["function of another realm", () => runInNewContext("() => 1") as object, "both"],
]);

function searched(): URL {
  const url = new URL("http://a/search?c=1");
  url.searchParams.get("c");
  return url;
}

function withParameters(): object {
  const url = new URL("http://a/?c=1");
  return { url, params: url.searchParams };
}

function parametersFirst(): object {
  const url = new URL("http://a/?c=1");
  return { params: url.searchParams, url };
}

function form(name: string, value: string | Blob): FormData {
  const data = new FormData();
  if (typeof value === "string") data.append(name, value);
  else data.append(name, value, "file.txt");
  return data;
}

function closedPort(): object {
  const { port1 } = new MessageChannel();
  port1.close();
  return port1;
}

function stoppedTimer(): object {
  const timer = setTimeout(() => undefined, 1);
  clearTimeout(timer);
  return timer;
}
