const d = new Date(0);
// @astrocache
function f() { return d.getTime(); }
const r = [f()]; d.setTime(5); r.push(f()); console.log("date mutated:", ...r);
