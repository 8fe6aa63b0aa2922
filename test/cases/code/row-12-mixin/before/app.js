import { Named } from "./mixin.js";

class Base {}
class Person extends Named(Base) {}

// @astrocache
export function greet(name) {
  console.error("ran greet");
  const person = new Person();
  person.name = name;
  return person.greeting();
}

console.log(greet("ann"));
