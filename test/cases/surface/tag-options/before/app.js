// @astrocache ttl=300ms
function short() {
  console.error("ran short");
  return 1;
}
/* @astrocache version=1 */
const versioned = () => {
  console.error("ran versioned");
  return 2;
};
console.log(short(), versioned());
