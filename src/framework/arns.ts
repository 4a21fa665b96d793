import { Fn } from 'aws-cdk-lib';
import { storeBucket } from '../engines/aws/names.js';

/** A text in which CloudFormation puts in `${…}`. */
export const filled = (text: string): string => (text.includes('${') ? Fn.sub(text) : text);

/** The ARN of something in the account and region of the stack; `${…}` in it is put in by CloudFormation. */
export const arn = (service: string, resource: string, region = '${AWS::Region}'): string =>
  Fn.sub(`arn:\${AWS::Partition}:${service}:${region}:\${AWS::AccountId}:${resource}`);

/** Of a role or policy: they have no region. */
export const iamArn = (resource: string): string => arn('iam', resource, '');

/**
 * The same in all regions, where plancc may be, too: for what must not be touched. IAM refuses a region in an ARN of its own.
 * The partition is always that of the account, and a template has little room.
 */
export const anywhere = (service: string, resource: string): string =>
  `arn:*:${service}:${service === 'iam' ? '' : '*'}:*:${resource}`;

/** In texts that CloudFormation fills: the name of the store. */
export const store = storeBucket('${AWS::AccountId}', '${AWS::Region}');

export const storeName: string = Fn.sub(store);
export const storeArn: string = Fn.sub(`arn:\${AWS::Partition}:s3:::${store}`);
/** Of objects in the store, by a key that may hold `*`. */
export const storedArn = (key: string): string => Fn.sub(`arn:\${AWS::Partition}:s3:::${store}/${key}`);

/** The account's stores in all regions, and objects in them by a key that may hold `*`. */
export const allStores = (key = ''): string =>
  Fn.sub(`arn:\${AWS::Partition}:s3:::${storeBucket('${AWS::AccountId}', '*')}${key}`);

/** Where the roles and policies of the framework itself are, which nothing that is deployed may touch. */
export const ownPath = '/plancc-framework/';
/** Of all environments. */
export const ownRoles: string = iamArn(`role${ownPath}*`);
