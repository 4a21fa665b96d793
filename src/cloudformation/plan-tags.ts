/** Tags of a plan's own stack and of what is in it. Roles of the environment may work with what has them. */
export const planTags = { environment: 'plancc:environment', plan: 'plancc:plan' } as const;
