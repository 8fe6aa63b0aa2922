class A {
  rate() {
    return 1;
  }
  total() {
    console.error("ran total");
    return this.rate();
  }
}
class B {
  rate() {
    return 2;
  }
  total() {
    console.error("ran total");
    return this.rate();
  }
}
class C {
  static rate() {
    return 3;
  }
  static total() {
    console.error("ran total");
    return this.rate();
  }
}
console.log(new A().total(), new B().total(), C.total());
