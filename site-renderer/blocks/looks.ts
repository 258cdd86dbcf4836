import type { NodeStyle, ScreenStyle } from '#workers/sites/page-document.contract.ts'

const names = ['padding', 'width', 'align'] as const

/** Whether a block looks different on some screens, or is not there at all. */
export const differsByScreen = ({ hide, tablet, phone }: NodeStyle): boolean =>
  Boolean(hide?.length || tablet || phone)

/** A block's looks as attributes the stylesheet knows. What a screen does not say is as on the next larger one. */
export function looksOf(style: NodeStyle): Record<string, string | undefined> {
  const { padding, width, align, hide, tablet, phone } = style
  if (!differsByScreen(style)) return { 'data-padding': padding, 'data-width': width, 'data-align': align }
  const looks = names.map((name) => lookOf(name, style[name], { ...phone }, { ...tablet }))
  return Object.assign({ 'data-hide': hide?.join(' ') || undefined }, ...looks)
}

function lookOf(
  name: keyof ScreenStyle,
  desktop: string | undefined,
  onPhone: ScreenStyle,
  onTablet: ScreenStyle,
): Record<string, string | undefined> {
  const tablet = onTablet[name] ?? desktop
  const phone = onPhone[name] ?? tablet
  if (desktop === tablet && tablet === phone) return { [`data-${name}`]: desktop }
  return {
    // Blocks with a space of their own see that somebody chose another.
    ...(name === 'padding' ? { 'data-padding': 'by-screen' } : {}),
    [`data-${name}-desktop`]: desktop,
    [`data-${name}-tablet`]: tablet,
    [`data-${name}-phone`]: phone,
  }
}
