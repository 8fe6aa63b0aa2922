function price() {
  console.error("ran price");
  return 1;
}
console.log(price());
