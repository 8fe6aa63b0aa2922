export const later = () => undefined;
