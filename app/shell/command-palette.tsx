export function CommandPalette({ onClose }: { onClose: () => void }) {
  onClose()
  return null
}
