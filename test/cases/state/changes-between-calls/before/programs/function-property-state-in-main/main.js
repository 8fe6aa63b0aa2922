function helper() { return helper.calls; }
helper.calls = 1;
// @astrocache
function f() { return helper(); }
function main() { const r = [f()]; helper.calls = 5; r.push(f()); console.log("function property state in main:", ...r); }
main();
