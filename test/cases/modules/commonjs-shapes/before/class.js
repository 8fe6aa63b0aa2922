class Five {
  value() {
    return 5;
  }
}
module.exports = Five;
