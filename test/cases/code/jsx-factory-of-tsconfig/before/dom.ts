export const dom = { make: (tag: string, _: null, child: string): string => `<${tag}>${child}` };
