const DEFAULTS = [1, 2];
// @astrocache
function f(x) { return x === DEFAULTS; }
console.log("identity with module const:", f(DEFAULTS), f([1, 2]), f(DEFAULTS));
