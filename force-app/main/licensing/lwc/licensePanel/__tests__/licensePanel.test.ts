import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getLicense from '@salesforce/apex/LicenseActionsController.getLicense';
import LicenseChangeModal from 'c/licenseChangeModal';
import LicensePanel from 'c/licensePanel';
import type { LicenseView } from 'c/licenseView';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

jest.mock(
  '@salesforce/apex/LicenseActionsController.getLicense',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_Because', () => ({ default: '{0}: {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_RevisionBefore', () => ({ default: 'Revision {0} since' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.LicenseAction_Suspended', () => ({ default: '{0} is suspended.' }), { virtual: true });
jest.mock('@salesforce/label/c.LicenseAction_Unchanged', () => ({ default: '{0} is so already.' }), { virtual: true });

const RECORD_ID = 'a00000000000001AAA';
const NOT_SUSPENDED = { rule: 'CHANGE_NOT_ALLOWED', text: 'It is not suspended.', field: 'Status__c' };
const ACTIVE: LicenseView = {
  id: RECORD_ID,
  name: 'L-00001',
  status: 'Active',
  expiration: '2027-01-31',
  daysLeft: 12,
  seats: 10,
  used: 3,
  revision: 4,
  isPropagated: true,
  inForceRevision: 4,
  inForceSince: '2026-11-02T10:00:00.000Z',
  actions: [
    { name: 'suspend', isAllowed: true },
    { name: 'reinstate', isAllowed: false, refusal: NOT_SUSPENDED },
    { name: 'extend', isAllowed: true },
    { name: 'grantTrial', isAllowed: false },
  ],
};
const wired = getLicense as any;
const flush = () => new Promise((resolve) => process.nextTick(resolve));

function create(recordId: string | undefined = RECORD_ID): any {
  const element: any = createElement('c-license-panel', { is: LicensePanel });
  element.recordId = recordId;
  document.body.appendChild(element);
  return element;
}

async function show(license: LicenseView): Promise<any> {
  const element = create();
  wired.emit(license);
  await flush();
  return element;
}

const find = (element: any, selector: string): any => element.shadowRoot.querySelector(selector);
const button = (element: any, name: string): any => find(element, `lightning-button[data-action="${name}"]`);

describe('c-license-panel', () => {
  afterEach(() => {
    while (document.body.firstChild) document.body.removeChild(document.body.firstChild);
    jest.clearAllMocks();
  });

  it('shows a spinner until the license is there', async () => {
    const element = create();
    await flush();
    expect(find(element, 'lightning-spinner').alternativeText).toBe('c.LicensePanel_Loading');
    wired.emit(ACTIVE);
    await flush();
    expect(find(element, 'lightning-spinner')).toBeNull();
  });

  it('asks for the license of the record', async () => {
    await show(ACTIVE);
    expect(wired.getLastConfig()).toEqual({ recordId: RECORD_ID });
  });

  it('says that there is no license outside a record page', async () => {
    const element: any = createElement('c-license-panel', { is: LicensePanel });
    document.body.appendChild(element);
    await flush();
    expect(find(element, '.empty').textContent).toBe('c.LicensePanel_NoRecord');
    expect(find(element, 'lightning-spinner')).toBeNull();
  });

  it('shows status, last day and seats', async () => {
    const element = await show(ACTIVE);
    expect(find(element, 'lightning-badge').label).toBe('Active');
    expect(find(element, '.last-day').value).toBe('2027-01-31');
    expect(find(element, '.days-left').textContent).toBe('c.LicensePanel_DaysAhead');
    expect(find(element, '.seats').textContent).toContain('c.LicensePanel_SeatsUsed');
    expect(find(element, '.over-used')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows no last day, over-use and the reason of a suspension', async () => {
    const element = await show({
      ...ACTIVE,
      status: 'Suspended',
      suspensionReason: 'Non-payment',
      expiration: undefined,
      daysLeft: undefined,
      used: 12,
    });
    expect(find(element, '.last-day')).toBeNull();
    expect(find(element, '.days-left').textContent).toBe('c.LicensePanel_NoLastDay');
    expect(find(element, '.suspension-reason').textContent).toBe('Non-payment');
    expect(find(element, '.over-used')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    { name: 'in force', change: {}, text: 'c.LicensePanel_InForceSince', before: null },
    {
      name: 'not confirmed',
      change: { isPropagated: false, inForceRevision: 3 },
      text: 'c.LicensePanel_NotConfirmed',
      before: 'Revision 3 since',
    },
    {
      name: 'never confirmed',
      change: { isPropagated: false, inForceRevision: undefined, inForceSince: undefined },
      text: 'c.LicensePanel_NotConfirmed',
      before: null,
    },
    { name: 'without channel', change: { isPropagated: null }, text: 'c.LicensePanel_ChannelNone', before: null },
  ])('says that it is $name', async ({ change, text, before }) => {
    const element = await show({ ...ACTIVE, ...change });
    expect(find(element, '.in-force').textContent).toContain(text);
    expect(find(element, '.revision-before')?.textContent.trim() ?? null).toBe(before);
  });

  it('offers what is allowed, and says why the rest is not', async () => {
    const element = await show(ACTIVE);
    expect(button(element, 'suspend').disabled).toBe(false);
    expect(button(element, 'reinstate').disabled).toBe(true);
    expect(button(element, 'extend').disabled).toBe(false);
    const reasons = [...element.shadowRoot.querySelectorAll('.refusals li')].map((item: any) => item.textContent);
    expect(reasons).toEqual(['c.LicenseAction_Reinstate: It is not suspended.']);
  });

  it('shows why the license cannot be read, and asks again', async () => {
    const element = create();
    wired.error({ message: JSON.stringify({ rule: 'NOT_FOUND', text: 'No such license.', field: null }) });
    await flush();
    expect(find(element, '[role="alert"]').textContent).toBe('No such license.');
    await expect(element).toBeAccessible();
    find(element, '.retry').click();
    await flush();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it.each([
    { isChanged: true, title: 'L-00001 is suspended.', variant: 'success' },
    { isChanged: false, title: 'L-00001 is so already.', variant: 'info' },
  ])('opens the modal, tells the outcome and refreshes ($variant)', async ({ isChanged, title, variant }) => {
    const open = jest.spyOn(LicenseChangeModal, 'open').mockResolvedValue({ name: 'L-00001', isChanged });
    const element = await show(ACTIVE);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    button(element, 'suspend').click();
    await flush();
    await flush();
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ action: 'suspend', license: ACTIVE }));
    expect(toast.mock.calls[0][0].detail).toMatchObject({ title, variant });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
  });

  it('tells nothing when the modal is cancelled', async () => {
    jest.spyOn(LicenseChangeModal, 'open').mockResolvedValue(undefined);
    const element = await show(ACTIVE);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    button(element, 'extend').click();
    await flush();
    expect(toast).not.toHaveBeenCalled();
  });
});
