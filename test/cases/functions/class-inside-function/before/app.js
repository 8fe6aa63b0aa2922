function makeClass() {
  return class {
    word() {
      return "hi";
    }
  };
}
// @astrocache
function greet() {
  console.error("ran greet");
  const Greeter = makeClass();
  return new Greeter().word();
}
console.log(greet());
