export class Point {
  x;
  y;
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get length() {
    return Math.hypot(this.x, this.y);
  }
  set length(value) {
    throw new Error(`set to ${value}`);
  }
}
export class Labelled extends Point {
  label = "none";
  #secret() {
    return 1;
  }
  ask() {
    return this.#secret();
  }
}
export class Named extends Point {
  name = "p";
}
export class Failure extends Error {
  name = "Failure";
  constructor(message, at) {
    super(message);
    this.at = at;
  }
}
export class Bag extends Map {
  total() {
    return [...this.values()].reduce((sum, count) => sum + count, 0);
  }
}
