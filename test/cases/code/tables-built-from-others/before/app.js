import { BASE, ENTRIES, twice } from "./base.js";
const SPREAD = { ...BASE };
const api = (() => {
  let hidden = 2;
  return { get: () => hidden };
})();
const FROM = Object.fromEntries(ENTRIES);
const COMPUTED = [1, 2].map(twice);

// @astrocache
function f() {
  console.error("ran f");
  return `${SPREAD.one} ${api.get()} ${FROM.three} ${COMPUTED[1]}`;
}
console.log(f());
