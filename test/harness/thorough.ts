/** Whether all combinations are asked for (`npm run test:thorough`), which CI runs. They take minutes. */
export const IS_THOROUGH = process.env["AC_TEST_EVERY_WAY"] !== undefined;
