const conf = { n: 1 };
const setAll = (o) => { o.n = 2; };
// @astrocache
function f() { return conf.n; }
function main() { const r = [f()]; setAll(conf); r.push(f()); console.log("object passed to mutator in main:", ...r); }
main();
