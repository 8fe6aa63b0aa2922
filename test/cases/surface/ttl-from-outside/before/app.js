// @astrocache ttl=1d
function own() {
  console.error("ran own");
  return 1;
}
// @astrocache
function theirs() {
  console.error("ran theirs");
  return 2;
}
console.log(own(), theirs());
