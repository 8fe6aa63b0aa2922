"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = three;
function three() {
    return 3;
}
