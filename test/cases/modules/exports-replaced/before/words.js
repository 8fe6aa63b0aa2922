exports = module.exports = {};
const words = (exports.words = []);
words.push("a", "b");
exports.patterns = [/a/g];
exports.sign = "-";
exports.limit = 10;
