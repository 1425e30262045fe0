/** What the person who sets the org up is assigned: every role of the app but the reading ones, each with its companion. */
export const ADMIN_PERMISSION_SETS: readonly string[] = ['LMA_Admin', 'LMA_License_Manager', 'LMA_Integration'].flatMap(
  (name) => [name, `${name}_Companion`],
);
