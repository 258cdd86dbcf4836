// Runs before the first paint, so that a chosen theme never flashes.
for (const name of ['theme', 'density']) {
  const value = localStorage.getItem(name)
  if (value && value !== 'system' && value !== 'comfortable') document.documentElement.dataset[name] = value
}
