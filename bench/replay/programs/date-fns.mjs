import * as lib from "./lib.mjs";

/** The targets. */
export const calls = {
  addDays: (date, count) => lib.addDays(date, count),
  addMonths: (date, count) => lib.addMonths(date, count),
  addBusinessDays: (date, count) => lib.addBusinessDays(date, count),
  add: (date, duration) => lib.add(date, duration),
  sub: (date, duration) => lib.sub(date, duration),
  differenceInCalendarDays: (a, b) => lib.differenceInCalendarDays(a, b),
  differenceInBusinessDays: (a, b) => lib.differenceInBusinessDays(a, b),
  differenceInMonths: (a, b) => lib.differenceInMonths(a, b),
  differenceInYears: (a, b) => lib.differenceInYears(a, b),
  differenceInHours: (a, b) => lib.differenceInHours(a, b),
  intervalToDuration: (start, end) => lib.intervalToDuration({ start, end }),
  eachDayOfInterval: (start, end) => lib.eachDayOfInterval({ start, end }).length,
  eachWeekendOfMonth: (date) => lib.eachWeekendOfMonth(date),
  areIntervalsOverlapping: (a, b) => lib.areIntervalsOverlapping({ start: a, end: b }, { start: a, end: b }),
  format: (date, pattern) => lib.format(date, pattern),
  formatGerman: (date, pattern) => lib.format(date, pattern, { locale: lib.de }),
  formatISO: (date) => lib.formatISO(date),
  formatDistance: (a, b) => lib.formatDistance(a, b),
  formatDistanceStrict: (a, b) => lib.formatDistanceStrict(a, b),
  formatRelative: (a, b) => lib.formatRelative(a, b),
  formatDuration: (duration) => lib.formatDuration(duration),
  parse: (text, pattern) => lib.parse(text, pattern, new Date(0)),
  parseISO: (text) => lib.parseISO(text),
  parseJSON: (text) => lib.parseJSON(text),
  isValid: (date) => lib.isValid(date),
  isMatch: (text, pattern) => lib.isMatch(text, pattern),
  isWeekend: (date) => lib.isWeekend(date),
  isSameWeek: (a, b) => lib.isSameWeek(a, b),
  startOfWeek: (date) => lib.startOfWeek(date, { weekStartsOn: 1 }),
  endOfMonth: (date) => lib.endOfMonth(date),
  startOfQuarter: (date) => lib.startOfQuarter(date),
  lastDayOfDecade: (date) => lib.lastDayOfDecade(date),
  getISOWeek: (date) => lib.getISOWeek(date),
  getWeekOfMonth: (date) => lib.getWeekOfMonth(date),
  getDayOfYear: (date) => lib.getDayOfYear(date),
  setISOWeek: (date, week) => lib.setISOWeek(date, week),
  set: (date, values) => lib.set(date, values),
  nextMonday: (date) => lib.nextMonday(date),
  closestTo: (date, dates) => lib.closestTo(date, dates),
  max: (dates) => lib.max(dates),
  roundToNearestMinutes: (date) => lib.roundToNearestMinutes(date, { nearestTo: 15 }),
};

const dates = [
  new Date(0),
  new Date("2024-02-29T12:34:56.789Z"),
  new Date("1999-12-31T23:59:59.999Z"),
  new Date("2023-03-26T01:30:00Z"),
  new Date("2021-01-03T00:00:00Z"),
  new Date(NaN),
];
const pairs = cross(dates, dates);
const counts = [0, 1, -40, 1.5];
const durations = [{}, { months: 1, days: -3 }, { years: 2, hours: 30, minutes: 61 }, { weeks: 1 }];
const patterns = [
  "yyyy-MM-dd'T'HH:mm:ss.SSSxxx",
  "EEEE, do MMMM yyyy",
  "PPPPpppp",
  "RRRR-'W'II-i",
  "Q qqq w D",
  "h:mm b B",
];
const texts = [
  "2024-02-29",
  "2024-02-30",
  "29.02.2024",
  "2024-W09-4",
  "20240229T123456Z",
  "not a date",
  "2024-02-29T12:34:56+05:30",
];

export const inputs = {
  addDays: cross(dates, counts),
  addMonths: cross(dates, counts),
  addBusinessDays: cross(dates, counts),
  add: cross(dates, durations),
  sub: cross(dates, durations),
  differenceInCalendarDays: pairs,
  differenceInBusinessDays: pairs,
  differenceInMonths: pairs,
  differenceInYears: pairs,
  differenceInHours: pairs,
  intervalToDuration: pairs,
  eachDayOfInterval: pairs.slice(0, 12),
  eachWeekendOfMonth: each(dates),
  areIntervalsOverlapping: pairs.slice(0, 12),
  format: cross(dates, patterns),
  formatGerman: cross(dates, patterns.slice(0, 3)),
  formatISO: each(dates),
  formatDistance: pairs,
  formatDistanceStrict: pairs,
  formatRelative: pairs.slice(0, 12),
  formatDuration: each(durations),
  parse: cross(texts, ["yyyy-MM-dd", "dd.MM.yyyy", "RRRR-'W'II-i"]),
  parseISO: each(texts),
  parseJSON: each(texts),
  isValid: each(dates),
  isMatch: cross(texts, ["yyyy-MM-dd", "dd.MM.yyyy"]),
  isWeekend: each(dates),
  isSameWeek: pairs,
  startOfWeek: each(dates),
  endOfMonth: each(dates),
  startOfQuarter: each(dates),
  lastDayOfDecade: each(dates),
  getISOWeek: each(dates),
  getWeekOfMonth: each(dates),
  getDayOfYear: each(dates),
  setISOWeek: cross(dates, [1, 53]),
  set: cross(dates, [{ month: 1 }, { year: 2020, date: 31 }]),
  nextMonday: each(dates),
  closestTo: dates.map((date) => [date, dates]),
  max: [[dates], [dates.slice(0, 3)], [[]]],
  roundToNearestMinutes: each(dates),
};

/** What a target asks of the package, where it is not called as the target is. */
export const asked = { formatGerman: "format" };

export const own = (name) => lib[name];

function cross(left, right) {
  return left.flatMap((a) => right.map((b) => [a, b]));
}

function each(values) {
  return values.map((value) => [value]);
}
