// Imported first by everything that runs before installation: an old Node gets a line, not a stack.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gatehouse needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
