import { cache } from "astrocache";
import { rates } from "./rates.ts";

function price(item: { cost: number }, logger?: { log(text: string): void }): number {
  console.error("ran price");
  logger?.log("priced");
  return item.cost * rates.standard;
}
const cachedPrice = cache(price, { ignore: "logger" });
console.log(cachedPrice({ cost: 2 }, { log: () => undefined }), cachedPrice({ cost: 2 }), cachedPrice({ cost: 3 }));
console.log(cachedPrice.name, cachedPrice.length, typeof cachedPrice.peek, Object.keys(cachedPrice).length);

const factor = Number("3");
const load = cache(async function load(id: number) {
  console.error("ran load");
  await null;
  return { id, at: factor };
});
console.log(await load(1), (await load(1)) === (await load(1)));

const steps = cache(function* (count: number) {
  console.error("ran steps");
  for (let i = 0; i < count; i++) yield i;
});
console.log([...steps(3)].join(), [...steps(3)].join());

// A memoized function is data as the function that it wraps is.
// @astrocache
function apply(fn: (item: { cost: number }) => number, cost: number): number {
  console.error("ran apply");
  return fn({ cost });
}
console.log(apply(cachedPrice, 7));

function outer(scale: number): number {
  const scaled = cache((value: number) => {
    console.error("ran scaled");
    return value * scale;
  });
  return scaled(2);
}
console.log(outer(10), outer(20), outer(10));

const made = (0, eval)("(function made() { return 1 })") as () => number;
console.log(cache(made)());
class Thing {
  kind = "thing";
}
console.log(new (cache(Thing as never) as unknown as typeof Thing)().kind);
try {
  cache(price, { tll: "1d" } as object);
} catch (error) {
  console.log((error as Error).message);
}
