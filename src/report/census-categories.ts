/*
 * Lists that others keep and change. Every id has its words under `common.options` in `locales/`.
 */

/** The breaks at 10, 16 and 18 matter in law. */
export const ageBands =
  "under10 age10to13 age14to15 age16to17 age18to24 age25to34 age35to44 age45to54 age55to64 age65to74 age75up";

/** Those among `ageBands` who are not asked about gender identity or sexual orientation, as in the census. */
export const under16 = ["under10", "age10to13", "age14to15"] as const;

/** The 18+1 of the Government Statistical Service for England (2021), in its order. Under review since 2025. */
export const ethnicities =
  "whiteBritish whiteIrish gypsyOrIrishTraveller roma whiteOther+ " +
  "mixedCaribbean mixedAfrican mixedAsian mixedOther+ " +
  "indian pakistani bangladeshi chinese asianOther+ " +
  "caribbean african+ blackOther+ " +
  "arab otherEthnicity+";

/** The census of 2021. Used twice: the religion that was targeted, and the person's own. */
export const religions = "noReligion christian buddhist hindu jewish muslim sikh otherReligion+";
