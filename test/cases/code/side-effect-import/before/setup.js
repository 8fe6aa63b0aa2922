import { deeper } from "./deeper.js";
Number.prototype.raised = function () {
  return deeper(this * 0 + 10);
};
