/** The partner SOAP API, as far as official clients need it beside REST. */
import { OrgError } from '../../types.ts';
import type { Operation } from '../call.ts';
import { userById } from '../users.ts';
import { answerSoap } from './soap-call.ts';
import type { SoapOperation } from './soap-call.ts';

const getUserInfo: SoapOperation = (call) => {
  const user = userById(call.hosted.org, call.userId);
  if (user === undefined) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid');
  return {
    result: {
      organizationId: call.hosted.org.orgId,
      profileId: user.profileId,
      userEmail: user.email,
      userFullName: user.name,
      userId: user.id,
      userLanguage: user.language,
      userLocale: user.locale,
      userName: user.username,
      userTimeZone: user.timeZone,
      userType: 'Standard',
    },
  };
};

const getServerTimestamp: SoapOperation = (call) => ({
  result: { timestamp: new Date(call.hosted.org.clock.now()).toISOString() },
});

const login: SoapOperation = () => {
  throw new OrgError(
    'UNSUPPORTED_API_OPERATION',
    'login with a password is not supported by the local org: its users have none; use an access token',
  );
};

const setPassword: SoapOperation = () => {
  throw new OrgError(
    'UNSUPPORTED_API_OPERATION',
    'setPassword is not supported by the local org: its users have no passwords',
  );
};

export const PARTNER_OPERATIONS: Readonly<Record<string, SoapOperation>> = {
  getUserInfo,
  getServerTimestamp,
  login,
  setPassword,
};

export const partnerSoap: Operation = (call) => answerSoap(call, 'partner', PARTNER_OPERATIONS);
