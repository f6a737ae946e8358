import { callOptions } from '../../connections/connections.ts';
import { ConnectionHeld } from '../../connections/connection-held.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import { wasTakenBack } from '../../store/find-later-use.ts';
import type { Delivering } from './delivering.ts';
import type { WriteTarget } from './find-target.ts';
import { idKey } from './hold-record.ts';

/**
 * Whether a record was found by a key that its maker may not know. Then only the vendor's id keeps a write to it apart
 * from an undo of its creation.
 */
export const isFoundByOther = ({ via }: WriteTarget): boolean => via !== 'external-id';

/**
 * Holds a record that is to be left as it was found. The run that made it may have taken it back in the meantime, and
 * then it has to be looked for again.
 */
export async function holdFound({ context, used, object, held }: Delivering, target: WriteTarget): Promise<void> {
  if (!isFoundByOther(target)) return;
  const record = { connectionId: used.row.id, object: object.name, externalId: target.id };
  const isDoubtful = await inOrganisation(context, async (tx) => {
    await held.holdsToo(tx, idKey(target.id));
    return wasTakenBack(tx, record);
  });
  if (!isDoubtful) return;
  const found = await used.session.read({ object: object.name, identity: { by: 'id', id: target.id } }, callOptions);
  if (found === undefined) throw new ConnectionHeld('The record was taken back meanwhile; looking again.', 300, 'lock');
}
