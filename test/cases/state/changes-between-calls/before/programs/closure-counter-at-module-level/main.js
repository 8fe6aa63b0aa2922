const next = (() => { let n = 0; return () => ++n; })();
// @astrocache
function f() { return next(); }
console.log("closure counter at module level:", f(), f(), f());
