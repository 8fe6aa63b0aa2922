import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is; undefined: nowhere. */
export const CHROMIUM = [process.env["CHROMIUM"], ...PLACES].find((file) => file !== undefined && existsSync(file));

/** What a test that needs it says where there is none. */
export const NO_CHROMIUM = "needs Chromium: apt-get install chromium, or the path of one in CHROMIUM";
