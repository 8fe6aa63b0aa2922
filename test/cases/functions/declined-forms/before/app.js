function* count() {
  yield arguments.length;
}
class Box {
  constructor() {
    this.n = 2;
  }
  get size() {
    return 3;
  }
}
function direct(text) {
  return eval(text);
}
const box = new Box();
console.log(count(0).next().value, box.n, box.size, direct("4"));
