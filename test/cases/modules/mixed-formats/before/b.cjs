exports.b = function () {
  return 2;
};
