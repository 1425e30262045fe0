import { daysLeftText, isOverUsed, seatsText, statusTheme } from 'c/licenseView';

jest.mock('@salesforce/label/c.LicensePanel_DaysAhead', () => ({ default: '{0} days' }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_DaysPast', () => ({ default: 'Ended {0} days ago' }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_SeatsUsed', () => ({ default: '{0} of {1} used' }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_SiteUsed', () => ({ default: '{0} used, site' }), { virtual: true });
jest.mock('@salesforce/label/c.LicensePanel_UsageUnknown', () => ({ default: '{0} seats, not reported' }), {
  virtual: true,
});

describe('c-license-view', () => {
  it.each([
    { days: null, text: 'c.LicensePanel_NoLastDay' },
    { days: undefined, text: 'c.LicensePanel_NoLastDay' },
    { days: 0, text: 'c.LicensePanel_EndsToday' },
    { days: 12, text: '12 days' },
    { days: -3, text: 'Ended 3 days ago' },
  ])('says $days days left', ({ days, text }) => {
    expect(daysLeftText(days)).toBe(text);
  });

  it.each([
    { license: { seats: 10, used: 3 }, text: '3 of 10 used', over: false },
    { license: { seats: 10, used: 11 }, text: '11 of 10 used', over: true },
    { license: { seats: 0, used: 1 }, text: '1 of 0 used', over: true },
    { license: { seats: -1, used: 500 }, text: '500 used, site', over: false },
    { license: { seats: 5, used: null }, text: '5 seats, not reported', over: false },
    { license: { seats: -1, used: undefined }, text: 'c.LicensePanel_SiteUnknown', over: false },
    { license: { seats: null, used: 0 }, text: '0 of 0 used', over: false },
  ])('says $text', ({ license, text, over }) => {
    expect(seatsText(license)).toBe(text);
    expect(isOverUsed(license)).toBe(over);
  });

  it('has a theme for each status, and none for others', () => {
    const themes = ['Trial', 'Active', 'Suspended', 'Expired'].map((status) => statusTheme(status));
    expect(new Set(themes).size).toBe(4);
    expect(statusTheme('Uninstalled')).toBe('');
  });
});
