/** Names and signs that stand in every language as they are in English. */
const names: ReadonlySet<string> = new Set([
  "Connect",
  "Victims First",
  "Samaritans",
  "Childline",
  "Asylum Welcome",
  "GOV.UK",
  "Relay UK",
  "NHS 111",
  "JavaScript",
  "Shift",
  "REGISTER",
  "PIN",
  "USB",
  "ZIP",
  "7K2M-0QXD-PZ41",
  "ABCDE-FGHJK",
  "Easy Read",
  "Gypsy",
  "Irish Traveller",
  "Roma",
  "Traveller",
  "Berkshire",
  "Buckinghamshire",
  "Oxfordshire",
  "Oxford",
  "Reading",
  "OX1 1BF",
  "name@example.com",
  "Facebook",
  "Instagram",
  "TikTok",
  "X (Twitter)",
  "Snapchat",
  "WhatsApp",
  "YouTube",
  "Discord",
]);

/** Words that happen to be the same in one language. */
const alike: Readonly<Record<string, readonly string[]>> = {
  es: ["No", "Bisexual"],
};

export const namesIn = (language: string): ReadonlySet<string> => new Set([...names, ...(alike[language] ?? [])]);
