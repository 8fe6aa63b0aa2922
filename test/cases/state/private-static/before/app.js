class Sequence {
  static #last = 0;
  static #step = 2;
  static next() {
    return (Sequence.#last += Sequence.#step);
  }
}
class Table {
  static #rows = { a: 1 };
  static row(name) {
    return Table.#rows[name] + 0;
  }
}
// @astrocache
function ticket(name) {
  console.error("ran ticket");
  return `${name}${Sequence.next()}`;
}
// @astrocache
function price(name) {
  console.error("ran price");
  return Table.row(name) * 10;
}
console.log(ticket("a"), ticket("a"), price("a"));
