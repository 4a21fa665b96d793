/**
 * Step Functions calls services through the AWS SDK for Java, and takes its names: these functions follow the rules by which
 * that SDK is generated.
 * https://github.com/aws/aws-sdk-java-v2/blob/master/codegen/src/main/java/software/amazon/awssdk/codegen/naming/DefaultNamingStrategy.java
 */

const capitalized = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** `CloudWatch Logs` is `CloudWatchLogs`, `DynamoDB` is `DynamoDb`: how the names of a service's errors begin. */
export function errorPrefix(serviceId: string): string {
  const words = serviceId
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/(?<=[a-z])(?=[A-Z][a-zA-Z0-9])/g, ' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .trim()
    .split(/ +/);
  return words
    .map((word) => capitalized(word.toLowerCase()))
    .join('')
    .replace(/^(Amazon|Aws)/, '')
    .replace(/Service$/, '');
}

/** `StartDBInstance` is `startDBInstance`, `DBInstanceIdentifier` is `dbInstanceIdentifier`. */
export function camelCase(name: string): string {
  let first = 1;
  while (/[A-Z]/.test(name[first] ?? '') && !/[a-z]/.test(name[first + 1] ?? '')) first += 1;
  return name.slice(0, first).toLowerCase() + name.slice(first);
}

/** `DBInstanceIdentifier` is `DbInstanceIdentifier`: the name of a parameter of a state. */
export const parameterName = (name: string): string => capitalized(camelCase(name));
