import { price } from "./app.js";
const attempt = () => {
  try {
    return price(2);
  } catch (error) {
    return error.name;
  }
};
export const early = attempt();
