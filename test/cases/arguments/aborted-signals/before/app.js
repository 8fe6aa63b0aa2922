import { setTimeout as wait } from "node:timers/promises";

const print = (...values) => console.log(...values.map((value) => value?.message ?? value));

// @astrocache ignore=signal
async function load(x, signal) {
  console.error("ran load");
  signal?.throwIfAborted();
  await wait(100, undefined, { signal });
  return `loaded ${x}`;
}
// @astrocache
async function fetched(x, { signal } = {}) {
  console.error("ran fetched");
  await wait(100, undefined, { signal });
  return `fetched ${x}`;
}
// @astrocache ignore=options
function partly(x, options) {
  console.error("ran partly");
  return options.signal.aborted ? "part" : `all of ${x}`;
}
// @astrocache ignore=signal
function* steps(signal) {
  console.error("ran steps");
  for (let i = 0; i < 3; i++) {
    if (signal.aborted) return;
    yield i;
  }
}
const never = () => new AbortController().signal;
const aborted = () => AbortSignal.abort(new Error("given up"));
/** Two wait for one run; one of the two gives up. */
async function together(run, first) {
  const [one, two] = [new AbortController(), new AbortController()];
  const calls = [run(one.signal), run(two.signal)];
  (first ? one : two).abort();
  const settled = await Promise.allSettled(calls);
  return settled.map(({ status, value, reason }) => (status === "fulfilled" ? value : reason.name)).sort().join();
}
if (process.argv[2] === "together") {
  print(await together((signal) => load(1, signal), true), await together((signal) => load(2, signal), false));
  print(await together((signal) => fetched(1, { signal }), true), await together((signal) => fetched(2, { signal }), false));
} else {
  print(await load(1), await load(1, never()), await load(1, aborted()).catch((error) => error));
  print(partly(1, { signal: never() }), partly(1, { signal: aborted() }), partly(1, { signal: never() }));
  print([...steps(never())].join());
  const giveUp = new AbortController();
  for (const step of steps(giveUp.signal)) {
    print(step);
    if (step === 1) giveUp.abort();
  }
}
