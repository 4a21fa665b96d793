/** With whose credentials AWS is asked. */
export interface Asking {
  readonly profile?: string | undefined;
}

/** What AWS was asked for. */
export interface Asked extends Asking {
  /** As IAM calls it where that is known, `s3:PutObject`, else the operation. */
  readonly action: string;
  /** ARN of what it was to be done to. */
  readonly resource?: string | undefined;
}

/** An error of the SDK, or of what is below it. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
  /** Of HTTP; undefined when there was no answer. */
  readonly status: number | undefined;
  /** How often the SDK has asked. */
  readonly attempts: number;
  /** Of the operating system, or of TLS. */
  readonly code: string | undefined;
}

type SdkError = Error & {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
  readonly code?: unknown;
};

export const refusalIn = ({ name, message, $metadata, code }: SdkError): Refusal => ({
  name,
  message,
  status: $metadata?.httpStatusCode,
  attempts: $metadata?.attempts ?? 1,
  code: typeof code === 'string' ? code : undefined,
});

/** What a message of AWS says, as a part of a sentence of ours. */
export const said = (message: string): string => message.trim().replace(/\.$/, '');
