globalThis.RATE = 2;
Array.prototype.count = function () {
  return this.length;
};
export function start() {}
