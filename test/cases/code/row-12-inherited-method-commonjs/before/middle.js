const { Base } = require("./base");
module.exports = class Middle extends Base {};
