import settings from "units";
import rates from "./rates.json" with { type: "json" };
export const later = () => {
  settings.scale = 7;
  rates.rate = 8;
};
