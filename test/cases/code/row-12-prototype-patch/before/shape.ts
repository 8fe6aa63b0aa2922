export class Shape {
  area(): number {
    console.error("ran original");
    return 1;
  }
}
