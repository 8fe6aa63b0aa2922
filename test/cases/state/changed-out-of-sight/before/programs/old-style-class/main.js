function Old() {}
Old.prototype.m = function () { return 1; };
// @astrocache
function f() { return new Old().m(); }
const seen = [f()];
((proto) => { proto.m = () => 3; })(Old.prototype);
seen.push(f());
console.log("old style class:", ...seen);
