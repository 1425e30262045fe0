/** The Apex methods our components call, with their parameters and answers. */
declare module '@salesforce/apex/LicenseActionsController.getLicense' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LicenseView } from 'c/licenseView';
  const method: ApexMethod<{ recordId: string }, LicenseView>;
  export default method;
}

declare module '@salesforce/apex/LicenseActionsController.suspend' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ChangeRequest, LicenseOutcome } from 'c/licenseView';
  const method: ApexMethod<ChangeRequest & { suspensionReason: string | null }, LicenseOutcome>;
  export default method;
}

declare module '@salesforce/apex/LicenseActionsController.reinstate' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ChangeRequest, LicenseOutcome } from 'c/licenseView';
  const method: ApexMethod<ChangeRequest & { expiration: string | null }, LicenseOutcome>;
  export default method;
}

declare module '@salesforce/apex/LicenseActionsController.extend' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ChangeRequest, LicenseOutcome } from 'c/licenseView';
  const method: ApexMethod<ChangeRequest & { expiration: string | null; days: number | null }, LicenseOutcome>;
  export default method;
}
