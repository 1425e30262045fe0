/** Types of modules that the build of the pages makes, and of base components the shell opens by script. */
declare module 'lma/registry' {
  import type { LightningElement } from 'lwc';
  /** Loaders of the package's components, by the names that pages use. */
  export const COMPONENTS: Readonly<
    Record<string, (() => Promise<{ default: new () => LightningElement }>) | undefined>
  >;
}

declare module 'lightning/toast' {
  import type { LightningElement } from 'lwc';
  export default class Toast {
    static show(
      toast: { label: string; message?: string | undefined; variant?: string | undefined; mode?: string | undefined },
      target: LightningElement,
    ): Promise<unknown>;
  }
}

declare module '@lwc/synthetic-shadow';
