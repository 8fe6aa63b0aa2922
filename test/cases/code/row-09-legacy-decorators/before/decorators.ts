export function suffix(end: string) {
  return (target: { prototype: object }): (new () => object) =>
    class extends (target as unknown as new () => object) {
      end = end;
    };
}
export function angled(_target: object, _key: string, descriptor: PropertyDescriptor): void {
  const method = descriptor.value as (text: string) => string;
  descriptor.value = (text: string) => `<${method(text)}>`;
}
