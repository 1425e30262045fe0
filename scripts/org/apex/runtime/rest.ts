/** RestContext, RestRequest, RestResponse. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { field } from './define.ts';
import type { ApexBlob } from './values/blob.ts';
import { ApexMap } from './values/collections.ts';
import { requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

const texts = (): ApexMap<string, string> => new ApexMap<string, string>('Map<String,String>');

class RestRequest extends ApexObject {
  static readonly apexName = 'RestRequest';
  headers = texts();
  params = texts();
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
}

class RestResponse extends ApexObject {
  static readonly apexName = 'RestResponse';
  headers = texts();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
}

const put = (name: 'headers' | 'params') => (message: RestRequest, key: string | null, value: string | null) => {
  message[name].put(requireArgument(key), value ?? '');
};

/** `RestContext.request = ...` in a test makes the context. */
function context(side: 'request' | 'response') {
  return {
    get: () => host().rest?.[side] ?? null,
    set: (value: unknown) => {
      const current = host().rest ?? { request: null, response: null };
      host().rest = { ...current, [side]: value };
    },
  };
}

export const REST_TYPES: readonly PlatformType[] = [
  {
    name: 'RestContext',
    kind: 'class',
    properties: {
      'static RestRequest request': context('request'),
      'static RestResponse response': context('response'),
    },
  },
  {
    name: 'RestRequest',
    kind: 'class',
    constructors: { '()': () => new RestRequest() },
    properties: {
      'Map<String,String> headers': field('headers'),
      'String httpMethod': field('httpMethod'),
      'Map<String,String> params': field('params'),
      'String remoteAddress': field('remoteAddress'),
      'Blob requestBody': field('requestBody'),
      'String requestURI': field('requestURI'),
      'String resourcePath': field('resourcePath'),
    },
    members: { 'void addHeader(String,String)': put('headers'), 'void addParameter(String,String)': put('params') },
  },
  {
    name: 'RestResponse',
    kind: 'class',
    constructors: { '()': () => new RestResponse() },
    properties: {
      'Map<String,String> headers': field('headers'),
      'Blob responseBody': field('responseBody'),
      'Integer statusCode': field('statusCode'),
    },
    members: {
      'void addHeader(String,String)': (response: RestResponse, name: string | null, value: string | null) => {
        response.headers.put(requireArgument(name), value ?? '');
      },
    },
  },
];
