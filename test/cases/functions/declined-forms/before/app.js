function* count() {
  yield 1;
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
console.log(count().next().value, box.n, box.size, direct("4"));
