export const jsx = (type: string, { children }: { children: string }): string => `<${type}>${children}</${type}>`;
