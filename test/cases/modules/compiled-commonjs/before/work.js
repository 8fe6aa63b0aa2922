"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.f = f;
const index_1 = require("./index");
const three_1 = __importDefault(require("./three"));
// @astrocache
function f() {
    console.error("ran f");
    return `${(0, index_1.one)()} ${(0, index_1.two)()} ${(0, three_1.default)()} ${index_1.four.value}`;
}
