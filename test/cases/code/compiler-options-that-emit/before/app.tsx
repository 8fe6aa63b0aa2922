// @astrocache
function page(text: string): string {
  console.error("ran page");
  return <p>{text}</p>;
}

class Base {
  seen = "";
  set size(value: number) {
    this.seen += value;
  }
}
class Box extends Base {
  // A field over an accessor is what the option is about.
  size = 1;
}

// @astrocache
function box(): string {
  console.error("ran box");
  return new Box().seen;
}

// @astrocache
function plain(): number {
  console.error("ran plain");
  return 1;
}

console.log(page("x"), `"${box()}"`, plain());
