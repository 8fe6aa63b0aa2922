import settings, { setLocale } from "units";
import rates from "./rates.json" with { type: "json" };
settings.scale = 2;
settings.defaults.sign = "*";
setLocale("de");
rates.rate = 5;
export const done = true;
