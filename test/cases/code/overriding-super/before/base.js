export class Base {
  // @astrocache
  total() {
    console.error("ran base");
    return 10;
  }
}
