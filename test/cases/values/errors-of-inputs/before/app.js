// @astrocache
function field(value) {
  console.error("ran field");
  return value.a;
}
// @astrocache
function text(value) {
  console.error("ran text");
  return JSON.stringify(value);
}
// @astrocache
function joined(value) {
  console.error("ran joined");
  return `${value}`;
}
// @astrocache
function bound({ a }, b = a.c) {
  console.error("ran bound");
  return b;
}
// @astrocache
async function later(value) {
  console.error("ran later");
  await null;
  return value.a;
}
// @astrocache
function spread(...values) {
  console.error("ran spread");
  return values.length;
}
const boom = new RangeError("boom");
const throws = () => {
  throw boom;
};
const traps = new Proxy({}, Object.fromEntries(Reflect.ownKeys(Reflect).flatMap((key) => (typeof key === "string" ? [[key, throws]] : []))));
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const inputs = {
  getter: { get a() { return throws(); } },
  trap: traps,
  revoked,
  toJSON: { a: 1, toJSON: throws },
  toString: { a: 2, toString: throws },
  toPrimitive: { a: 3, [Symbol.toPrimitive]: throws },
  tag: { a: 4, get [Symbol.toStringTag]() { return throws(); } },
  iterator: { a: 5, [Symbol.iterator]: throws },
  inherited: Object.create({ get a() { return throws(); } }),
  constructor: { a: 6, get constructor() { return throws(); } },
  null: null,
  undefined: undefined,
};
const say = (what) => (what === boom ? "boom" : what instanceof Error ? `${what.name}: ${what.message}` : String(what));
for (const [name, input] of Object.entries(inputs)) {
  const said = [field, text, joined, bound, spread].map((fn) => {
    try {
      return say(fn(input));
    } catch (error) {
      return `threw ${say(error)}`;
    }
  });
  console.log(name, said.join(" / "), await later(input).catch((error) => `rejected ${say(error)}`));
}
for (const thrown of [undefined, null, 0, "text", Symbol.for("s"), { a: 1 }, Promise.resolve(1), () => 1]) {
  // @astrocache
  function throwing() {
    console.error("ran throwing");
    throw thrown;
  }
  // @astrocache
  async function rejecting() {
    console.error("ran rejecting");
    throw thrown;
  }
  try {
    throwing();
  } catch (error) {
    console.log(error === thrown, await rejecting().catch((reason) => reason === thrown));
  }
}
