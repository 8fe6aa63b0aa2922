type Component = (properties: Record<string, string>) => string;
export function h(tag: string | Component, properties: Record<string, string> | null, ...children: string[]): string {
  if (typeof tag === "function") return tag(properties ?? {});
  return `<${tag}>${children.join("")}</${tag}>`;
}
