/** The people of the demo company a visitor can be, as `app-config.demo.yaml` names them. */
export const personas = {
  /** Owns payments and checkout. */
  priya: { ref: 'user:default/priya.nair', name: 'Priya Nair' },
  /** Support; owns a partner template. */
  sam: { ref: 'user:default/sam.adeyemi', name: 'Sam Adeyemi' },
  /** A developer of the data team. */
  dana: { ref: 'user:default/dana.fischer', name: 'Dana Fischer' },
  /** On call, of SRE. */
  mei: { ref: 'user:default/mei.tanaka', name: 'Mei Tanaka' },
  /** Platform team. */
  rosa: { ref: 'user:default/rosa.lind', name: 'Rosa Lind' },
  /** Auditor. */
  vera: { ref: 'user:default/vera.holm', name: 'Vera Holm' },
} as const;

/** Short name of one of them. */
export type Persona = keyof typeof personas;
