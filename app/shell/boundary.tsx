import { RotateCw, TriangleAlert } from 'lucide-preact'
import { Component, type ComponentChildren } from 'preact'
import { Button, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

interface BoundaryProps {
  /** A new one gives the screen another chance. */
  path: string
  children: ComponentChildren
}

/** Keeps the shell standing when a screen breaks. */
export class Boundary extends Component<BoundaryProps, { brokenAt?: string }> {
  override state: { brokenAt?: string } = {}

  override componentDidCatch(error: unknown): void {
    this.setState({ brokenAt: this.props.path })
    reportError(error)
  }

  override render() {
    if (this.state.brokenAt !== this.props.path) return this.props.children
    return (
      <Empty
        icon={<TriangleAlert />}
        title="This screen ran into a problem"
        isPage
        action={
          <>
            <Button look="primary" icon={<RotateCw />} onClick={() => location.reload()}>
              Reload
            </Button>
            <LinkButton href="/">Go to the overview</LinkButton>
          </>
        }
      >
        Nothing you saved is lost. Reload to try again.
      </Empty>
    )
  }
}
