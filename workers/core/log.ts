/** One JSON object per line, for whatever collects them. Never a secret, never a body. */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Record<string, unknown> = {},
): void {
  // biome-ignore lint/suspicious/noConsole: The one place that writes; Workers collect the console.
  console[level](JSON.stringify({ level, message, ...fields }))
}

/** An error and what caused it, as a log holds it. */
export function describeCause(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) }
  return {
    error: withoutParameters(error.message),
    stack: withoutParameters(error.stack ?? '')
      .split('\n')
      .slice(1, 7)
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeCause(error.cause) }),
  }
}

/** Drizzle's messages end with the statement's parameters: people's data, which no log may hold. */
const withoutParameters = (text: string) =>
  text.replace(/\nparams:[^\n]*(\n(?! {4}at )[^\n]*)*/, '').slice(0, 2000)
