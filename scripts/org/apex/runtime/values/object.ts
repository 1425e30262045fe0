/** The root of every Apex value that is an object: instances of user classes and of platform classes alike. */

import { userClassOf } from '../../invoke.ts';

/** Every class that stands for an Apex type carries its canonical name in the static `apexName`. */
export interface ApexClass {
  readonly apexName?: string;
  readonly name: string;
}

export abstract class ApexObject {
  /** Canonical type name, for example `LicenseService.Change`. */
  get apexType(): string {
    const user = userClassOf(this);
    if (user) return user.name;
    const type = this.constructor as unknown as ApexClass;
    return type.apexName ?? type.name;
  }

  /** Platform value classes override this; user classes answer through their own `equals` (see `equality.ts`). */
  apexEquals(other: unknown): boolean {
    return this === other;
  }

  /** Text of the value's identity in Map and Set, or `null` for identity of the instance. */
  apexKey(): string | null {
    return null;
  }

  /** Members of the value in JSON, for platform types that JSON can carry. */
  apexJson(): readonly (readonly [string, unknown])[] | null {
    return null;
  }

  /** Text of the value, or `null` to print the fields in the platform's `Type:[field=value]` form. */
  apexString(): string | null {
    return null;
  }
}
