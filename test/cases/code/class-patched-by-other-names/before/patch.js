import { Far } from "./far.js";

const { prototype } = Far;
prototype.m = () => "far 1";
export const patched = true;
