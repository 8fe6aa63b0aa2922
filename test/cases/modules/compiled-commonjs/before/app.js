"use strict";
const work_1 = require("./work");
console.log((0, work_1.f)());
