// @astrocache
function f() { return this === undefined ? "u" : typeof this + this.k; }
console.log("new.target factories and this default:", f(), f.call({ k: 1 }), f.call({ k: 2 }));
