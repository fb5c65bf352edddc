// @ts-check
// Imported first, for its effect: what follows is written for these versions and would fail on others with riddles.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(
    `Dvor needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org or by the package manager.`,
  );
}
if (process.platform === 'win32') {
  refuse('Dvor runs on Linux and macOS. On Windows start it inside WSL.');
}

/** @param {string} line */
function refuse(line) {
  console.error(`\n  ✗ ${line}\n`);
  process.exit(1);
}
