// First in every npm script, in plain JavaScript so that any Node can run it: says which Node is needed where it is too old.
const required = 24;
const major = Number(process.versions.node.split('.')[0]);
if (!(major >= required)) {
  console.error(
    `Open LMA needs Node ${required} or newer, this is ${process.version}. On Linux and Windows "npm ci" brings it along ` +
      `(run the command through "npm run"); on macOS install Node ${required} first.`,
  );
  process.exit(1);
}
