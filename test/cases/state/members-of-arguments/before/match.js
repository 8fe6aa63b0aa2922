export function buildMatch(args) {
  return (text) => args.valueCallback(args.patterns.findIndex((pattern) => pattern.test(text)));
}
