/** Types of the platform's modules that our components import and that no installed package describes. */
declare module '@salesforce/apex' {
  import type { WireAdapterConstructor } from 'lwc';
  /** What a wired Apex method gives: both are absent until the first answer. */
  export interface ApexResult<T> {
    data?: T;
    error?: unknown;
  }
  /** An Apex method: called, it answers once; wired, it answers again when a parameter changes. */
  export interface ApexMethod<P, T> {
    (parameters: P): Promise<T>;
    adapter: WireAdapterConstructor<{ [name in keyof P]: P[name] | undefined }, ApexResult<T>>;
  }
  /** Asks again for what a wire gave. */
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/schema/*' {
  const field: { fieldApiName: string; objectApiName: string };
  export default field;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface RecordRepresentation {
    id: string;
    apiName: string;
    fields: Readonly<Record<string, { value: unknown; displayValue: string | null }>>;
  }
  export const getRecord: WireAdapterConstructor<
    { recordId: string | undefined; fields?: unknown; optionalFields?: unknown },
    { data?: RecordRepresentation; error?: unknown }
  >;
  export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface WireResult<T> {
    data?: T;
    error?: unknown;
  }
  export interface PicklistValues {
    values: readonly { label: string; value: string }[];
  }
  export const getObjectInfo: WireAdapterConstructor<
    { objectApiName: unknown },
    WireResult<{ defaultRecordTypeId: string }>
  >;
  export const getPicklistValues: WireAdapterConstructor<
    { recordTypeId: string | undefined; fieldApiName: unknown },
    WireResult<PicklistValues>
  >;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      title: string;
      message?: string;
      variant?: 'info' | 'success' | 'warning' | 'error';
      mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module 'lightning/modal' {
  import type { LightningElement } from 'lwc';
  /** Public properties of a modal, which `open` passes on. */
  type Properties<T> = {
    [
      K in Exclude<keyof T, keyof LightningElement | 'close'> as T[K] extends (...values: never[]) => unknown
        ? never
        : K
    ]?: T[K];
  };
  export default class LightningModal extends LightningElement {
    static open<T extends LightningModal>(
      this: new () => T,
      properties: Properties<T> & {
        label: string;
        size?: 'small' | 'medium' | 'large' | 'full';
        description?: string;
        disableClose?: boolean;
      },
    ): Promise<unknown>;
    label: string;
    size: 'small' | 'medium' | 'large' | 'full';
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}
