const ran = (name) => console.error(`ran ${name}`);
// @astrocache
async function text(request) {
  ran("text");
  return `${request.method} ${await request.text()} ${request.bodyUsed}`;
}
// @astrocache
function look(request) {
  ran("look");
  return `${request.method} ${request.headers.get("x")} ${request.bodyUsed}`;
}
// @astrocache
function stamp(request) {
  ran("stamp");
  request.headers.set("x", "stamped");
  return request.url;
}
// @astrocache
async function copied(request) {
  ran("copied");
  return await request.clone().text();
}
const URL_OF = "http://localhost/";
const post = (body) => new Request(URL_OF, { method: "POST", body });
const get = (x) => new Request(URL_OF, { headers: { x } });

console.log(await text(post("a")), await text(post("b")), await text(get("1")), await text(get("1")));
console.log(look(get("1")), look(get("2")), look(get("1")));
const used = post("c");
console.log(look(used), await copied(used), await text(used), look(used));
console.log(await text(used).catch((error) => error.name), await copied(used).catch((error) => error.name));
const stamped = get("1");
console.log(stamp(stamped), look(stamped), stamp(stamped), look(stamped));
const control = new AbortController();
const ended = new Request(URL_OF, { signal: control.signal });
console.log(look(ended), ended.signal.aborted);
control.abort();
console.log(look(ended), ended.signal.aborted);
