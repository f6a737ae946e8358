/** A project of the demo flow. */
export const PROJECT = {
  title: 'Thornbury Water Services: CFO advisory retainer',
  creator_role: 'maven',
  rate_card_id: '18001',
  start_date: '2026-12-01',
  due_date: '2027-05-31',
  price: '26250.25',
  external_reference: {
    service_name: 'throughline',
    service_model: 'project',
    service_model_ref: '006Hk000000000LIAQ',
    status: 'successful',
  },
};

export const invalid = (field: string, message: string) => ({ type: 'validation', message, field });
export const refused = (...errors: object[]) => ({ status: 422, body: { errors } });
