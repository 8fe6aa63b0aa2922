function make(rate) { return class { m() { return rate; } }; }
const K = make(1);
const L = make(2);
// @astrocache
function f() { return new K().m(); }
// @astrocache
function use(C) { return new C().m(); }
const seen = [f(), use(K), use(L)];
const patch = (C) => { C.prototype.m = () => "p"; };
patch(K);
seen.push(f(), use(K), use(L));
console.log("factory-made class:", ...seen);
