/** `lightning/navigation`: page references of the platform as addresses of the app. */
import { goTo, listPath, recordPath } from 'lma/route';

interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}
type Constructor = new (...values: unknown[]) => object;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

const ADDRESSES: Readonly<Record<string, (reference: PageReference) => string>> = {
  standard__recordPage: ({ attributes }) =>
    attributes?.['objectApiName']
      ? recordPath(attributes['objectApiName'], attributes['recordId'] ?? '')
      : `/lightning/r/${attributes?.['recordId'] ?? ''}/view`,
  standard__objectPage: ({ attributes, state }) => listPath(attributes?.['objectApiName'] ?? '', state?.['filterName']),
  standard__navItemPage: ({ attributes }) => `/lightning/n/${attributes?.['apiName'] ?? ''}`,
  standard__namedPage: () => '/lightning/page/home',
  standard__webPage: ({ attributes }) => attributes?.['url'] ?? '',
};

function addressOf(reference: PageReference): string {
  const address = ADDRESSES[reference.type];
  if (!address) throw new Error(`The local org has no pages of type ${reference.type}`);
  return address(reference);
}

export function NavigationMixin(Base: Constructor): Constructor {
  return class extends Base {
    [Navigate](reference: PageReference, replaces = false): void {
      if (reference.type === 'standard__webPage') window.open(addressOf(reference), '_blank', 'noopener');
      else goTo(addressOf(reference), replaces);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(addressOf(reference));
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire adapter of the page that is shown. */
export class CurrentPageReference {
  private callback: (value: unknown) => void;

  constructor(callback: (value: unknown) => void) {
    this.callback = callback;
  }

  connect(): void {
    this.update();
  }

  disconnect(): void {
    // Nothing is held while nobody listens.
  }

  update(): void {
    this.callback({ type: 'standard__webPage', attributes: { url: location.pathname }, state: {} });
  }
}
