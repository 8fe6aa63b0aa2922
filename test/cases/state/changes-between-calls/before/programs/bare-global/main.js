// @astrocache
function f() { return counter; }
function main() { globalThis.counter = 1; const r = [f()]; globalThis.counter = 2; r.push(f()); console.log("bare global:", ...r); }
main();
