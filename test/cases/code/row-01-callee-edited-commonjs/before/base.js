module.exports = function base(n) {
  console.error("ran base");
  return n + 3;
};
