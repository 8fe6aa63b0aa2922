class Cart {
  rate: number;
  constructor(rate: number) {
    this.rate = rate;
  }
  factor(): number {
    return this.rate;
  }
  // @astrocache
  total(n: number): number {
    console.error("ran total");
    return n * this.factor();
  }
}

const a = new Cart(2);
const b = new Cart(3);
const seen = [a.total(10), b.total(10), new Cart(2).total(10)];
a.rate = 5;
seen.push(a.total(10));
console.log(...seen);
