"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.one = one;
function one() {
    return 1;
}
