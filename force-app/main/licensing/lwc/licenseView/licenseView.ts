import daysAhead from '@salesforce/label/c.LicensePanel_DaysAhead';
import daysPast from '@salesforce/label/c.LicensePanel_DaysPast';
import endsToday from '@salesforce/label/c.LicensePanel_EndsToday';
import noLastDay from '@salesforce/label/c.LicensePanel_NoLastDay';
import seatsUsed from '@salesforce/label/c.LicensePanel_SeatsUsed';
import siteUnknown from '@salesforce/label/c.LicensePanel_SiteUnknown';
import siteUsed from '@salesforce/label/c.LicensePanel_SiteUsed';
import usageUnknown from '@salesforce/label/c.LicensePanel_UsageUnknown';
import extendLabel from '@salesforce/label/c.LicenseAction_Extend';
import reinstateLabel from '@salesforce/label/c.LicenseAction_Reinstate';
import suspendLabel from '@salesforce/label/c.LicenseAction_Suspend';
import { fill } from 'c/labelText';
import type { Refusal } from 'c/refusal';

/** Seats of a site license. */
const SITE = -1;

export type ActionName = 'suspend' | 'reinstate' | 'extend';

/** An action, and why not when it is not allowed. */
export interface LicenseAction {
  name: string;
  isAllowed: boolean;
  refusal?: Refusal | null;
}

/** A license as LicenseActionsController.getLicense gives it; empty values may be absent. */
export interface LicenseView {
  id: string;
  /** Number, L-00001. */
  name: string;
  /** Effective status today. */
  status: string;
  /** ISO date, last day of access. */
  expiration?: string | null;
  /** 0 on the last day, negative when past. */
  daysLeft?: number | null;
  /** -1 is a site license. */
  seats?: number | null;
  used?: number | null;
  revision?: number | null;
  /** Whether the terms are in force in the customer's org; empty when nothing is sent there. */
  isPropagated?: boolean | null;
  inForceRevision?: number | null;
  /** ISO moment. */
  inForceSince?: string | null;
  suspensionReason?: string | null;
  actions: readonly LicenseAction[];
}

/** What every change says beside its own values. */
export interface ChangeRequest {
  recordId: string;
  reason: string | null;
  reference: string | null;
  /** Revision the person has seen. */
  expectedRevision: number | null;
}

export interface LicenseOutcome {
  name: string;
  /** False when the license has these terms already. */
  isChanged: boolean;
  warning?: string | null;
}

export const ACTION_LABELS: Readonly<Record<ActionName, string>> = {
  suspend: suspendLabel,
  reinstate: reinstateLabel,
  extend: extendLabel,
};

const STATUS_THEMES: Readonly<Record<string, string>> = {
  Trial: 'slds-badge_lightest',
  Active: 'slds-theme_success',
  Suspended: 'slds-theme_error',
  Expired: 'slds-theme_warning',
};

/** Class of the badge of an effective status. */
export function statusTheme(status: string): string {
  return STATUS_THEMES[status] ?? '';
}

export function daysLeftText(daysLeft: number | null | undefined): string {
  if (daysLeft === null || daysLeft === undefined) return noLastDay;
  if (daysLeft === 0) return endsToday;
  return daysLeft > 0 ? fill(daysAhead, daysLeft) : fill(daysPast, -daysLeft);
}

export function seatsText({ seats, used }: Pick<LicenseView, 'seats' | 'used'>): string {
  const isUnknown = used === null || used === undefined;
  if (seats === SITE) return isUnknown ? siteUnknown : fill(siteUsed, used);
  return isUnknown ? fill(usageUnknown, seats ?? 0) : fill(seatsUsed, used, seats ?? 0);
}

/** Whether more seats are in use than the license has. */
export function isOverUsed({ seats, used }: Pick<LicenseView, 'seats' | 'used'>): boolean {
  return seats !== SITE && (used ?? 0) > (seats ?? 0);
}
