import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import type { ApexResult } from '@salesforce/apex';
import getLicense from '@salesforce/apex/LicenseActionsController.getLicense';
import because from '@salesforce/label/c.LicensePanel_Because';
import channelNone from '@salesforce/label/c.LicensePanel_ChannelNone';
import daysLeft from '@salesforce/label/c.LicensePanel_DaysLeft';
import extended from '@salesforce/label/c.LicenseAction_Extended';
import inForce from '@salesforce/label/c.LicensePanel_InForce';
import inForceSince from '@salesforce/label/c.LicensePanel_InForceSince';
import lastDay from '@salesforce/label/c.LicensePanel_LastDay';
import loading from '@salesforce/label/c.LicensePanel_Loading';
import noLastDay from '@salesforce/label/c.LicensePanel_NoLastDay';
import noRecord from '@salesforce/label/c.LicensePanel_NoRecord';
import notConfirmed from '@salesforce/label/c.LicensePanel_NotConfirmed';
import notPossible from '@salesforce/label/c.LicensePanel_NotPossible';
import overUsed from '@salesforce/label/c.LicensePanel_OverUsed';
import reinstated from '@salesforce/label/c.LicenseAction_Reinstated';
import retry from '@salesforce/label/c.LicensePanel_Retry';
import revisionBefore from '@salesforce/label/c.LicensePanel_RevisionBefore';
import seats from '@salesforce/label/c.LicensePanel_Seats';
import status from '@salesforce/label/c.LicensePanel_Status';
import suspended from '@salesforce/label/c.LicenseAction_Suspended';
import title from '@salesforce/label/c.LicensePanel_Title';
import unchanged from '@salesforce/label/c.LicenseAction_Unchanged';
import LicenseChangeModal from 'c/licenseChangeModal';
import { fill } from 'c/labelText';
import { ACTION_LABELS, daysLeftText, isOverUsed, seatsText, statusTheme } from 'c/licenseView';
import type { ActionName, LicenseOutcome, LicenseView } from 'c/licenseView';
import { refusalOf } from 'c/refusal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

const ACTIONS: readonly ActionName[] = ['suspend', 'reinstate', 'extend'];
const DONE: Readonly<Record<ActionName, string>> = { suspend: suspended, reinstate: reinstated, extend: extended };

/** A button of the panel. */
interface ShownAction {
  name: ActionName;
  label: string;
  isRefused: boolean;
  /** Why not, empty when it is allowed. */
  whyNot: string;
}

/** The license of a record page: what is in force, until when, for how many, and what can be done. */
export default class LicensePanel extends LightningElement {
  @api recordId?: string;

  label = {
    channelNone,
    daysLeft,
    inForce,
    inForceSince,
    lastDay,
    loading,
    noLastDay,
    noRecord,
    notConfirmed,
    notPossible,
    overUsed,
    retry,
    seats,
    status,
    title,
  };
  license?: LicenseView;
  errorText = '';
  private wired?: ApexResult<LicenseView>;

  @wire(getLicense, { recordId: '$recordId' })
  receive(result: ApexResult<LicenseView>): void {
    this.wired = result;
    if (result.data) {
      this.license = result.data;
      this.errorText = '';
    } else if (result.error) {
      this.license = undefined;
      this.errorText = refusalOf(result.error).text;
    }
  }

  get isLoading(): boolean {
    return Boolean(this.recordId) && !this.license && !this.errorText;
  }

  get hasNoRecord(): boolean {
    return !this.recordId;
  }

  get statusClass(): string {
    return statusTheme(this.license?.status ?? '');
  }

  get daysLeftText(): string {
    return daysLeftText(this.license?.daysLeft);
  }

  get seatsText(): string {
    return this.license ? seatsText(this.license) : '';
  }

  get isOverUsed(): boolean {
    return this.license ? isOverUsed(this.license) : false;
  }

  get hasNoChannel(): boolean {
    return this.license?.isPropagated === null || this.license?.isPropagated === undefined;
  }

  get isInForce(): boolean {
    return this.license?.isPropagated === true;
  }

  /** The revision that is in force while the newest is not confirmed; empty when none is. */
  get revisionBefore(): string {
    const revision = this.license?.inForceRevision;
    return revision === null || revision === undefined ? '' : fill(revisionBefore, revision);
  }

  get actions(): ShownAction[] {
    return ACTIONS.flatMap((name) => {
      const action = this.license?.actions.find((one) => one.name === name);
      if (!action) return [];
      const label = ACTION_LABELS[name];
      const whyNot = action.isAllowed ? '' : fill(because, label, action.refusal?.text ?? '');
      return [{ name, label, isRefused: !action.isAllowed, whyNot }];
    });
  }

  get refusedActions(): ShownAction[] {
    return this.actions.filter((action) => action.isRefused);
  }

  get hasRefusedActions(): boolean {
    return this.refusedActions.length > 0;
  }

  async handleAction(event: Event): Promise<void> {
    const name = (event.currentTarget as HTMLElement).dataset.action as ActionName;
    const outcome = (await LicenseChangeModal.open({
      label: ACTION_LABELS[name],
      size: 'small',
      action: name,
      license: this.license,
    })) as LicenseOutcome | undefined;
    if (outcome) this.tell(name, outcome);
    await this.handleRetry();
  }

  async handleRetry(): Promise<void> {
    await refreshApex(this.wired);
    if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }

  private tell(name: ActionName, outcome: LicenseOutcome): void {
    const text = outcome.isChanged ? DONE[name] : unchanged;
    this.dispatchEvent(
      new ShowToastEvent({
        title: fill(text, outcome.name),
        message: outcome.warning ?? '',
        variant: outcome.isChanged ? 'success' : 'info',
      }),
    );
  }
}
