/** How plain HTML reads; the website gives it its own fonts and colours. */
const STYLE = `
  :root { color-scheme: light; }
  body { max-width: 68ch; margin: 28px auto; padding: 0 24px; font: 16px/1.65 ui-sans-serif, system-ui, sans-serif; color: #1f2937; background: #fff; overflow-wrap: break-word; }
  h1, h2, h3 { line-height: 1.25; letter-spacing: -.01em; color: #0f172a; }
  img, video, iframe { max-width: 100%; height: auto; border-radius: 8px; }
  blockquote { margin: 1.5em 0; padding-left: 1em; border-left: 3px solid #cbd5e1; color: #475569; }
  pre { overflow-x: auto; padding: 12px; border-radius: 8px; background: #f1f5f9; }
  a { color: #1d4ed8; }
  table { border-collapse: collapse; } td, th { border: 1px solid #cbd5e1; padding: 6px 10px; }
`

interface PostPreviewProps {
  id: string
  title: string
  content: string
}

/** The sandbox keeps scripts in the content from running, and the content from reaching the dashboard. */
export function PostPreview({ id, title, content }: PostPreviewProps) {
  const heading = document.createElement('h1')
  heading.textContent = title
  return (
    <iframe
      id={id}
      title="Preview of the post"
      sandbox=""
      class="h-[58dvh] w-full rounded-md border border-line-strong bg-white"
      srcDoc={`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${heading.outerHTML}${content}`}
    />
  )
}
