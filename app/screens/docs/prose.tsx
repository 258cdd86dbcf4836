/** A description, with what stands between backticks set as code. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text
        .split('`')
        .map((part, index) =>
          index % 2 === 1 ? <code class="code rounded-sm bg-surface-3 px-1 py-0.5">{part}</code> : part,
        )}
    </>
  )
}
