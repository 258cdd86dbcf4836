import { render } from 'preact'
import type { PageFacts } from './data/actor.ts'
import { App } from './shell/app.tsx'
import { preloadOnHover } from './shell/hover-preload.ts'
import { readKeyboard } from './shell/layers.ts'
import { watchLeaving } from './shell/leaving.ts'
import { preload } from './shell/screens.ts'
import { readAppearance } from './shell/theme.ts'

const root = document.getElementById('app')
const written = document.getElementById('facts')?.textContent

if (root && written) {
  readAppearance()
  readKeyboard()
  watchLeaving()
  // The skeleton the server drew stays until the screen's code is here, so nothing flashes.
  await preload(location.pathname)
  // safe: written by the server of the same build
  render(<App facts={JSON.parse(written) as PageFacts} />, root)
  preloadOnHover()
}
