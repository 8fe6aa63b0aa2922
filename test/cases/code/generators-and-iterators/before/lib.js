export function* numbers() {
  yield 1;
  yield 2;
}
export class Box {
  *[Symbol.iterator]() {
    yield 3;
  }
  toString() {
    return "box";
  }
  get size() {
    return 4;
  }
}
