const api = { get: () => 1 };
class Shape {
  area() {
    return 1;
  }
}
const plugins = [];

// @astrocache
function f() {
  console.error("ran f");
  return `${api.get()} ${new Shape().area()} ${plugins.map((plugin) => plugin()).join() || "none"}`;
}
const plugin = (text) => () => text;

console.log(f());
api.get = () => 2;
console.log(f());
Shape.prototype.area = () => 2;
console.log(f());
plugins.push(plugin("a"));
console.log(f());
plugins[0] = plugin("b");
console.log(f());
