import { buildMatch } from "./match.js";

const base = 1;

export const locale = {
  code: "en",
  month: buildMatch({
    patterns: [/^jan/i, /^feb/i],
    valueCallback: (index) => index + base,
  }),
  day: buildMatch({
    patterns: [/^mon/i, /^tue/i],
    valueCallback(index) {
      return index;
    },
  }),
};
