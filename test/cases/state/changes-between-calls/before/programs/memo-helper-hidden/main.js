const memo = (fn) => { const m = new Map(); return (k) => { if (!m.has(k)) m.set(k, fn(k)); return m.get(k); }; };
let base = 1; const get = memo((k) => k + base);
// @astrocache
function f(k) { return get(k); }
const r = [f(1)]; base = 10; r.push(f(1), f(2)); console.log("memo helper hidden:", ...r);
