class Service { constructor() { this.options = { rate: 1 }; } get() { return this.options.rate; } }
const service = new Service();
const { options } = service;
// @astrocache
function f() { return service.get(); }
const seen = [f()];
options.rate = 2;
seen.push(f());
console.log("nested object of an instance:", ...seen);
