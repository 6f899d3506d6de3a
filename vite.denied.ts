/** Closed, taken over or too old: whoever is sent there gets no help. */
export const denied = {
  numbers: [
    "0808 802 1155",
    "0808 801 0661",
    "0300 330 0630",
    "020 7704 2040",
    "01865 726295",
    "0800 783 6294",
    "01865 742816",
    "03444 111444",
  ],
  names: ["Oxford Friend", "actionfraud.police.uk", "emergencysms.org.uk", "emergencysms.net", "Hate Crime Network"],
} as const;

/** What of the deny-list stands in a text, however its digits are parted. */
export function deniedIn(text: string): readonly string[] {
  const plain = text.toLowerCase();
  const together = text.replaceAll(/(?<=\d)[ ().-]+(?=\d)/g, "");
  return [
    ...denied.names.filter((name) => plain.includes(name.toLowerCase())),
    ...denied.numbers.filter(
      (number) => together.includes(digitsOf(number)) || together.includes(international(number)),
    ),
    ...(/text(phone)?:? *(to )?18000/i.test(text) ? ["text 18000"] : []),
  ];
}

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

const international = (number: string): string => `44${digitsOf(number).slice(1)}`;
