import { useEffect, useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import { nameOfLanguage } from "../../language/languages.ts";
import type { MonthCounts } from "../../storage/point-log.ts";
import { useWords } from "../../ui/words-context.tsx";
import { shownCount } from "./shown-count.ts";
import type { Tablet } from "./tablet.ts";

/** What the Connect point counts for its quarterly return. Small numbers are not told: they could point at a person. */
export function LogPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [months, setMonths] = useState<readonly MonthCounts[] | null>(null);
  useEffect(() => void tablet.storage.log.months().then(setMonths), [tablet]);
  return (
    <>
      <button type="button" class="back" onClick={() => void tablet.goHome()}>
        {t("back")}
      </button>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:log.title")}
      </h1>
      <p>{t("point:log.text")}</p>
      {months?.length === 0 && <p>{t("point:log.empty")}</p>}
      {months?.map((month) => (
        <Month key={month.month} counts={month} />
      ))}
      {months !== null && months.length > 0 && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => print()}>
          {t("point:log.print")}
        </button>
      )}
    </>
  );
}

function Month({ counts }: { counts: MonthCounts }) {
  const { t, language } = useWords();
  const name = dateFormat(language.tag, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${counts.month}-01T00:00:00Z`),
  );
  const rows: readonly (readonly [string, number])[] = [
    ...(["reports", "supportOnly", "noReports", "addenda", "referrals"] as const).map(
      (kind) => [t(`point:log.${kind}`), counts[kind]] as const,
    ),
    ...Object.entries(counts.languages).map(
      ([tag, count]) => [t("point:log.inLanguage", { language: nameOfLanguage(tag, language.tag) }), count] as const,
    ),
    ...Object.entries(counts.characteristics).map(
      ([id, count]) => [t(`questions:characteristics.options.${id}`), count] as const,
    ),
  ];
  return (
    <section class="panel">
      <table class="counts">
        <caption class="govuk-heading-m">{name}</caption>
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{shownCount(count, t("point:log.few"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
