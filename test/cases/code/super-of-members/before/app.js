const bases = [{ m: () => 1 }, { m: () => 2 }];
const literal = {
  m() {
    return super.m();
  },
};

// @astrocache
function called(fn) {
  return fn();
}

for (const base of bases) {
  Object.setPrototypeOf(literal, base);
  console.log(called(literal.m));
}

const make = (base) => ({
  __proto__: base,
  m() {
    return super.m();
  },
});
console.log(called(make(bases[0]).m), called(make(bases[1]).m));

class A {
  v() {
    return 1;
  }
}
class B extends A {
  run() {
    return called(() => super.v());
  }
}
console.log(new B().run());
Object.setPrototypeOf(B.prototype, { v: () => 5 });
console.log(new B().run());

class K {
  static run() {
    return called(() => super.q());
  }
}
Object.setPrototypeOf(K, { q: () => 7 });
console.log(K.run());
Object.setPrototypeOf(K, { q: () => 8 });
console.log(K.run());
