const { register } = require("./table");
function double(x) {
  console.error("ran double");
  return x * 2;
}
function square(x) {
  console.error("ran square");
  return x * x;
}
register("double", double);
register("square", square);
