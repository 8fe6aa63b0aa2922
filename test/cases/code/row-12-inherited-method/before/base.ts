export class Base {
  size(): number {
    console.error("ran size");
    return 6;
  }
  static unit(): number {
    console.error("ran unit");
    return 7;
  }
}
