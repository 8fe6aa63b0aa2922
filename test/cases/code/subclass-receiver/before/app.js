class Base {
  // @astrocache
  total() {
    console.error("ran total");
    return this.rate();
  }
  rate() {
    return 1;
  }
}
class Special extends Base {
  rate() {
    return 2;
  }
}
console.log(new Base().total(), new Special().total(), new Base().total());
