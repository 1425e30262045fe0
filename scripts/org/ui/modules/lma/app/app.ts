/** The frame of every page: navigation, toasts, and the page that the address names. */
import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { UI_API, callEngine, messageOf } from 'lma/engine';
import { goTo, listPath, parseRoute } from 'lma/route';
import type { Route } from 'lma/route';

interface NavItem {
  readonly developerName: string;
  readonly label: string;
  readonly available: boolean;
  readonly objectApiName: string | null;
}

interface AppInfo {
  readonly label: string;
  readonly selected: boolean;
  readonly navItems: readonly NavItem[];
}

interface ToastDetail {
  readonly title: string;
  readonly message?: string;
  readonly variant?: string;
  readonly mode?: string;
}

export default class App extends LightningElement {
  appLabel = '';
  items: readonly NavItem[] = [];
  route: Route | null = { kind: 'home' };
  errorText = '';
  userName = globalThis.lmaUser.name;

  connectedCallback(): void {
    // Within the template: what the toast itself dispatches at this element must not come back here.
    this.template?.addEventListener('lightning__showtoast', (event) => this.toast(event as CustomEvent<ToastDetail>));
    this.addEventListener('click', (event) => this.follow(event));
    window.addEventListener('popstate', () => this.show());
    window.addEventListener('lma:navigate', (event) => {
      const { path, replaces } = (event as CustomEvent<{ path: string; replaces: boolean }>).detail;
      history[replaces ? 'replaceState' : 'pushState'](null, '', path);
      this.show();
    });
    void this.load();
  }

  get tabs(): { key: string; label: string; href: string; itemClass: string; current: string | null }[] {
    const shown = this.route?.kind === 'list' || this.route?.kind === 'record' ? this.route.object : '';
    return this.items.map((item) => {
      const isCurrent = item.objectApiName !== null && item.objectApiName === shown;
      return {
        key: item.developerName,
        label: item.label,
        href: item.objectApiName === null ? `/lightning/n/${item.developerName}` : listPath(item.objectApiName),
        itemClass: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
        current: isCurrent ? 'page' : null,
      };
    });
  }

  get listObject(): string {
    return this.route?.kind === 'list' ? this.route.object : '';
  }

  get listView(): string {
    return this.route?.kind === 'list' ? this.route.view : '';
  }

  get recordId(): string {
    return this.route?.kind === 'record' ? this.route.id : '';
  }

  get recordObject(): string {
    return this.route?.kind === 'record' ? this.route.object : '';
  }

  get missingText(): string {
    if (this.route === null) return 'There is no page at this address.';
    return this.route.kind === 'tab' ? `The tab ${this.route.name} has no page here.` : '';
  }

  async handleLogout(): Promise<void> {
    await callEngine('POST', '/logout').catch(() => undefined);
    location.assign('/');
  }

  private async load(): Promise<void> {
    try {
      const { apps } = await callEngine<{ apps: AppInfo[] }>('GET', `${UI_API}/apps`);
      const app = apps.find((one) => one.selected) ?? apps[0];
      this.appLabel = app?.label ?? '';
      this.items = (app?.navItems ?? []).filter((item) => item.available);
      if (this.items.length === 0) this.errorText = 'You may see none of the tabs. Log in as someone else.';
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.show();
  }

  private show(): void {
    this.route = parseRoute(new URL(location.href));
    const first = this.items.find((item) => item.objectApiName !== null);
    if (this.route?.kind === 'home' && first?.objectApiName) goTo(listPath(first.objectApiName), true);
    document.title = this.appLabel;
  }

  /** Links within the app change the page without loading it anew. */
  private follow(event: Event): void {
    const mouse = event as MouseEvent;
    if (mouse.ctrlKey || mouse.metaKey || mouse.shiftKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const path = link?.getAttribute('href') ?? '';
    if (!path.startsWith('/lightning/')) return;
    event.preventDefault();
    goTo(path);
  }

  private toast(event: CustomEvent<ToastDetail>): void {
    // The base components' own container further up knows no such event.
    event.stopPropagation();
    const { title, message, variant, mode } = event.detail;
    void Toast.show({ label: title, message, variant, mode: mode ?? 'dismissible' }, this);
  }
}
