"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.two = void 0;
const two = () => {
    return 2;
};
exports.two = two;
