/** In which file of the package a module is that `requireOwn` names. The build fills it: outside of the package there are no such files. */
export const CHUNK_OF: Readonly<Record<string, string>> = {};
