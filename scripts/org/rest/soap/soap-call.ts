/** One SOAP operation's surroundings, and how a table of them answers. */
import { OrgError } from '../../types.ts';
import type { Call } from '../call.ts';
import { NAMESPACES, readEnvelope, soapAnswer, soapFault } from './envelope.ts';
import type { SoapCall } from './envelope.ts';
import { bodyText } from '../message.ts';
import type { OrgResponse } from '../message.ts';

export interface SoapAnswer {
  readonly result: unknown;
  readonly header?: Readonly<Record<string, unknown>>;
}

export type SoapOperation = (call: Call, soap: SoapCall) => SoapAnswer;

/** Answers `<name>Response` with `<result>` per value, or a fault that names the operation when it is not in the table. */
export function answerSoap(
  call: Call,
  api: keyof typeof NAMESPACES,
  operations: Readonly<Record<string, SoapOperation>>,
): OrgResponse {
  try {
    const soap = readEnvelope(bodyText(call.request));
    const operation = Object.hasOwn(operations, soap.operation) ? operations[soap.operation] : undefined;
    if (operation === undefined) {
      throw new OrgError(
        'UNSUPPORTED_API_OPERATION',
        `The operation ${soap.operation} of the ${api} SOAP API is not supported by the local org`,
      );
    }
    const { result, header } = operation(call, soap);
    return soapAnswer(
      NAMESPACES[api],
      { [`${soap.operation}Response`]: result === undefined ? '' : { result } },
      header,
    );
  } catch (error) {
    return soapFault(error);
  }
}
