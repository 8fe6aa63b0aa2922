import { bypass, cache, refresh } from "astrocache";

const load = cache(async function load(id) {
  console.error("ran load");
  await null;
  return { id };
});
// @astrocache
function double(n) {
  console.error("ran double");
  return n * 2;
}
const steps = cache(function* steps(n) {
  console.error("ran steps");
  for (let i = 0; i < n; i++) yield i;
});
/** What is stored differs with the hook and without: it goes to where runs are counted. */
function note(what) {
  console.error(`ran ${what}`);
}

note(load.peek(1) === undefined ? "absent" : "present");
console.log(await load(1), await load(1));
note(load.peek(1) === undefined ? "absent" : "present");
console.log(
  await bypass(async () => {
    await null;
    return [await load(1), double(1)];
  }),
);
console.log(
  await refresh(async () => {
    await null;
    const [one, two] = await Promise.all([load(1), bypass(() => load(1))]);
    return [one, two, one === two];
  }),
  await load(1),
);
note(`${load.forget(1)}-${load.forget(1)}-${load.peek(1)}-${double.peek}`);
console.log([bypass(() => double(2)), double(2), refresh(() => double(2)), double(2)]);
try {
  bypass(() => {
    throw new Error("through");
  });
} catch (error) {
  console.log(error.message, double(3));
}
console.log([...steps(2)].join());
const peeked = steps.peek(2)?.value;
if (peeked !== undefined) note(`${String(peeked).slice(8, -1)}-${[...peeked]}-${peeked.next().done}`);
