const c = { n: 1 };
export const conf = () => c;
