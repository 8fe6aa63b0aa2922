export function mix(C) { const { prototype } = C; prototype.area = () => 7; }
