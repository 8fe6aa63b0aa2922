const read = (name) => process.env[name];

// @astrocache env=API_URL,LANG_NAME
function url() {
  console.error("ran url");
  return read("API_URL");
}

console.log(url());
