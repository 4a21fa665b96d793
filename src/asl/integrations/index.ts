// placeholder until the real one lands
export const permissionsOf = (_use: unknown): never[] => [];
