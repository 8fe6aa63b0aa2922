export const angle = (strings, value) => `<${value}>${strings.raw[1]}`;
