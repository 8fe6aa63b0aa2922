class Account {
  #balance;
  constructor(balance) {
    this.#balance = balance;
  }
  balance() {
    return this.#balance;
  }
  // @astrocache
  inherited(rate) {
    console.error("ran inherited");
    return this.#balance * rate;
  }
}
class Savings extends Account {
  // @astrocache
  interest(rate) {
    console.error("ran interest");
    return this.balance() * rate;
  }
}
class Marked extends Account {
  #mark = 1;
  // @astrocache
  marked(rate) {
    console.error("ran marked");
    return this.balance() * rate + this.#mark;
  }
}
class Other {
  #hidden;
  balance = undefined;
  constructor(hidden) {
    this.#hidden = hidden;
  }
  ask() {
    return this.#hidden;
  }
}
class Asker {
  #own = 1;
  // @astrocache
  borrowed() {
    console.error("ran borrowed");
    return #own in this ? this.#own : this.ask();
  }
}
const { borrowed } = Asker.prototype;
console.log(new Savings(100).interest(2), new Savings(200).interest(2));
console.log(new Marked(100).marked(2), new Marked(200).marked(2));
console.log(new Account(5).inherited(2), new Savings(6).inherited(2), new Marked(7).inherited(2));
console.log(new Asker().borrowed(), borrowed.call(new Other(1)), borrowed.call(new Other(2)));
