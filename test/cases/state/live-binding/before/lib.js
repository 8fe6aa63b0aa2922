export let rate = 1;
export const raise = () => {
  rate += 1;
};
