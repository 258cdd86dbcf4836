import type { Template } from './template.contract.ts'

export { fillTemplate } from './fill-template.ts'
export type { Template } from './template.contract.ts'

/** Every website one can begin with, in the gallery's order. Each is read when it is asked for, not when the Worker starts. */
const loaders: Record<string, () => Promise<Template>> = {
  studio: async () => (await import('./studio/studio.ts')).studio,
  clinic: async () => (await import('./clinic/clinic.ts')).clinic,
  hearth: async () => (await import('./hearth/hearth.ts')).hearth,
  alcove: async () => (await import('./alcove/alcove.ts')).alcove,
  chambers: async () => (await import('./chambers/chambers.ts')).chambers,
  tempo: async () => (await import('./tempo/tempo.ts')).tempo,
  gable: async () => (await import('./gable/gable.ts')).gable,
  relay: async () => (await import('./relay/relay.ts')).relay,
  tributary: async () => (await import('./tributary/tributary.ts')).tributary,
  folio: async () => (await import('./folio/folio.ts')).folio,
  assembly: async () => (await import('./assembly/assembly.ts')).assembly,
  gazette: async () => (await import('./gazette/gazette.ts')).gazette,
  blank: async () => (await import('./blank/blank.ts')).blank,
}

export const loadTemplates = (): Promise<Template[]> =>
  Promise.all(Object.values(loaders).map((load) => load()))

export const findTemplate = async (id: string): Promise<Template | undefined> =>
  Object.hasOwn(loaders, id) ? loaders[id]?.() : undefined
