function clock() {
  console.error("ran clock");
  return Date.now();
}
function random() {
  console.error("ran random");
  return Math.random();
}
function nothing() {
  console.error("ran void");
}
function pure() {
  console.error("ran pure");
  return 3;
}
// @astrocache
function tagged() {
  console.error("ran tagged");
  return new Date().getTime();
}
tagged();
console.log(typeof clock(), typeof random(), nothing(), pure());
