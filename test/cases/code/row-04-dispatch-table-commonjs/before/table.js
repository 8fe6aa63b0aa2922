const table = Object.create(null);
function register(name, fn) {
  table[name] = fn;
}
module.exports = { table, register };
