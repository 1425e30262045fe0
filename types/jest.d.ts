/** The accessibility matcher that jest-setup.ts registers. */
declare global {
  namespace jest {
    interface Matchers<R> {
      toBeAccessible(): Promise<R>;
    }
  }
}
export {};
