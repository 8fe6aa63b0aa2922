class Cat {
  sound() {
    return "meow";
  }
}
class Dog {
  sound() {
    return "woof";
  }
}
// @astrocache
function speak(Animal) {
  console.error("ran speak");
  return new Animal().sound();
}
console.log(speak(Cat), speak(Dog));
