import { angled, suffix } from "./decorators.ts";

@suffix("!")
class Text {
  end = "";
  @angled
  show(text: string): string {
    return text;
  }
}

// @astrocache
export function show(text: string): string {
  console.error("ran show");
  const value = new Text();
  return value.show(text) + value.end;
}
console.log(show("x"));
