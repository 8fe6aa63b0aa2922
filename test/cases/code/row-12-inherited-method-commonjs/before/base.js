exports.Base = class Base {
  size() {
    return 6;
  }
};
