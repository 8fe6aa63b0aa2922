class Disk {
  #reads = 0;
  constructor(radius) {
    this.radius = radius;
  }
  // @astrocache
  get area() {
    console.error("ran area");
    return Math.round(this.radius ** 2 * Math.PI);
  }
  // @astrocache
  set size(value) {
    console.error("ran setter");
    this.radius = Math.sqrt(value / Math.PI);
  }
  // @astrocache
  static get unit() {
    console.error("ran unit");
    return { name: "cm" };
  }
  // @astrocache
  set ignored(value) {
    console.error(`ran ignored`);
    void value;
  }
}
const table = {
  rows: [1, 2],
  // @astrocache
  get total() {
    console.error("ran total");
    return this.rows.reduce((sum, row) => sum + row, 0);
  },
};
class Pair {
  constructor() {
    this.size = 1;
  }
  // @astrocache
  get double() {
    console.error("ran get");
    return this.size * 2;
  }
  // @astrocache
  set double(value) {
    console.error("ran set");
    this.size = value / 2;
  }
}
class Wide extends Disk {
  // @astrocache
  get area() {
    console.error("ran wide");
    return super.area * 2;
  }
}
const disk = new Disk(2);
console.log(disk.area, disk.area, new Disk(3).area, Disk.unit, table.total);
disk.size = 314;
disk.ignored = 1;
console.log(Math.round(disk.radius), disk.area, new Wide(2).area, Object.keys(disk).join());
console.log(Object.getOwnPropertyDescriptor(Disk.prototype, "area").get.name);
const pair = new Pair();
pair.double = 6;
console.log(pair.double, pair.size);
