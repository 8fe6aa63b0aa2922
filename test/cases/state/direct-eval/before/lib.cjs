function f() {
  return 1;
}
let rate = 10;
const list = [100];
exports.code = () => f();
exports.value = () => rate;
exports.items = () => list[0];
exports.change = (text) => {
  eval(text);
};
