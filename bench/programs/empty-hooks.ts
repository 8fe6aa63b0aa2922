/** Hooks off the thread that do nothing: there are none. */
export const none = true;
