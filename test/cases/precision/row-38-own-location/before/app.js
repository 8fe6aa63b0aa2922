// @astrocache
function where() {
  console.error("ran where");
  return import.meta.url;
}
console.log(where().split("/").pop());
