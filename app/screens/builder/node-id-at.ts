/** The innermost block something in the canvas belongs to. The canvas is another window: its classes are not ours. */
export function nodeIdAt(target: EventTarget | null): string | undefined {
  const element = target as Partial<Element> | null
  return element?.closest?.('[data-node]')?.getAttribute('data-node') ?? undefined
}
