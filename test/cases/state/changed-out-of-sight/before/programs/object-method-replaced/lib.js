export const lib = { size(x) { return x.length; }, nested: { twice: (x) => x * 2 } };
export default lib;
