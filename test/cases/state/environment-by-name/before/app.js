// @astrocache
function url() {
  console.error("ran url");
  return process.env.API_URL;
}
console.log(url());
