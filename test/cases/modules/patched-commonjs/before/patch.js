const lib = require("./lib");
lib.word = () => "patched";
