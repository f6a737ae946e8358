import { sql } from 'drizzle-orm';
import { asLoginRole, type OrganisationTx } from '../client.ts';
import { engineApplication, engineSchema } from './engine-names.ts';

export interface EnqueueInput {
  readonly workflow: string;
  readonly queue: string;
  /** Id of the workflow: a second enqueue with the same id does nothing. */
  readonly id: string;
  /** Plain JSON, handed to the workflow in this order. */
  readonly args: readonly unknown[];
  readonly partitionKey?: string | undefined;
}

/**
 * Hands work to the durable engine in the caller's transaction, so that it exists exactly when the transaction commits.
 * This is what "accepted means durable" rests on; a queue in another store would leave a window between two commits.
 */
export async function enqueueWorkflow(tx: OrganisationTx, input: EnqueueInput): Promise<void> {
  const args = input.args.map((value) => sql`${JSON.stringify(value)}::json`);
  await asLoginRole(tx, () =>
    tx.execute(sql`select ${sql.identifier(engineSchema)}.enqueue_workflow(
      workflow_name => ${input.workflow}, queue_name => ${input.queue},
      positional_args => array[${sql.join(args, sql`, `)}]::json[],
      workflow_id => ${input.id}, queue_partition_key => ${input.partitionKey ?? null},
      application_name => ${engineApplication})`),
  );
}

/** Sends a message to a workflow in the caller's transaction. Equal `messageId`s are one message. */
export async function sendMessage(
  tx: OrganisationTx,
  { workflowId, topic, message, messageId }: MessageInput,
): Promise<void> {
  await asLoginRole(tx, () =>
    tx.execute(sql`select ${sql.identifier(engineSchema)}.send_message(
      ${workflowId}, ${JSON.stringify(message)}::json, ${topic}, ${messageId})`),
  );
}

export interface MessageInput {
  readonly workflowId: string;
  readonly topic: string;
  readonly message: unknown;
  readonly messageId: string;
}
