const { Base } = require("./base");
Object.assign(Base.prototype, {
  patched() {
    return "p";
  },
});
