/** One event of a subscriber org, in the form of config/events.schema.json. */
export interface SubscriberEvent {
  readonly eventId: string;
  readonly type: 'install' | 'upgrade' | 'uninstall' | 'usage' | 'orgChange' | 'terms' | 'statement' | 'delivery';
  /** ISO moment, UTC. */
  readonly occurredAt: string;
  readonly sequence?: number;
  readonly sender?: string;
  readonly pkg?: { readonly id: string; readonly namespace?: string; readonly name?: string };
  readonly version?: {
    readonly id: string;
    readonly versionNumber?: string;
    readonly name?: string;
    readonly beta?: boolean;
  };
  readonly org: OrgFacts;
  readonly installer?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly company: string;
    readonly country?: string;
  };
  readonly usage?: { readonly usedSeats: number };
}

export interface OrgFacts {
  /** 15 or 18 characters. */
  readonly id: string;
  readonly name?: string;
  readonly edition?: string;
  readonly status?: string;
  readonly instance?: string;
  readonly isSandbox?: boolean;
  readonly sandboxName?: string;
  readonly parentOrgId?: string;
  readonly country?: string;
}
