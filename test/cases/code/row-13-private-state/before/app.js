class Cart {
  #rate;
  constructor(rate) {
    this.#rate = rate;
  }
  // @astrocache
  total(n) {
    console.error("ran total");
    return n * this.#rate;
  }
}

console.log(new Cart(2).total(10), new Cart(3).total(10));
