// Plain JavaScript on purpose: it has to run on the Node that is too old for the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `DDE needs Node 22.18 or newer and found ${process.versions.node}.\n` +
      'On Linux npm install brings one along: run it again, and start with npm (npm start), not with node.\n' +
      'On a Mac install a current Node from https://nodejs.org.',
  )
  process.exit(1)
}
