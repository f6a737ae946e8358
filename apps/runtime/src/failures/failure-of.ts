import { ConnectorError } from '@throughline/core/connector/error';
import { withoutStatement } from '@throughline/core/db/database-error';
import { UnreadableFlowError } from '@throughline/core/db/events/live-flow';
import { SecretError } from '@throughline/core/db/secrets';
import { FlowNotRunnableError } from '@throughline/core/flow/require-runnable';
import { MappingError } from '@throughline/core/mapping';
import { StepFailure, type FailureFacts } from './step-failure.ts';
import { unstorableValue } from './unstorable-value.ts';

const businessCode = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/** A connector's error with the system it came from, which the error itself does not know. */
export class SystemFailure extends Error {
  override readonly name = 'SystemFailure';
  readonly system: string;
  override readonly cause: ConnectorError;

  constructor(system: string, cause: ConnectorError) {
    super(cause.message);
    this.system = system;
    this.cause = cause;
  }
}

/** Describes a failure to people: the business code, a sentence, and every field or rule concerned. */
export function failureOf(thrown: unknown): FailureFacts {
  const error = withoutStatement(thrown);
  if (error instanceof StepFailure) return error.facts;
  if (error instanceof SystemFailure) return connectorFailure(error.cause, error.system);
  if (error instanceof MappingError) return mappingFailure(error);
  if (error instanceof SecretError || error instanceof FlowNotRunnableError || error instanceof UnreadableFlowError)
    return { code: error.code, message: error.message, class: 'business', details: [] };
  const unstorable = unstorableValue(error, 'record');
  if (unstorable !== undefined) {
    const { code, message, advice } = unstorable;
    return { code, message: `${message} ${advice}`, class: 'business', details: [] };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'INTERNAL_ERROR', message, class: 'internal', details: [] };
}

/**
 * Makes a code such as `NETSUITE_VALIDATION` from the system and the class. The vendor's own words are in the details.
 */
function connectorFailure(error: ConnectorError, system: string): FailureFacts {
  const code = `${system}_${error.class}`.toUpperCase().replaceAll('-', '_');
  const vendor =
    error.vendorCode === undefined ? [] : [{ code: error.vendorCode, message: error.vendorText ?? error.message }];
  const fields = error.fields.map((field) => ({ code, message: `Field ${field}` }));
  return { code, message: error.message, class: error.class, details: [...vendor, ...fields] };
}

/**
 * A mapping may raise a business code that its author chose. The engine's own codes mean that the mapping itself is
 * wrong.
 */
function mappingFailure(error: MappingError): FailureFacts {
  const isBusiness = businessCode.test(error.code);
  const place = error.line === undefined ? '' : ` (line ${error.line}, column ${error.column ?? 1})`;
  return {
    code: isBusiness ? error.code : 'MAPPING_FAILED',
    message: isBusiness ? error.message : `${error.message}${place}`,
    class: 'business',
    details: isBusiness ? [] : [{ code: error.code, message: error.message }],
  };
}
