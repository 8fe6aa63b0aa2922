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
const sounds = [speak(Cat), speak(Dog)];
console.log(...sounds);
