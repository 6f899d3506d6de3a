declare module "virtual:deployment" {
  /** The civil date on which this release was built: no true date of an incident lies after both it and the device's. */
  export const builtOn: string;
  /** Where "Exit this page" leads when there is a network. */
  export const exitTo: string;
  export const organisations: readonly import("../report/organisation.ts").Organisation[];
  export const contacts: readonly import("./contact.ts").Contact[];
}

declare module "virtual:deployment/directory" {
  /** Who can help in this area. Apart from the rest, so that the first page does not wait for it. */
  export const directory: readonly import("../guidance/directory.ts").Entry[];
}

declare module "virtual:keys" {
  /** The public keys that this build trusts. */
  export const keys: import("../wire/keys.ts").DeploymentKeys;
}

declare module "virtual:packs" {
  /** The names of what only some devices keep for offline use: see `packsOf`. */
  export const packs: readonly string[];
}
