import { forms } from './forms.ts'
import { portfolio } from './portfolio.ts'
import type { ShippedPlugin } from './shipped-plugin.ts'

/** Every plugin that comes with the product. */
export const shippedPlugins: readonly ShippedPlugin[] = [forms, portfolio]
