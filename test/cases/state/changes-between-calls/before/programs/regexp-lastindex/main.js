const re = /a/g;
// @astrocache
function f(s) { return re.test(s); }
console.log("regexp lastIndex:", f("a"), f("a"), f("a"), f("a"));
