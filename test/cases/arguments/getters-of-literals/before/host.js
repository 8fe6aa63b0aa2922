export const host = { name: "a.example" };
