/** What an agency may have until plans say otherwise. */
export const planLimits = { clients: 100 }
