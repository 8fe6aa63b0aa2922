function f() {
  console.error("ran f");
  return 1;
}
function g() {
  console.error("ran g");
  return 2;
}
console.log(f(), g());
