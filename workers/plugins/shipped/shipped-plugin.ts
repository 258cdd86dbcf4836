import type { PluginManifest } from '../manifest.contract.ts'

/** A plugin that comes with the product: its code and blocks are ours, the rest is as with any other. */
export interface ShippedPlugin {
  key: string
  manifest: Omit<PluginManifest, 'format' | 'id'>
  /** On for every website that nobody has switched it off for. */
  isOnByDefault: boolean
}

export const AUTHOR = { name: 'Dominant Digital Empire' }
