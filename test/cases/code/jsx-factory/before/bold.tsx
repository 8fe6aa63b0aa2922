/** @jsx h */
import { h } from "./h.ts";
export const Bold = ({ text }: { text: string }) => <b>{text}</b>;
