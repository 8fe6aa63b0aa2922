let count = 0;
// @astrocache
function next() {
  console.error("ran next");
  count += 1;
  return count;
}
console.log(next(), next(), count);
