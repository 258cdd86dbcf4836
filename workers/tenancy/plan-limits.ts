/** What an agency may have until plans say otherwise. */
export const planLimits = { clients: 100, storedBytes: 50 * 1024 ** 3 }
