const list = [1];
const getList = () => list;
// @astrocache
function f() { return list.length; }
const r = [f()]; getList().push(2); r.push(f()); console.log("array pushed through returned alias:", ...r);
