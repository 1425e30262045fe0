import { api, wire } from 'lwc';
import extend from '@salesforce/apex/LicenseActionsController.extend';
import reinstate from '@salesforce/apex/LicenseActionsController.reinstate';
import suspend from '@salesforce/apex/LicenseActionsController.suspend';
import byDays from '@salesforce/label/c.LicenseChange_ByDays';
import cancel from '@salesforce/label/c.LicenseChange_Cancel';
import days from '@salesforce/label/c.LicenseChange_Days';
import daysHelp from '@salesforce/label/c.LicenseChange_DaysHelp';
import header from '@salesforce/label/c.LicenseChange_Header';
import newLastDay from '@salesforce/label/c.LicenseChange_NewLastDay';
import newLastDayHelp from '@salesforce/label/c.LicenseChange_NewLastDayHelp';
import reason from '@salesforce/label/c.LicenseChange_Reason';
import reference from '@salesforce/label/c.LicenseChange_Reference';
import referenceHelp from '@salesforce/label/c.LicenseChange_ReferenceHelp';
import reinstateText from '@salesforce/label/c.LicenseChange_ReinstateText';
import saving from '@salesforce/label/c.LicenseChange_Saving';
import suspendText from '@salesforce/label/c.LicenseChange_SuspendText';
import suspensionReason from '@salesforce/label/c.LicenseChange_SuspensionReason';
import toDate from '@salesforce/label/c.LicenseChange_ToDate';
import until from '@salesforce/label/c.LicenseChange_Until';
import LICENSE from '@salesforce/schema/License__c';
import SUSPENSION_REASON from '@salesforce/schema/License__c.Suspension_Reason__c';
import { fill } from 'c/labelText';
import { ACTION_LABELS } from 'c/licenseView';
import type { ActionName, ChangeRequest, LicenseOutcome, LicenseView } from 'c/licenseView';
import { refusalOf } from 'c/refusal';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import type { PicklistValues, WireResult } from 'lightning/uiObjectInfoApi';
import LightningModal from 'lightning/modal';

type EndKind = 'days' | 'date';

/** A field of the form as the base components are. */
interface FormField extends HTMLElement {
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

/** Asks for what a change needs, carries it out, and closes with its outcome; a refusal stays open, at its field. */
export default class LicenseChangeModal extends LightningModal {
  @api action: ActionName = 'suspend';
  @api license?: LicenseView;

  labels = {
    cancel,
    days,
    daysHelp,
    newLastDay,
    newLastDayHelp,
    reason,
    reference,
    referenceHelp,
    reinstateText,
    saving,
    suspendText,
    suspensionReason,
    until,
  };
  endKinds = [
    { label: byDays, value: 'days' },
    { label: toDate, value: 'date' },
  ];
  endKind: EndKind = 'days';
  isSaving = false;
  /** Why it was refused, when that concerns no field of the form. */
  errorText = '';
  recordTypeId?: string;
  suspensionReasons: readonly { label: string; value: string }[] = [];
  private values: Record<string, string> = {};

  @wire(getObjectInfo, { objectApiName: LICENSE })
  receiveObject(result: WireResult<{ defaultRecordTypeId: string }>): void {
    this.recordTypeId = result.data?.defaultRecordTypeId;
  }

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: SUSPENSION_REASON })
  receiveReasons(result: WireResult<PicklistValues>): void {
    this.suspensionReasons = (result.data?.values ?? []).map(({ label, value }) => ({ label, value }));
  }

  get actionLabel(): string {
    return ACTION_LABELS[this.action];
  }

  get headerText(): string {
    return fill(header, this.actionLabel, this.license?.name ?? '');
  }

  get isSuspend(): boolean {
    return this.action === 'suspend';
  }

  get isReinstate(): boolean {
    return this.action === 'reinstate';
  }

  get isExtend(): boolean {
    return this.action === 'extend';
  }

  get isByDays(): boolean {
    return this.isExtend && this.endKind === 'days';
  }

  get isToDate(): boolean {
    return this.isExtend && this.endKind === 'date';
  }

  handleEndKind(event: CustomEvent<{ value: EndKind }>): void {
    this.endKind = event.detail.value;
    this.values = { ...this.values, days: '', expiration: '' };
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const field = event.target as FormField;
    this.values = { ...this.values, [field.dataset.value ?? '']: event.detail.value };
    field.setCustomValidity('');
    field.reportValidity();
  }

  handleCancel(): void {
    this.close();
  }

  async handleConfirm(): Promise<void> {
    if (!this.isValid()) return;
    this.isSaving = true;
    this.errorText = '';
    try {
      this.close(await this.carryOut());
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isSaving = false;
    }
  }

  private carryOut(): Promise<LicenseOutcome> {
    const request: ChangeRequest = {
      recordId: this.license?.id ?? '',
      reason: this.valueOf('reason'),
      reference: this.valueOf('reference'),
      expectedRevision: this.license?.revision ?? null,
    };
    if (this.isSuspend) return suspend({ ...request, suspensionReason: this.valueOf('suspensionReason') });
    const expiration = this.valueOf('expiration');
    if (this.isReinstate) return reinstate({ ...request, expiration });
    const inDays = this.valueOf('days');
    return extend({ ...request, expiration, days: inDays === null ? null : Number(inDays) });
  }

  private valueOf(name: string): string | null {
    return this.values[name] || null;
  }

  private fields(): FormField[] {
    return [...(this.template?.querySelectorAll<FormField>('[data-value]') ?? [])];
  }

  private isValid(): boolean {
    return this.fields()
      .map((field) => {
        field.setCustomValidity('');
        return field.reportValidity() !== false;
      })
      .every(Boolean);
  }

  private refuse(error: unknown): void {
    const refusal = refusalOf(error);
    const field = this.fields().find((one) => refusal.field !== null && one.dataset.field === refusal.field);
    if (!field) {
      this.errorText = refusal.text;
      return;
    }
    field.setCustomValidity(refusal.text);
    field.reportValidity();
    field.focus();
  }
}
