import api from "./api.js";
export function patch() { api.get = () => 2; }
