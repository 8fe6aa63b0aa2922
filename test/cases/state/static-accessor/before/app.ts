class Settings {
  static accessor rate = 2;
  static accessor #hidden = 1;
  static get hidden() {
    return Settings.#hidden;
  }
}
class Money {
  accessor amount = 1;
}
// @astrocache
function price(x: number) {
  console.error("ran price");
  return x * Settings.rate;
}
// @astrocache
function twice(money: Money) {
  console.error("ran twice");
  return money.amount * 2;
}
console.log(price(3));
Settings.rate = 5;
console.log(price(3));
const money = new Money();
console.log(twice(money));
money.amount = 4;
console.log(twice(money), Settings.hidden);
