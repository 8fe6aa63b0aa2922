import { BASE, ENTRIES, twice } from "./base.js";
const SPREAD = { ...BASE };
const api = (() => {
  const hidden = 2;
  return { got: hidden };
})();
const FROM = Object.fromEntries(ENTRIES);
const COMPUTED = [1, 2].map(twice);

// @astrocache
function f() {
  console.error("ran f");
  return `${SPREAD.one} ${api.got} ${FROM.three} ${COMPUTED[1]}`;
}
console.log(f());
