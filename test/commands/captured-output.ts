/** What a command prints for people. */

/** @returns what was written to stdout while the work ran */
export async function captureOutput(work: () => Promise<unknown>): Promise<{ stdout: string }> {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  // The test runner reports over the same stream, in bytes.
  process.stdout.write = (chunk: string | Uint8Array) => {
    if (typeof chunk !== 'string') return write(chunk);
    written.push(chunk);
    return true;
  };
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return { stdout: written.join('') };
}
