const NAME = "four";
class Base {
  five() {
    return 5;
  }
}
export class Leaf extends Base {
  one = 1;
  two = () => 2;
  static {
    this.three = 3;
  }
  [NAME]() {
    return 4;
  }
  five() {
    return super.five();
  }
  call(name) {
    return this[name]();
  }
  six() {
    return 6;
  }
}
