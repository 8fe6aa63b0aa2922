exports.one = () => {
  return 1;
};
module.exports.two = function () {
  return 2;
};
exports.tools = {
  three() {
    return 3;
  },
};
exports.Five = require("./class");
